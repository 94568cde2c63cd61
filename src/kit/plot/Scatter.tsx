import { useEffect, useRef } from 'react'
import { classColour, colourNow } from './palette.ts'
import { Legend } from './Histogram.tsx'
import { PlotTable } from './PlotTable.tsx'
import { linear, niceTicks, tickWords } from './ticks.ts'
import { useSize } from './useSize.ts'

export type Point = readonly [x: number, y: number, group: string | null]

const pad = { left: 56, right: 12, top: 10, bottom: 36 }

/** Points on a canvas, coloured by group; the theme is given so that it is drawn anew when it changes. */
export function Scatter({ label, points, x, y, theme }: { readonly label: string; readonly points: readonly Point[]; readonly x: string; readonly y: string; readonly theme: string }) {
  const { ref, size } = useSize<HTMLDivElement>()
  const canvas = useRef<HTMLCanvasElement>(null)
  const groups = [...new Set(points.map(([, , group]) => group ?? ''))].slice(0, 8)
  const xs = extent(points.map(([value]) => value))
  const ys = extent(points.map(([, value]) => value))
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (!canvas.current || !pen || size.width === 0) return
    const ratio = window.devicePixelRatio || 1
    canvas.current.width = size.width * ratio
    canvas.current.height = size.height * ratio
    pen.scale(ratio, ratio)
    canvas.current.dataset.theme = theme
    draw({ pen, of: canvas.current, size, points, groups, xs, ys })
  }, [size, points, groups, xs, ys, theme])
  return (
    <figure className="plot">
      {groups.length > 1 && <Legend names={groups} />}
      <div ref={ref} className="plotarea tall">
        <canvas ref={canvas} role="img" aria-label={`${label}: ${points.length.toLocaleString('en-US')} points of ${y} over ${x}`} style={{ width: '100%', height: '100%' }} />
        <span className="axis x">{x}</span>
        <span className="axis y">{y}</span>
      </div>
      <PlotTable caption={label} head={[x, y, 'group']} rows={points.slice(0, 500).map(([a, b, group]) => [a, b, group ?? ''])} />
    </figure>
  )
}

interface Drawing { readonly pen: CanvasRenderingContext2D; readonly of: Element; readonly size: { readonly width: number; readonly height: number }; readonly points: readonly Point[]; readonly groups: readonly string[]; readonly xs: readonly [number, number]; readonly ys: readonly [number, number] }

function draw({ pen, of, size, points, groups, xs, ys }: Drawing): void {
  const toX = linear(xs, [pad.left, size.width - pad.right])
  const toY = linear(ys, [size.height - pad.bottom, pad.top])
  pen.clearRect(0, 0, size.width, size.height)
  pen.font = `11px ${colourNow('--font', of)}`
  pen.fillStyle = colourNow('--ink-3', of)
  pen.strokeStyle = colourNow('--line', of)
  for (const tick of niceTicks(ys[0], ys[1], 5)) {
    pen.textAlign = 'right'
    pen.fillText(tickWords(tick), pad.left - 8, toY(tick) + 4)
    line(pen, [pad.left, toY(tick)], [size.width - pad.right, toY(tick)])
  }
  for (const tick of niceTicks(xs[0], xs[1], Math.max(2, Math.floor(size.width / 120)))) {
    pen.textAlign = 'center'
    pen.fillText(tickWords(tick), toX(tick), size.height - pad.bottom + 16)
    line(pen, [toX(tick), pad.top], [toX(tick), size.height - pad.bottom])
  }
  const colours = groups.map((_, i) => colourNow(classColour(i), of))
  pen.globalAlpha = points.length > 3000 ? 0.25 : points.length > 500 ? 0.5 : 0.8
  for (const [a, b, group] of points) {
    const index = groups.indexOf(group ?? '')
    pen.fillStyle = colours[index < 0 ? 7 : index] ?? colourNow('--c8', of)
    pen.beginPath()
    pen.arc(toX(a), toY(b), 2, 0, 7)
    pen.fill()
  }
  pen.globalAlpha = 1
}

function line(pen: CanvasRenderingContext2D, from: readonly [number, number], to: readonly [number, number]): void {
  pen.beginPath()
  pen.moveTo(...from)
  pen.lineTo(...to)
  pen.stroke()
}

function extent(values: readonly number[]): readonly [number, number] {
  const finite = values.filter(Number.isFinite)
  if (finite.length === 0) return [0, 1]
  const low = finite.reduce((least, value) => Math.min(least, value), Infinity)
  const high = finite.reduce((most, value) => Math.max(most, value), -Infinity)
  const room = (high - low || 1) * 0.03
  return [low - room, high + room]
}
