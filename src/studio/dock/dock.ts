import { Actions, DockLocation, Model, TabNode } from 'flexlayout-react'
import type { IJsonModel, IJsonTabNode } from 'flexlayout-react'
import type { PanelSpec, Params } from '#kit/desk.ts'
import { subscribable } from '#lib/subscribable.ts'
import { globals } from './globals.ts'
import { paramsOf, sameParams, sameThing, withParams } from './params.ts'

export interface Opening { readonly kind: string; readonly params: Params }
export interface Tab extends Opening { readonly id: string; readonly title: string }

export type Dock = ReturnType<typeof openDock>

const reopened = 30
const none: Params = {}

/** The tabs in the middle and how they are arranged; what stands in them the panels know. */
export function openDock({ layout, panelOf, first }: { readonly layout: unknown; readonly panelOf: (kind: string) => PanelSpec | undefined; readonly first: readonly Opening[] }) {
  const model = modelOf(layout, first.map(tabJson))
  const version = subscribable(0)
  const dirty = subscribable<ReadonlySet<string>>(new Set())
  const asks = subscribable<Tab | undefined>(undefined)
  const closed: Opening[] = []
  let wantsFocus: string | undefined
  const ever = new Set(nodes().map((node) => node.getId()))
  model.addChangeListener((action) => {
    if (action.isAdjusting()) return
    for (const node of nodes()) ever.add(node.getId())
    version.change((n) => n + 1)
  })

  function tabJson({ kind, params }: Opening): IJsonTabNode {
    return { type: 'tab', component: kind, name: panelOf(kind)?.title(params) ?? kind, config: params }
  }

  function nodes(): TabNode[] {
    const found: TabNode[] = []
    model.visitNodes((node) => { if (node instanceof TabNode) found.push(node) })
    return found
  }

  function group() {
    return model.getActiveTabset() ?? model.getFirstTabSet()
  }

  function open(opening: Opening, where: { readonly beside?: boolean } = {}): void {
    const there = nodes().find((node) => sameThing(panelOf(opening.kind), tabOf(node), opening))
    if (there) {
      setParams(there.getId(), opening.params)
      wantsFocus = there.getId()
      if (!there.isSelected() || group() !== there.getParent()) model.doAction(Actions.selectTab(there.getId()))
      return
    }
    const into = group()
    if (!into) return
    const id = `tab-${crypto.randomUUID()}`
    wantsFocus = id
    model.doAction(Actions.addTab({ ...tabJson(opening), id }, into.getId(), where.beside ? DockLocation.RIGHT : DockLocation.CENTER, -1, true))
  }

  /** Whether the focus is to go into that tab; asked once. */
  function takeFocus(id: string): boolean {
    const is = wantsFocus === id
    if (is) wantsFocus = undefined
    return is
  }

  function setParams(id: string, change: Params): void {
    const node = nodeOf(id)
    if (!node) return
    const before = paramsOf(node)
    const after = withParams(before, change)
    if (!sameParams(before, after)) model.doAction(Actions.updateNodeAttributes(id, { config: after }))
  }

  function nodeOf(id: string): TabNode | undefined {
    const node = model.getNodeById(id)
    return node instanceof TabNode ? node : undefined
  }

  function close(id: string): void {
    const node = nodeOf(id)
    if (!node) return
    closed.push(tabOf(node))
    closed.splice(0, closed.length - reopened)
    markDirty(id, false)
    model.doAction(Actions.deleteTab(id))
  }

  /** Closes, or first asks where something is not saved. */
  function askToClose(id: string): void {
    const node = nodeOf(id)
    if (node && dirty.get().has(id)) asks.set(tabOf(node))
    else close(id)
  }

  function reopen(): void {
    const last = closed.pop()
    if (last) open(last)
  }

  function markDirty(id: string, is: boolean): void {
    if (dirty.get().has(id) === is) return
    dirty.change((now) => new Set(is ? [...now, id] : [...now].filter((other) => other !== id)))
  }

  function setTitle(id: string, title: string): void {
    if (nodeOf(id)?.getName() !== title) model.doAction(Actions.renameTab(id, title))
  }

  return {
    model, version, dirty, asks, open, close, askToClose, reopen, setParams, setTitle, markDirty, takeFocus,
    active: (): Tab | undefined => {
      const node = group()?.getSelectedNode()
      return node && tabOf(node)
    },
    tab: (id: string) => {
      const node = nodeOf(id)
      return node && tabOf(node)
    },
    paramsAt: (id: string) => {
      const node = nodeOf(id)
      return node ? paramsOf(node) : none
    },
    tabs: () => nodes().map(tabOf),
    select: (id: string) => void model.doAction(Actions.selectTab(id)),
    /** Ids of the tabs that stood here and do no more. */
    gone: () => [...ever].filter((id) => nodeOf(id) === undefined),
    json: () => model.toJson(),
  }
}

export function tabOf(node: TabNode): Tab {
  return { id: node.getId(), kind: node.getComponent() ?? '', params: paramsOf(node), title: node.getName() }
}

/** A kept arrangement that cannot be read any more begins anew. */
function modelOf(layout: unknown, first: readonly IJsonTabNode[]): Model {
  const fresh: IJsonModel = { global: globals, layout: { type: 'row', children: [{ type: 'tabset', active: true, children: [...first] }] } }
  if (!isLayout(layout)) return Model.fromJson(fresh)
  try {
    return Model.fromJson({ ...layout, global: globals })
  } catch {
    return Model.fromJson(fresh)
  }
}

function isLayout(layout: unknown): layout is IJsonModel {
  return typeof layout === 'object' && layout !== null && 'layout' in layout && typeof layout.layout === 'object' && layout.layout !== null
}
