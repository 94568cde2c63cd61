import { emptyCanvas } from '../canvas.ts'
import { colourNow } from '../palette.ts'
import type { Scale } from '../scale.ts'
import type { CurveLine } from './curve-line.ts'
import { drawMarked } from './draw.ts'
import { nearestIndex } from './geometry.ts'

/** What follows the pointer: the lines of these ids stand out, a rule at x. */
export interface Mark { readonly ids: readonly string[]; readonly x: number | undefined }

interface Overlay {
  readonly canvas: HTMLCanvasElement
  readonly host: Element
  readonly place: { readonly width: number; readonly height: number; readonly x: Scale; readonly y: Scale }
  readonly lines: readonly CurveLine[]
  readonly mark: Mark
}

/** Dots at the last x reach beyond it. */
const rim = 4

/** The other lines are veiled, the marked ones drawn again above. */
export function drawOverlay({ canvas, host, place, lines, mark }: Overlay): void {
  const pen = emptyCanvas(canvas, { width: place.width + rim, height: place.height })
  if (!pen) return
  const marked = lines.filter(({ id }) => mark.ids.includes(id))
  const frame = { pen, of: host, x: place.x, y: place.y, width: place.width }
  if (marked.length > 0 && marked.length < lines.length) {
    pen.globalAlpha = 0.68
    pen.fillStyle = colourNow('--surface', host)
    pen.fillRect(0, 0, place.width + rim, place.height)
    pen.globalAlpha = 1
  }
  for (const line of marked) drawMarked(frame, line)
  if (mark.x === undefined) return
  rule(frame, place.x.at(mark.x), place.height)
  for (const line of marked.length > 0 ? marked : lines.slice(0, 40)) point(frame, line, mark.x)
}

interface Frame { readonly pen: CanvasRenderingContext2D; readonly of: Element; readonly x: Scale; readonly y: Scale }

function rule({ pen, of }: Frame, left: number, height: number): void {
  pen.strokeStyle = colourNow('--ink-3', of)
  pen.lineWidth = 1
  pen.setLineDash([2, 3])
  pen.beginPath()
  pen.moveTo(Math.round(left) + 0.5, 0)
  pen.lineTo(Math.round(left) + 0.5, height)
  pen.stroke()
  pen.setLineDash([])
}

function point({ pen, of, x, y }: Frame, line: CurveLine, at: number): void {
  const index = nearestIndex(line.x, at)
  const [left, top] = [x.at(line.x[index] ?? Number.NaN), y.at(line.y[index] ?? Number.NaN)]
  if (!Number.isFinite(left) || !Number.isFinite(top) || Math.abs(left - x.at(at)) > 12) return
  pen.beginPath()
  pen.arc(left, top, 3.2, 0, 7)
  pen.fillStyle = colourNow(line.colour, of)
  pen.strokeStyle = colourNow('--surface', of)
  pen.lineWidth = 1.5
  pen.fill()
  pen.stroke()
}
