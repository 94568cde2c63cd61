import { emptyCanvas } from '../canvas.ts'
import { colourNow } from '../palette.ts'
import type { Size } from '../useSize.ts'
import type { Mark, ScatterLayout } from './layout.ts'

interface Drawing { readonly canvas: HTMLCanvasElement | null; readonly size: Size; readonly theme: string; readonly layout: ScatterLayout; readonly marks: readonly Mark[] }

/** Grid, ticks and marks. */
export function drawScatter({ canvas, size, theme, layout, marks }: Drawing): void {
  const pen = emptyCanvas(canvas, size)
  if (!canvas || !pen) return
  canvas.dataset.theme = theme
  const { left, right, bottom, x, y } = layout
  pen.font = `11px ${colourNow('--font', canvas)}`
  pen.fillStyle = colourNow('--ink-3', canvas)
  pen.strokeStyle = colourNow('--line', canvas)
  pen.textAlign = 'right'
  for (const tick of layout.yTicks) {
    pen.fillText(short(tick.words), left - 7, y.at(tick.at) + 4)
    line(pen, [left, y.at(tick.at)], [right, y.at(tick.at)])
  }
  pen.textAlign = 'center'
  for (const tick of layout.xTicks) {
    pen.fillText(short(tick.words), x.at(tick.at), bottom + 16)
    line(pen, [x.at(tick.at), bottom], [x.at(tick.at), bottom + 4])
  }
  const colours = new Map<string, string>()
  const small = marks.length > 1500
  pen.globalAlpha = marks.length > 3000 ? 0.3 : marks.length > 500 ? 0.5 : 0.75
  for (const mark of marks) {
    const colour = colours.get(mark.colour) ?? colourNow(mark.colour, canvas)
    colours.set(mark.colour, colour)
    pen.fillStyle = colour
    disc(pen, x.at(mark.x), y.at(mark.y), small ? 2 : 3.4)
  }
  pen.globalAlpha = 1
}

/** The front and the marks that stand out. */
export function drawScatterOver({ canvas, size, theme, layout, marks }: Drawing, front: readonly Mark[]): void {
  const pen = emptyCanvas(canvas, size)
  if (!canvas || !pen) return
  canvas.dataset.theme = theme
  pen.strokeStyle = colourNow('--ink-2', canvas)
  pen.setLineDash([3, 3])
  pen.beginPath()
  for (const mark of front) pen.lineTo(layout.x.at(mark.x), layout.y.at(mark.y))
  pen.stroke()
  pen.setLineDash([])
  for (const mark of front) ring(pen, layout.x.at(mark.x), layout.y.at(mark.y), 5)
  for (const mark of marks) {
    pen.fillStyle = colourNow(mark.colour, canvas)
    pen.strokeStyle = colourNow('--ink', canvas)
    pen.lineWidth = 1.5
    disc(pen, layout.x.at(mark.x), layout.y.at(mark.y), 5)
    ring(pen, layout.x.at(mark.x), layout.y.at(mark.y), 6)
  }
}

function disc(pen: CanvasRenderingContext2D, left: number, top: number, radius: number): void {
  pen.beginPath()
  pen.arc(left, top, radius, 0, 7)
  pen.fill()
}

function ring(pen: CanvasRenderingContext2D, left: number, top: number, radius: number): void {
  pen.beginPath()
  pen.arc(left, top, radius, 0, 7)
  pen.stroke()
}

function line(pen: CanvasRenderingContext2D, from: readonly [number, number], to: readonly [number, number]): void {
  pen.beginPath()
  pen.moveTo(...from)
  pen.lineTo(...to)
  pen.stroke()
}

function short(words: string): string {
  return words.length > 16 ? `${words.slice(0, 15)}…` : words
}
