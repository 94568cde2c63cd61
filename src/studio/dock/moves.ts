import { Actions, DockLocation, TabSetNode } from 'flexlayout-react'
import type { Dock } from './dock.ts'

/** What the keyboard does with the tab in front; each is a command. */
export function openMoves(dock: Dock) {
  const { model } = dock
  const group = () => model.getActiveTabset() ?? model.getFirstTabSet()

  function groups(): TabSetNode[] {
    const found: TabSetNode[] = []
    model.visitNodes((node) => { if (node instanceof TabSetNode) found.push(node) })
    return found
  }

  /** The tab next to the one in front, round the end. */
  function step(by: number): void {
    const here = group()
    const tabs = here?.getTabNodes() ?? []
    const next = tabs[((here?.getSelected() ?? 0) + by + tabs.length) % Math.max(1, tabs.length)]
    if (next) dock.select(next.getId())
  }

  /** Within the group, and at its end into the neighbour group. */
  function move(by: number): void {
    const here = group()
    const tab = here?.getSelectedNode()
    if (!here || !tab) return
    const to = here.getSelected() + by
    if (to >= 0 && to < here.getTabNodes().length) {
      model.doAction(Actions.moveNode(tab.getId(), here.getId(), DockLocation.CENTER, by > 0 ? to + 1 : to, true))
      return
    }
    const all = groups()
    const neighbour = all[all.indexOf(here) + by]
    if (neighbour) model.doAction(Actions.moveNode(tab.getId(), neighbour.getId(), DockLocation.CENTER, by > 0 ? 0 : -1, true))
  }

  function split(side: DockLocation): void {
    const here = group()
    const tab = here?.getSelectedNode()
    if (here && tab && here.getTabNodes().length > 1) model.doAction(Actions.moveNode(tab.getId(), here.getId(), side, -1, true))
  }

  function stepGroup(by: number): void {
    const all = groups()
    const here = group()
    const next = here && all[(all.indexOf(here) + by + all.length) % all.length]
    if (next) model.doAction(Actions.setActiveTabset(next.getId()))
  }

  function maximise(): void {
    const here = group()
    if (here) model.doAction(Actions.maximizeToggle(here.getId()))
  }

  function closeOthers(): void {
    const here = group()
    const front = here?.getSelectedNode()
    for (const tab of here?.getTabNodes() ?? []) if (tab !== front) dock.askToClose(tab.getId())
  }

  return {
    next: () => step(1), previous: () => step(-1), moveLeft: () => move(-1), moveRight: () => move(1),
    splitRight: () => split(DockLocation.RIGHT), splitDown: () => split(DockLocation.BOTTOM),
    nextGroup: () => stepGroup(1), previousGroup: () => stepGroup(-1), maximise, closeOthers,
  }
}
