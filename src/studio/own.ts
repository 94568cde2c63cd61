import { House, Plug, Plus, Settings } from 'lucide-react'
import { lazy } from 'react'
import type { AreaUi } from '#kit/desk.ts'

/** The studio's own panels. */
export const own: AreaUi = {
  panels: [
    { kind: 'home', title: () => 'Home', icon: House, place: 'main', identity: [], view: lazy(() => import('./home/Home.tsx').then(({ Home }) => ({ default: Home }))) },
    { kind: 'launcher', title: () => 'New tab', icon: Plus, place: 'main', identity: [], view: lazy(() => import('./Launcher.tsx').then(({ Launcher }) => ({ default: Launcher }))) },
    { kind: 'connect', title: () => 'Connect MLflow', icon: Plug, place: 'main', identity: [], view: lazy(() => import('./connect/ConnectPanel.tsx').then(({ ConnectPanel }) => ({ default: ConnectPanel }))) },
    { kind: 'settings', title: () => 'Settings', icon: Settings, place: 'main', identity: [], view: lazy(() => import('./settings/SettingsPanel.tsx').then(({ SettingsPanel }) => ({ default: SettingsPanel }))) },
  ],
}

/** Panels that are no work to come back to. */
export function isOwn(kind: string): boolean {
  return own.panels.some((panel) => panel.kind === kind)
}
