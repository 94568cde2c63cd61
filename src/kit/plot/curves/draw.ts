import { colourNow } from '../palette.ts'
import type { Scale } from '../scale.ts'
import type { CurveLine } from './curve-line.ts'
import { firstAtLeast } from './geometry.ts'

export interface Frame { readonly pen: CanvasRenderingContext2D; readonly of: Element; readonly x: Scale; readonly y: Scale; readonly width: number }

/** All lines: bands below, then shadows, then the lines themselves. */
export function drawLines(frame: Frame, lines: readonly CurveLine[]): void {
  const crowd = lines.length
  const colours = new Map<string, string>()
  const now = (colour: string) => {
    const known = colours.get(colour) ?? colourNow(colour, frame.of)
    colours.set(colour, known)
    return known
  }
  const faint = crowd > 40 ? 0.35 : crowd > 12 ? 0.6 : 1
  for (const line of lines) drawBand(frame, line, now(line.colour), (line.shadow ? 0.08 : 0.18) * faint)
  for (const line of lines) drawShadow(frame, line, now(line.colour), 0.28 * faint)
  for (const line of lines) drawLine(frame, line, { colour: now(line.colour), width: crowd > 24 ? 1.1 : 1.5, alpha: crowd > 60 ? 0.75 : 1 })
}

export function drawMarked(frame: Frame, line: CurveLine): void {
  const colour = colourNow(line.colour, frame.of)
  drawBand(frame, line, colour, 0.24)
  drawShadow(frame, line, colour, 0.4)
  drawLine(frame, line, { colour, width: 2.5, alpha: 1 })
}

function drawLine(frame: Frame, line: CurveLine, { colour, width, alpha }: { readonly colour: string; readonly width: number; readonly alpha: number }): void {
  const { pen } = frame
  pen.globalAlpha = alpha
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.lineJoin = 'round'
  pen.setLineDash([...(line.dash ?? [])])
  trace(frame, line.x, line.y)
  pen.setLineDash([])
  const [first, last] = within(frame, line.x)
  if (last - first <= Math.min(40, frame.width / 16)) dots(frame, line, colour, [first, last])
  pen.globalAlpha = 1
}

function drawShadow(frame: Frame, line: CurveLine, colour: string, alpha: number): void {
  if (!line.shadow) return
  frame.pen.globalAlpha = alpha
  frame.pen.strokeStyle = colour
  frame.pen.lineWidth = 1
  trace(frame, line.x, line.shadow)
  frame.pen.globalAlpha = 1
}

/** A stroke through the points; what cannot be placed (not finite, not above 0 on a log axis) leaves a gap. */
function trace(frame: Frame, xs: readonly number[], ys: readonly number[]): void {
  const { pen, x, y } = frame
  const [first, last] = within(frame, xs)
  let down = false
  pen.beginPath()
  for (let i = first; i < last; i += 1) {
    const [left, top] = [x.at(xs[i] ?? Number.NaN), y.at(ys[i] ?? Number.NaN)]
    if (!Number.isFinite(top) || !Number.isFinite(left)) { down = false; continue }
    if (down) pen.lineTo(left, top)
    else pen.moveTo(left, top)
    down = true
  }
  pen.stroke()
}

function dots(frame: Frame, { x, y }: CurveLine, colour: string, [first, last]: readonly [number, number]): void {
  frame.pen.fillStyle = colour
  frame.pen.beginPath()
  for (let i = first; i < last; i += 1) {
    const [left, top] = [frame.x.at(x[i] ?? Number.NaN), frame.y.at(y[i] ?? Number.NaN)]
    if (!Number.isFinite(left) || !Number.isFinite(top)) continue
    frame.pen.moveTo(left + 2.2, top)
    frame.pen.arc(left, top, 2.2, 0, 7)
  }
  frame.pen.fill()
}

function drawBand(frame: Frame, { x: xs, y: ys, low, high }: CurveLine, colour: string, alpha: number): void {
  if (!low || !high) return
  const { pen, x, y } = frame
  const [first, last] = within(frame, xs)
  const floor = y.at(y.low) + 2
  const place = (value: number) => { const top = y.at(value); return Number.isFinite(top) ? top : floor }
  pen.globalAlpha = alpha
  pen.fillStyle = colour
  pen.beginPath()
  for (let i = first; i < last; i += 1) pen.lineTo(x.at(xs[i] ?? 0), place(high[i] ?? ys[i] ?? 0))
  for (let i = last - 1; i >= first; i -= 1) pen.lineTo(x.at(xs[i] ?? 0), place(low[i] ?? ys[i] ?? 0))
  pen.fill()
  pen.globalAlpha = 1
}

function within({ x }: Frame, xs: readonly number[]): readonly [number, number] {
  return [Math.max(0, firstAtLeast(xs, x.low) - 1), Math.min(xs.length, firstAtLeast(xs, x.high) + 1)]
}
