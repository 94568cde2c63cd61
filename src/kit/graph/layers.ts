export interface Linked { readonly from: string; readonly to: string }
export interface Place { readonly id: string; readonly layer: number; readonly row: number }

const sweeps = 4

/** Places the nodes of a directed graph in layers from left to right: each stands right of all it comes from, and near them. Edges that close a circle are passed over. */
export function layersOf(ids: readonly string[], edges: readonly Linked[]): Place[] {
  const forward = withoutCircles(ids, edges)
  const depth = new Map<string, number>()
  const depthOf = (id: string): number => {
    const known = depth.get(id)
    if (known !== undefined) return known
    const found = Math.max(0, ...forward.filter(({ to }) => to === id).map(({ from }) => depthOf(from) + 1))
    depth.set(id, found)
    return found
  }
  for (const id of ids) depthOf(id)
  pullRight(ids, forward, depth)
  const layers: string[][] = []
  for (const id of ids) (layers[depth.get(id) ?? 0] ??= []).push(id)
  return ordered(layers, forward).flatMap((layer, at) => layer.map((id, row) => ({ id, layer: at, row })))
}

/** What comes from nothing stands right before what needs it, so that its line is short. */
function pullRight(ids: readonly string[], edges: readonly Linked[], depth: Map<string, number>): void {
  for (const id of ids) {
    if (edges.some(({ to }) => to === id)) continue
    const next = edges.filter(({ from }) => from === id).map(({ to }) => depth.get(to) ?? 0)
    if (next.length > 0) depth.set(id, Math.max(0, Math.min(...next) - 1))
  }
}

/** Nodes of a layer in the order of the middle of their neighbours, swept to and fro. */
function ordered(layers: readonly (readonly string[])[], edges: readonly Linked[]): string[][] {
  let now = layers.map((layer) => [...(layer ?? [])])
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const rows = new Map(now.flatMap((layer) => layer.map((id, row) => [id, row - (layer.length - 1) / 2] as const)))
    const middle = (id: string, toRight: boolean) => {
      const near = edges.flatMap(({ from, to }) => (toRight && from === id ? [to] : !toRight && to === id ? [from] : [])).map((other) => rows.get(other) ?? 0)
      return near.length === 0 ? (rows.get(id) ?? 0) : near.reduce((sum, row) => sum + row, 0) / near.length
    }
    now = now.map((layer) => layer.toSorted((a, b) => middle(a, sweep % 2 === 0) - middle(b, sweep % 2 === 0)))
  }
  return now
}

function withoutCircles(ids: readonly string[], edges: readonly Linked[]): Linked[] {
  const known = new Set(ids)
  const state = new Map<string, 'open' | 'done'>()
  const kept: Linked[] = []
  const visit = (id: string): void => {
    state.set(id, 'open')
    for (const edge of edges.filter(({ from, to }) => from === id && known.has(to) && from !== to)) {
      if (state.get(edge.to) === 'open') continue
      kept.push(edge)
      if (!state.has(edge.to)) visit(edge.to)
    }
    state.set(id, 'done')
  }
  for (const id of ids) if (!state.has(id)) visit(id)
  return kept
}
