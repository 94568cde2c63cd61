import type { KeyboardEvent } from 'react'
import { numberWords, valueWords } from '../axis-ticks.ts'
import type { CurveLine, CurveScene } from './curve-line.ts'
import type { PlotBox } from './engine.ts'
import { heightAt, nearestIndex, sceneEnds, stepAlong, zoomedAbout } from './geometry.ts'

interface Keyed {
  readonly scene: CurveScene
  readonly box: () => PlotBox | undefined
  readonly hovered: string | undefined
  readonly along: number | undefined
  readonly onHover: (id: string | undefined) => void
  readonly onAlong: (x: number | undefined) => void
  readonly onZoom: (range: readonly [number, number] | undefined) => void
  readonly onOpen: ((id: string) => void) | undefined
  readonly onRead: (words: string) => void
}

/** What the keys do on a chart of curves. */
export function keyedCursor(keyed: Keyed): (event: KeyboardEvent) => void {
  return (event) => {
    const act = acts[event.key]
    const line = keyed.scene.lines.find(({ id }) => id === keyed.hovered) ?? keyed.scene.lines[0]
    if (!act || !line || event.ctrlKey || event.metaKey || event.altKey) return
    if (act(keyed, line, event.shiftKey)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
}

/** Each says whether it did something. */
const acts: Readonly<Record<string, (keyed: Keyed, line: CurveLine, shift: boolean) => boolean>> = {
  ArrowLeft: (keyed, line, shift) => go(keyed, line, stepAlong(line, placeOf(keyed, line), -1, shift)),
  ArrowRight: (keyed, line, shift) => go(keyed, line, stepAlong(line, placeOf(keyed, line), 1, shift)),
  Home: (keyed, line) => go(keyed, line, line.x[0] ?? 0),
  End: (keyed, line) => go(keyed, line, line.x.at(-1) ?? 0),
  ArrowUp: (keyed, line) => go(keyed, neighbour(keyed, line, 1), placeOf(keyed, line)),
  ArrowDown: (keyed, line) => go(keyed, neighbour(keyed, line, -1), placeOf(keyed, line)),
  '+': (keyed, line) => zoom(keyed, line, 0.5),
  '=': (keyed, line) => zoom(keyed, line, 0.5),
  '-': (keyed, line) => zoom(keyed, line, 2),
  Enter: ({ onOpen, hovered }) => { if (hovered === undefined || !onOpen) return false; onOpen(hovered); return true },
  Escape: ({ scene, along, onZoom, onAlong, onHover }) => {
    if (along === undefined && !scene.range) return false
    if (scene.range) onZoom(undefined)
    onAlong(undefined)
    onHover(undefined)
    return true
  },
}

function placeOf({ along, box }: Keyed, line: CurveLine): number {
  const place = box()
  return along ?? (place ? place.x.back(place.width / 2) : (line.x[0] ?? 0))
}

function go({ scene, onAlong, onHover, onRead }: Keyed, line: CurveLine, x: number): boolean {
  onAlong(x)
  onHover(line.id)
  const index = nearestIndex(line.x, x)
  onRead(`${line.name}: ${numberWords(line.y[index] ?? Number.NaN, 5)} at ${valueWords(line.x[index] ?? x, scene.kind)}`)
  return true
}

/** The line that is the next above or below at the cursor. */
function neighbour(keyed: Keyed, line: CurveLine, by: 1 | -1): CurveLine {
  const x = placeOf(keyed, line)
  const height = (one: CurveLine) => heightAt(one, x) ?? Number.NaN
  const order = keyed.scene.lines.filter((one) => Number.isFinite(height(one))).sort((a, b) => height(a) - height(b))
  return order[Math.max(0, Math.min(order.length - 1, order.indexOf(line) + by))] ?? line
}

function zoom(keyed: Keyed, line: CurveLine, factor: number): boolean {
  const now = sceneEnds(keyed.scene)
  const whole = sceneEnds({ ...keyed.scene, range: undefined })
  if (!now || !whole) return false
  keyed.onZoom(zoomedAbout(now.x, placeOf(keyed, line), factor, [Math.min(whole.x[0], now.x[0]), Math.max(whole.x[1], now.x[1])]))
  return true
}
