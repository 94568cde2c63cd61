import { summaryOf } from './summary.ts'

export type Spread = 'none' | 'sd' | 'minmax' | 'ci95' | 'sem'

/** Ascending x; `low` and `high` where a point stands for many. */
export interface Line { readonly x: readonly number[]; readonly y: readonly number[]; readonly low?: readonly number[]; readonly high?: readonly number[] }
/** `low` and `high` equal `y` where a single line has reached; `n` lines have. */
export interface BandLine { readonly x: number[]; readonly y: number[]; readonly low: number[]; readonly high: number[]; readonly n: number[] }

/**
 * The mean of several lines with their spread. The lines meet on shared x: all that occur, or `most` equal buckets where there are more.
 * A line's last value is carried to the next x between its own first and last x, never beyond.
 */
export function bandOf(lines: readonly Line[], spread: Spread, most = 600): BandLine {
  const grid = gridOf(lines, most)
  const columns = lines.map((line) => along(line, grid))
  const band: BandLine = { x: [], y: [], low: [], high: [], n: [] }
  for (const [at, x] of grid.entries()) {
    const here = columns.flatMap((column) => column[at] ?? [])
    const sum = summaryOf(here.map(({ y }) => y))
    if (!sum) continue
    const reach = spread === 'sd' ? sum.sd : spread === 'sem' ? sum.sem : spread === 'ci95' ? sum.ci95 : 0
    band.x.push(x)
    band.y.push(sum.mean)
    band.low.push(spread === 'minmax' ? here.reduce((least, { low }) => Math.min(least, low), Infinity) : sum.mean - (reach ?? 0))
    band.high.push(spread === 'minmax' ? here.reduce((greatest, { high }) => Math.max(greatest, high), -Infinity) : sum.mean + (reach ?? 0))
    band.n.push(sum.n)
  }
  return band
}

function gridOf(lines: readonly Line[], most: number): readonly number[] {
  const all = [...new Set(lines.flatMap(({ x }) => x))].sort((a, b) => a - b)
  if (all.length <= most) return all
  const [from = 0, to = 0] = [all[0], all.at(-1)]
  const width = (to - from) / most
  return Array.from({ length: most }, (_, i) => (i === most - 1 ? to : from + (i + 1) * width))
}

interface Held { readonly y: number; readonly low: number; readonly high: number }

/** What a line holds at each x of the grid: mean and extremes of its points since the x before, else its last value; undefined outside its range. */
function along({ x, y, low = y, high = y }: Line, grid: readonly number[]): (Held | undefined)[] {
  let at = 0
  let last: number | undefined
  return grid.map((end) => {
    const from = at
    while (at < x.length && (x[at] ?? 0) <= end) at += 1
    const here = y.slice(from, at).flatMap((value, i) => (Number.isFinite(value) ? [{ y: value, low: low[from + i] ?? value, high: high[from + i] ?? value }] : []))
    last = here.at(-1)?.y ?? last
    if (here.length > 0) return pooled(here)
    return last !== undefined && at < x.length ? { y: last, low: last, high: last } : undefined
  })
}

function pooled(here: readonly Held[]): Held {
  return {
    y: here.reduce((sum, { y }) => sum + y, 0) / here.length,
    low: here.reduce((least, { low }) => Math.min(least, low), Infinity),
    high: here.reduce((greatest, { high }) => Math.max(greatest, high), -Infinity),
  }
}
