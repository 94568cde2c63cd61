import { widthFor } from './letters.ts'
import type { GridColumn, GridFamily, GridLayout } from './types.ts'

export const emptyLayout: GridLayout = { order: [], widths: {}, pinned: [], hidden: [] }

interface PlacedColumn {
  readonly column: GridColumn
  /** Its place in the data, by which cells are found. */
  readonly index: number
  /** Pixels from the start of the pinned part, or of the moving part. */
  readonly left: number
  readonly width: number
}

/** The shown columns from left to right: the first `pinned` of them stay, the rest move. */
export interface Placed {
  readonly columns: readonly PlacedColumn[]
  readonly pinned: number
  readonly pinnedWidth: number
  readonly laneWidth: number
}

const narrowest = 48
const widest = 1_200

const widths: Record<GridFamily, number> = {
  integer: 104, number: 128, decimal: 120, text: 128, boolean: 96, date: 108, time: 104, timestamp: 172, nested: 220, other: 128,
}

/** Pinned columns stay only as far as `room` px reach, so that the others can always be seen. */
export function placed(columns: readonly GridColumn[], layout: GridLayout, room: number): Placed {
  const hidden = new Set(layout.hidden)
  const pins = new Set(layout.pinned)
  const shown = ordered(columns, layout.order).filter(({ column }) => !hidden.has(column.id))
  const sorted = [...shown.filter(({ column }) => pins.has(column.id)), ...shown.filter(({ column }) => !pins.has(column.id))]
  const total = { pinned: 0, lane: 0 }
  let count = 0
  const result = sorted.map(({ column, index }, position) => {
    const width = widthOf(column, layout)
    const stays = count === position && pins.has(column.id) && total.pinned + width <= room
    const left = stays ? total.pinned : total.lane
    if (stays) count++
    total[stays ? 'pinned' : 'lane'] += width
    return { column, index, left, width }
  })
  return { columns: result, pinned: count, pinnedWidth: total.pinned, laneWidth: total.lane }
}

/** Positions of the moving columns of which any part is seen; `to` is exclusive. */
export function columnsIn({ columns, pinned }: Placed, hx: number, width: number): { from: number; to: number } {
  return { from: Math.max(pinned, before(columns, pinned, hx + 1) - 1), to: before(columns, pinned, hx + width) }
}

function widthOf(column: GridColumn, layout: GridLayout): number {
  const named = Math.ceil(column.name.length * 7.2 + (column.badge ? 44 : 0) + 66)
  const met = column.letters === undefined ? 0 : widthFor(column.letters)
  return layout.widths[column.id] ?? Math.min(260, Math.max(widths[column.family], named, met))
}

export function withWidth(layout: GridLayout, id: string, width: number): GridLayout {
  return { ...layout, widths: { ...layout.widths, [id]: Math.round(Math.min(widest, Math.max(narrowest, width))) } }
}

/** Sets a column before another, or last; it is pinned if the one it stands before is. */
export function withMoved(columns: readonly GridColumn[], layout: GridLayout, { id, before: next }: { id: string; before: string | undefined }): GridLayout {
  if (id === next) return layout
  const rest = ordered(columns, layout.order).map(({ column }) => column.id).filter((other) => other !== id)
  const at = next === undefined ? rest.length : rest.indexOf(next)
  const pinned = layout.pinned.filter((other) => other !== id)
  const joins = next !== undefined && layout.pinned.includes(next)
  return { ...layout, order: [...rest.slice(0, at), id, ...rest.slice(at)], pinned: joins ? [...pinned, id] : pinned }
}

/** Exchanges a shown column with its neighbour; nothing moves past the border of the pinned part. */
export function withNudged(columns: readonly GridColumn[], layout: GridLayout, { id, by }: { id: string; by: -1 | 1 }): GridLayout {
  const shown = placed(columns, layout, Infinity)
  const at = shown.columns.findIndex(({ column }) => column.id === id)
  const to = at + by
  if (at < 0 || to < 0 || to >= shown.columns.length || at < shown.pinned !== to < shown.pinned) return layout
  const ids = shown.columns.map(({ column }) => column.id)
  const order = ordered(columns, layout.order).map(({ column }) => column.id)
  const [from, other] = [ids[at] ?? id, ids[to] ?? id]
  return { ...layout, order: order.map((each) => (each === from ? other : each === other ? from : each)) }
}

export function withPinned(layout: GridLayout, id: string, pinned: boolean): GridLayout {
  const rest = layout.pinned.filter((other) => other !== id)
  return { ...layout, pinned: pinned ? [...rest, id] : rest }
}

export function withHidden(layout: GridLayout, id: string, hidden: boolean): GridLayout {
  const rest = layout.hidden.filter((other) => other !== id)
  return { ...layout, hidden: hidden ? [...rest, id] : rest }
}

/** Columns that the order does not name follow the one that precedes them in the data. */
function ordered(columns: readonly GridColumn[], order: readonly string[]): { column: GridColumn; index: number }[] {
  const all = columns.map((column, index) => ({ column, index }))
  if (order.length === 0) return all
  const byId = new Map(all.map((each) => [each.column.id, each]))
  const named = new Set(order)
  const heads = all.flatMap((each, i) => (i > 0 && !named.has(each.column.id) ? [] : [i]))
  const groups = new Map(heads.map((start, i) => [all[start]?.column.id ?? '', all.slice(start, heads[i + 1])]))
  const [first] = all
  const lead = first && !named.has(first.column.id) ? (groups.get(first.column.id) ?? []) : []
  return [...lead, ...order.flatMap((id) => (byId.has(id) ? (groups.get(id) ?? []) : []))]
}

/** The first position from `from` on whose column begins at or past `x`. */
function before(columns: readonly PlacedColumn[], from: number, x: number): number {
  let [low, high] = [from, columns.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((columns[middle]?.left ?? 0) < x) low = middle + 1
    else high = middle
  }
  return low
}
