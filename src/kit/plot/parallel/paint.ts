import { emptyCanvas } from '../canvas.ts'
import { colourNow } from '../palette.ts'
import type { PlacedAxis } from './axes.ts'
import { nextPace } from './pace.ts'

export interface LinesPainting {
  readonly canvas: HTMLCanvasElement | null
  /** Noted on the canvas: its colours are read anew when it changes. */
  readonly theme: string
  readonly size: { readonly width: number; readonly height: number }
  readonly placed: readonly PlacedAxis[]
  readonly xs: readonly number[]
  /** The places of the lines to draw. */
  readonly lines: readonly number[]
  readonly colourOf: (line: number) => string
  readonly alpha: number
  readonly width: number
  /** Whether it lets the others be painted first. */
  readonly patient?: boolean
}

/** Lines a frame, shared by all such charts: it is what this machine can paint. */
let pace = 600
let last: { readonly at: number; readonly drawn: number } | undefined
/** Paintings under way that wait for none. */
const urgent = new Set<object>()

/** Draws lines over as many frames as they need; the first ones are spread over all. Gives how to stop it. */
export function paintLines(painting: LinesPainting): () => void {
  const { lines, alpha, width, patient = false } = painting
  if (!patient) urgent.add(painting)
  const stride = coprimeTo(lines.length)
  const colours = new Map<string, string>()
  let done = 0
  const draw = (now: number) => {
    if (patient && urgent.size > 0) {
      frame = requestAnimationFrame(draw)
      return
    }
    const pen = done === 0 ? penOf(painting) : (painting.canvas?.getContext('2d') ?? null)
    if (!pen) {
      urgent.delete(painting)
      return
    }
    if (last && last.drawn >= pace) pace = nextPace(last.drawn, now - last.at)
    pen.lineWidth = width
    pen.globalAlpha = alpha
    pen.lineJoin = 'bevel'
    const from = done
    for (const stop = Math.min(lines.length, done + pace); done < stop; done += 1) trace(pen, painting, lines[(done * stride) % lines.length] ?? 0, colours)
    last = { at: now, drawn: done - from }
    if (done < lines.length) frame = requestAnimationFrame(draw)
    else urgent.delete(painting)
  }
  let frame = requestAnimationFrame(draw)
  return () => {
    cancelAnimationFrame(frame)
    urgent.delete(painting)
  }
}

function trace(pen: CanvasRenderingContext2D, { placed, xs, colourOf }: LinesPainting, line: number, colours: Map<string, string>): void {
  const name = colourOf(line)
  const colour = colours.get(name) ?? colourNow(name, pen.canvas)
  colours.set(name, colour)
  pen.strokeStyle = colour
  pen.beginPath()
  for (const [i, axis] of placed.entries()) pen.lineTo(xs[i] ?? 0, axis.heights[line] ?? 0)
  pen.stroke()
}

/** A step that visits every place once, far from its neighbours. */
function coprimeTo(count: number): number {
  const share = (a: number, b: number): number => (b === 0 ? a : share(b, a % b))
  let step = Math.max(1, Math.floor(count * 0.618))
  while (share(step, count) !== 1 && step > 1) step -= 1
  return step
}

/** A few lines at once, each with a rim of the surface's colour. */
export function paintMarked(painting: LinesPainting): void {
  const pen = penOf(painting)
  if (!pen) return
  for (const line of painting.lines) {
    for (const [width, name] of [[painting.width * 2, 'var(--surface)'], [painting.width, painting.colourOf(line)]] as const) {
      pen.lineWidth = width
      trace(pen, { ...painting, colourOf: () => name }, line, new Map())
    }
  }
}

function penOf({ canvas, size, theme }: LinesPainting): CanvasRenderingContext2D | null {
  if (canvas) canvas.dataset.theme = theme
  return emptyCanvas(canvas, size)
}
