import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { axisTicks } from '../axis-ticks.ts'
import { colourNow } from '../palette.ts'
import type { Scale } from '../scale.ts'
import { scaleOf } from '../scale.ts'
import type { CurveScene } from './curve-line.ts'
import { drawLines } from './draw.ts'
import { drawOverlay } from './overlay.ts'
import type { Mark } from './overlay.ts'
import { sceneEnds } from './geometry.ts'

export interface PlotBox { readonly left: number; readonly top: number; readonly width: number; readonly height: number; readonly x: Scale; readonly y: Scale }

export interface CurvesEngine {
  readonly show: (scene: CurveScene, size: { readonly width: number; readonly height: number }, theme: string) => void
  readonly mark: (mark: Mark) => void
  /** Where the lines are drawn, in CSS pixels of the host, and its scales. */
  readonly box: () => PlotBox | undefined
  readonly close: () => void
}

/** Room below the lines for the ticks' words and, below them, the name of x. */
const under = 38

/** Axes, grid and the drag to zoom are uPlot's; the lines are drawn on its canvas, each over x of its own; what follows the pointer lies on a canvas above. */
export function openCurves(host: HTMLElement, onZoom: (range: readonly [number, number]) => void): CurvesEngine {
  const overlay = document.createElement('canvas')
  overlay.className = 'curves-overlay'
  let plot: uPlot | undefined
  let made = ''
  let scene: CurveScene | undefined
  let ends: ReturnType<typeof sceneEnds>
  let marked: Mark = { ids: [], x: undefined }

  function box(): PlotBox | undefined {
    if (!plot || !scene || !ends) return undefined
    const { left, top, width, height } = plot.bbox
    const ratio = uPlot.pxRatio
    const [wide, tall] = [width / ratio, height / ratio]
    return {
      left: left / ratio, top: top / ratio, width: wide, height: tall,
      x: scaleOf({ low: ends.x[0], high: ends.x[1], from: 0, to: wide, log: scene.logX }),
      y: scaleOf({ low: ends.y[0], high: ends.y[1], from: tall, to: 0, log: scene.logY }),
    }
  }

  function paint(): void {
    const place = box()
    if (!plot || !scene || !place) return
    const { ctx } = plot
    ctx.save()
    clipTo(ctx, place)
    drawLines({ pen: ctx, of: host, x: place.x, y: place.y, width: place.width }, scene.lines)
    ctx.restore()
  }

  function paintOverlay(): void {
    const place = box()
    if (place && scene) drawOverlay({ canvas: overlay, host, place, lines: scene.lines, mark: marked })
  }

  function create(size: { readonly width: number; readonly height: number }): uPlot {
    const current = () => ends ?? unit
    const axis = (side: 'x' | 'y') => ({
      scale: side, stroke: colourNow('--ink-3', host), font: `11px ${colourNow('--font', host)}`, gap: 5,
      ticks: { show: false }, grid: { stroke: colourNow('--line', host), width: 1, show: side === 'y' },
      splits: () => ticksOf(side, plot).map(({ at }) => at),
      values: () => ticksOf(side, plot).map(({ words }) => words),
    })
    return new uPlot({
      ...size, legend: { show: false }, padding: [8, 12, 0, 0],
      cursor: { x: false, y: false, points: { show: false }, drag: { x: true, y: false, setScale: false, dist: 4 }, bind: { dblclick: () => null } },
      scales: {
        x: { time: false, distr: scene?.logX ? 3 : 1, range: () => [...current().x] },
        y: { distr: scene?.logY ? 3 : 1, range: () => [...current().y] },
      },
      series: [{}, { show: true, paths: () => null, points: { show: false } }],
      axes: [{ ...axis('x'), size: under }, { ...axis('y'), size: (_, values) => 14 + 6.4 * Math.max(2, ...(values ?? []).map((value) => value.length)) }],
      hooks: {
        draw: [paint],
        setSelect: [(self) => {
          const { left, width } = self.select
          const place = box()
          if (width > 3 && place) onZoom([place.x.back(left), place.x.back(left + width)])
          self.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
        }],
      },
    }, dataOf(current()), host)
  }

  function ticksOf(side: 'x' | 'y', of: uPlot | undefined) {
    if (!scene || !ends) return []
    const [low, high] = ends[side]
    const room = side === 'x' ? (of?.width ?? 400) - 60 : (of?.height ?? 200) - under - 8
    const gap = side === 'y' ? 44 : scene.kind === 'number' ? 84 : 96
    return axisTicks({ low, high, count: Math.max(2, Math.floor(room / gap)), ...(side === 'x' ? { kind: scene.kind, log: scene.logX } : { log: scene.logY }) })
  }

  return {
    box,
    show: (next, size, theme) => {
      scene = next
      ends = sceneEnds(next)
      const key = `${theme} ${next.logX} ${next.logY}`
      if (!plot || key !== made) {
        plot?.destroy()
        made = key
        plot = create(size)
        plot.over.append(overlay)
        overlay.style.pointerEvents = 'none'
      } else {
        if (plot.width !== size.width || plot.height !== size.height) plot.setSize(size)
        plot.setData(dataOf(ends ?? unit))
      }
      queueMicrotask(paintOverlay)
    },
    mark: (next) => {
      marked = next
      paintOverlay()
    },
    close: () => plot?.destroy(),
  }
}

interface Ends { readonly x: readonly [number, number]; readonly y: readonly [number, number] }

const unit: Ends = { x: [0, 1], y: [0, 1] }

function dataOf({ x, y }: Ends): uPlot.AlignedData {
  return [[...x], [...y]]
}

function clipTo(pen: CanvasRenderingContext2D, { left, top, width, height }: PlotBox): void {
  const ratio = uPlot.pxRatio
  pen.setTransform(ratio, 0, 0, ratio, left * ratio, top * ratio)
  pen.beginPath()
  pen.rect(0, -2, width + 2, height + 4)
  pen.clip()
}
