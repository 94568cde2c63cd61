import { columnsIn } from './layout.ts'
import { needOf } from './need.ts'
import type { Way } from './need.ts'
import { setOrRemove } from './paint-cell.ts'
import { createPool } from './pool.ts'
import type { Pool } from './pool.ts'
import { cellId, headId, rowHeight } from './scene.ts'
import type { Frame, Scene } from './scene.ts'
import { isExact, movedTo, pageOf, thumbAt, vyCentring, vyShowing, windowAt, within } from './scroll.ts'
import type { Extent } from './scroll.ts'
import type { Cell } from './types.ts'

export interface Parts {
  readonly root: HTMLElement
  readonly stick: HTMLElement
  readonly rows: HTMLElement
  readonly headLane: HTMLElement
}

/** What React needs to know of the scroll position: which heads to draw, and for how wide a view. */
interface View {
  readonly from: number
  readonly to: number
  readonly width: number
}

export type Engine = ReturnType<typeof createEngine>

const easing = 45
const fullStep = 48

/** Holds the position and draws: one animation frame for all that happened since the last one. */
export function createEngine() {
  const at = { vy: 0, drawn: 0, hx: 0, thumb: 0, target: 0, width: 0, height: 0, dragging: false, gesture: false, time: 0, frame: 0, stamp: 0 }
  const listeners = new Set<() => void>()
  let view: View = { from: 0, to: 0, width: 0 }
  let scene: Scene | undefined
  let parts: Parts | undefined
  let calm: MediaQueryList | undefined
  let pool: Pool | undefined
  let way: Way = 'none'
  let asked = ''
  let named = ''

  const extent = (): Extent => ({ rows: scene?.rowCount ?? 0, rowHeight, view: Math.max(0, at.height - (scene?.headHeight ?? 0)) })
  const laneLeft = () => (scene ? scene.labelWidth + scene.placed.pinnedWidth : 0)

  function schedule(): void {
    if (at.frame === 0) at.frame = requestAnimationFrame(draw)
  }

  function draw(now: number): void {
    at.frame = 0
    if (!scene || !pool) return
    ease(now)
    if (at.vy !== at.drawn) way = at.vy > at.drawn ? 'down' : 'up'
    at.drawn = at.vy
    const cols = columnsIn(scene.placed, at.hx, Math.max(0, at.width - laneLeft()))
    const frame: Frame = { rows: windowAt(extent(), at.vy), cols, vy: at.vy, hx: at.hx }
    pool.paint(scene, frame, at.stamp)
    if (parts) parts.headLane.style.transform = `translateX(${-at.hx}px)`
    announce(frame)
    syncThumb()
    ask(frame)
    publish({ from: cols.from, to: cols.to, width: at.width })
    if (at.vy !== at.target) schedule()
    else at.time = 0
  }

  function ease(now: number): void {
    const elapsed = at.time === 0 ? 16 : now - at.time
    at.time = now
    const rest = at.target - at.vy
    at.vy = Math.abs(rest) < 1 ? at.target : at.vy + rest * (1 - Math.exp(-elapsed / easing))
  }

  function announce(frame: Frame): void {
    if (!scene || !parts) return
    const id = namedIn(scene, frame)
    if (id === named) return
    named = id
    setOrRemove(parts.root, 'aria-activedescendant', id)
  }

  /** Puts the thumb where the position is; the scroll event that follows says nothing new. */
  function syncThumb(): void {
    if (!parts || at.dragging || at.gesture) return
    const thumb = thumbAt(extent(), at.vy)
    if (Math.abs(thumb - at.thumb) < 1) return
    at.thumb = thumb
    parts.root.scrollTop = thumb
  }

  function ask(frame: Frame): void {
    if (!scene || at.height === 0) return
    const need = needOf(scene, frame, way)
    const key = `${scene.version} ${need.visible.from} ${need.visible.to} ${need.direction} ${need.columns.join(' ')}`
    if (key === asked) return
    asked = key
    scene.onNeed(need)
  }

  function publish(next: View): void {
    if (view.from === next.from && view.to === next.to && view.width === next.width) return
    view = next
    for (const listener of listeners) listener()
  }

  function moveTo(vy: number): void {
    at.vy = at.target = within(extent(), vy)
    schedule()
  }

  function revealColumn(col: number): void {
    const place = scene?.placed.columns[col]
    if (!parts || !scene || !place || col < scene.placed.pinned) return
    const hx = Math.round(Math.min(place.left, Math.max(at.hx, place.left + place.width - at.width + laneLeft())))
    if (hx === at.hx) return
    at.hx = parts.root.scrollLeft = hx
    schedule()
  }

  return {
    attach(found: Parts) {
      parts = found
      calm = matchMedia('(prefers-reduced-motion: reduce)')
      pool = createPool(found.rows)
    },
    detach() {
      cancelAnimationFrame(at.frame)
      at.frame = 0
      parts?.rows.replaceChildren()
      parts = pool = undefined
    },
    show(next: Scene) {
      scene = next
      at.stamp++
      at.target = within(extent(), at.target)
      at.vy = within(extent(), at.vy)
      schedule()
    },
    resize(width: number, height: number) {
      at.width = width
      at.height = height
      at.stamp++
      if (parts) parts.stick.style.cssText = `width:${width}px;height:${height}px`
      at.target = at.vy = within(extent(), at.vy)
      schedule()
    },
    /** The browser moved the scroll bars. */
    scrolled(top: number, left: number) {
      if (left !== at.hx) at.hx = left
      if (Math.abs(top - at.thumb) >= 1) {
        at.vy = at.target = movedTo(extent(), { vy: at.vy, from: at.thumb, to: top, dragging: at.dragging })
        at.thumb = top
        // The thumb is put right when the gesture ends: writing it now would end a touch fling.
        at.gesture = !isExact(extent())
      }
      schedule()
    },
    /** The thumb is held: where it stands is where one is. */
    drag() {
      at.dragging = true
    },
    /** The gesture ended. */
    settled: (): void => {
      at.dragging = at.gesture = false
      schedule()
    },
    /** True when the wheel is taken here; a table short enough is left to the browser. */
    wheel(dy: number, dx: number): boolean {
      if (!parts || isExact(extent())) return false
      if (dx !== 0) parts.root.scrollLeft += dx
      at.dragging = at.gesture = false
      at.target = within(extent(), at.target + dy)
      if (Math.abs(dy) < fullStep || calm?.matches) at.vy = at.target
      schedule()
      return true
    },
    reveal({ row, col }: Cell) {
      if (row >= 0) moveTo(vyShowing(extent(), at.target, row))
      revealColumn(col)
    },
    revealColumn,
    /** Back to the first of the moving columns. */
    toLeft() {
      if (parts) parts.root.scrollLeft = 0
    },
    centre(row: number) {
      moveTo(vyCentring(extent(), row))
    },
    scrollBy(dy: number, dx: number) {
      moveTo(at.vy + dy)
      if (parts && dx !== 0) parts.root.scrollLeft += dx
    },
    turnPage(by: -1 | 1) {
      moveTo(at.target + by * pageOf(extent()) * rowHeight)
    },
    page: () => pageOf(extent()),
    firstRow: () => Math.ceil(at.vy / rowHeight),
    /** The cell under a point of the window; col -1 is the row's label. Points outside meet the nearest. */
    hit(clientX: number, clientY: number): Cell | undefined {
      if (!parts || !scene || scene.rowCount === 0) return undefined
      const box = parts.root.getBoundingClientRect()
      const y = Math.min(Math.max(0, clientY - box.top - scene.headHeight), extent().view - 1)
      const row = Math.min(scene.rowCount - 1, Math.floor((at.vy + y) / rowHeight))
      return { row, col: columnAt(scene, Math.min(clientX - box.left, at.width - 1), at.hx) }
    },
    /** The row at a height of the window; none below the last. */
    rowUnder(clientY: number): number | undefined {
      if (!parts || !scene) return undefined
      const row = Math.floor((at.vy + clientY - parts.root.getBoundingClientRect().top - scene.headHeight) / rowHeight)
      return row >= 0 && row < scene.rowCount ? row : undefined
    },
    rectOf({ row, col }: Cell): DOMRect {
      const box = parts?.root.getBoundingClientRect() ?? new DOMRect()
      const place = scene?.placed.columns[col]
      if (!scene || !place) return new DOMRect(box.left, box.top, 0, 0)
      const left = box.left + scene.labelWidth + (col < scene.placed.pinned ? place.left : scene.placed.pinnedWidth + place.left - at.hx)
      const top = row < 0 ? box.top : box.top + scene.headHeight + row * rowHeight - at.vy
      return new DOMRect(left, top, place.width, row < 0 ? scene.headHeight : rowHeight)
    },
    textsOf: (col: number) => pool?.textsOf(col) ?? [],
    textAt: (cell: Cell) => pool?.textAt(cell),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    view: () => view,
    width: () => view.width,
  }
}

/** The id of what the keyboard stands on, if it is in view. */
function namedIn({ id, headAt, placed, selection: { active } }: Scene, { rows, cols }: Frame): string {
  if (headAt !== undefined) return headId(id, headAt)
  if (!active || active.row < rows.from || active.row >= rows.to) return ''
  const seen = active.col < placed.pinned || (active.col >= cols.from && active.col < cols.to)
  return seen ? cellId(id, active.row, active.col) : ''
}

function columnAt({ placed, labelWidth }: Scene, x: number, hx: number): number {
  if (x < labelWidth) return -1
  const pinned = x < labelWidth + placed.pinnedWidth
  const inside = pinned ? x - labelWidth : x - labelWidth - placed.pinnedWidth + hx
  const [from, to] = pinned ? [0, placed.pinned] : [placed.pinned, placed.columns.length]
  const found = placed.columns.slice(from, to).findIndex(({ left, width }) => inside < left + width)
  return found < 0 ? placed.columns.length - 1 : from + found
}
