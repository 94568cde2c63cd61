import { Boxes, GitCompareArrows, Package2 } from 'lucide-react'
import { lazy } from 'react'
import type { AreaUi } from '#kit/desk.ts'

const EnvironmentsPanel = lazy(() => import('./EnvironmentsPanel.tsx').then(({ EnvironmentsPanel: view }) => ({ default: view })))
const EnvironmentPanel = lazy(() => import('./EnvironmentPanel.tsx').then(({ EnvironmentPanel: view }) => ({ default: view })))
const ComparePanel = lazy(() => import('./ComparePanel.tsx').then(({ ComparePanel: view }) => ({ default: view })))

const panel = 'environment'

/** `environments` takes `asks` (`new`, `adopt` or `prune`) for its dialogs; `environment` a `name` and a `tab`. */
export const environmentsUi: AreaUi = {
  panels: [
    { kind: 'environments', title: () => 'Environments', icon: Boxes, view: EnvironmentsPanel, place: 'main', identity: [], rail: true, launcher: { group: 'Machine', about: 'Python and the packages that work runs in' } },
    { kind: panel, title: ({ name }) => name ?? 'Environment', icon: Package2, view: EnvironmentPanel, place: 'main', identity: ['name'] },
    { kind: 'environmentCompare', title: ({ left, right }) => `${left ?? ''} | ${right ?? ''}`, icon: GitCompareArrows, view: ComparePanel, place: 'main', identity: ['left', 'right'] },
  ],
  commands: [
    { id: 'environments.new', title: 'New environment', run: (desk) => desk.open('environments', { asks: 'new' }) },
    { id: 'environments.adopt', title: 'Adopt a Python of this machine', run: (desk) => desk.open('environments', { asks: 'adopt' }) },
    { id: 'environments.prune', title: 'Prune environments that nothing declares', run: (desk) => desk.open('environments', { asks: 'prune' }) },
    { id: 'environments.build', title: 'Build the environment', key: 'Mod+Enter', panel },
    { id: 'environments.rebuild', title: 'Build the environment anew from nothing', panel },
    { id: 'environments.cancel', title: 'Cancel the build', panel },
    { id: 'environments.edit', title: 'Edit what the environment declares', key: 'Alt+E', panel },
    { id: 'environments.find', title: 'Find a package, or in the log of the build', key: 'Mod+F', panel },
    { id: 'environments.findNext', title: 'Next found line of the log of the build', key: 'F3', panel },
    { id: 'environments.findPrevious', title: 'Previous found line of the log of the build', key: 'Shift+F3', panel },
    { id: 'environments.follow', title: 'Follow the end of the log of the build', panel },
    { id: 'environments.wrap', title: 'Wrap the lines of the log of the build', panel },
  ],
  palette: {
    title: 'Environments',
    items: async (_, signal) => (await import('./palette.ts')).environmentItems(signal),
  },
}
