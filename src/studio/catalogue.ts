import type { OpenerSpec, PanelSpec } from '#kit/desk.ts'
import { areas } from './areas.ts'
import { own } from './own.ts'

/** All that the areas and the studio itself bring. */
export const panels: readonly PanelSpec[] = [...own.panels, ...areas.flatMap((area) => area.panels)]
export const openers: readonly OpenerSpec[] = areas.flatMap((area) => area.openers ?? []).toSorted((a, b) => Number(a.fallback ?? false) - Number(b.fallback ?? false))

const byKind = new Map(panels.map((panel) => [panel.kind, panel]))

export function panelOf(kind: string): PanelSpec | undefined {
  return byKind.get(kind)
}

export const railViews: readonly PanelSpec[] = panels.filter(({ place, rail }) => place === 'main' && rail)

export function sidePanels(place: 'left' | 'right'): readonly PanelSpec[] {
  return panels.filter((panel) => panel.place === place)
}
