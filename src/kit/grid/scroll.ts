/** Browsers clamp an element's height (Firefox at 17.9 M px), so the scrolled height is capped and positions beyond it are mapped. */
const spacerCap = 15_000_000

/** A body of `rows` rows of `rowHeight` px, of which `view` px are seen at once. */
export interface Extent {
  readonly rows: number
  readonly rowHeight: number
  readonly view: number
}

interface Move {
  /** The position before, in true pixels. */
  readonly vy: number
  /** The scroll bar before and after, in spacer pixels. */
  readonly from: number
  readonly to: number
  /** The thumb is held. */
  readonly dragging: boolean
}

export function spacerOf({ rows, rowHeight }: Extent): number {
  return Math.min(rows * rowHeight, spacerCap)
}

/** True while one spacer pixel is one true pixel. */
export function isExact({ rows, rowHeight }: Extent): boolean {
  return rows * rowHeight <= spacerCap
}

/** The position that shows the last row in full at the bottom. */
export function endOf({ rows, rowHeight, view }: Extent): number {
  return Math.max(0, rows * rowHeight - view)
}

export function within(extent: Extent, vy: number): number {
  return Math.min(Math.max(0, vy), endOf(extent))
}

/** Where the thumb stands for a position. Short of the very ends it keeps away from them, so that small moves have room both ways. */
export function thumbAt(extent: Extent, vy: number): number {
  const [end, thumbEnd] = [endOf(extent), thumbEndOf(extent)]
  if (isExact(extent) || vy <= 0) return Math.min(Math.max(0, vy), thumbEnd)
  if (vy >= end) return thumbEnd
  const margin = Math.min(extent.view * 8, thumbEnd / 4)
  return Math.min(Math.max(margin, (vy / end) * thumbEnd), thumbEnd - margin)
}

export function vyAt(extent: Extent, thumb: number): number {
  const thumbEnd = thumbEndOf(extent)
  if (thumbEnd === 0) return 0
  return within(extent, isExact(extent) ? thumb : (thumb / thumbEnd) * endOf(extent))
}

/** The position after the scroll bar moved: small moves are pixel for pixel, a held thumb and moves past four views are proportional. */
export function movedTo(extent: Extent, { vy, from, to, dragging }: Move): number {
  const far = dragging || Math.abs(to - from) > 4 * extent.view
  return isExact(extent) || far ? vyAt(extent, to) : within(extent, vy + to - from)
}

/** The least move that shows a row in full. */
export function vyShowing(extent: Extent, vy: number, row: number): number {
  const top = row * extent.rowHeight
  if (top < vy) return within(extent, top)
  return within(extent, Math.max(vy, top + extent.rowHeight - extent.view))
}

export function vyCentring(extent: Extent, row: number): number {
  return within(extent, row * extent.rowHeight - (extent.view - extent.rowHeight) / 2)
}

/** The rows of which any part is seen; `to` is exclusive. */
export function windowAt({ rows, rowHeight, view }: Extent, vy: number): { from: number; to: number } {
  const from = Math.min(Math.floor(vy / rowHeight), rows)
  return { from, to: Math.min(rows, Math.ceil((vy + view) / rowHeight)) }
}

/** Rows that a Page key moves: those seen in full, less one to keep one's place. */
export function pageOf({ rowHeight, view }: Extent): number {
  return Math.max(1, Math.floor(view / rowHeight) - 1)
}

function thumbEndOf(extent: Extent): number {
  return Math.max(0, spacerOf(extent) - extent.view)
}
