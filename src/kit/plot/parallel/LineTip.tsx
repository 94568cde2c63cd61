import { numberWords } from '../axis-ticks.ts'
import { PlotTip } from '../PlotTip.tsx'
import type { ParallelLine } from '../Parallel.tsx'
import type { ParallelAxis } from './axes.ts'

/** The name of the line under the pointer and what it has on each axis. */
export function LineTip({ at, lines, line, axes }: { readonly at: readonly [number, number]; readonly lines: readonly ParallelLine[]; readonly line: number; readonly axes: readonly ParallelAxis[] }) {
  const found = lines[line]
  if (!found) return null
  return (
    <PlotTip x={at[0]} y={at[1]}>
      <div className="tiprow on"><i className="swatch" style={{ background: found.colour }} /><span>{found.name}</span></div>
      {axes.map((axis) => <div key={axis.id} className="tiprow"><i /><span>{axis.label}</span><b>{cellWords(axis.values[line] ?? null)}</b></div>)}
    </PlotTip>
  )
}

export function cellWords(value: number | string | null): string {
  return value === null ? 'missing' : typeof value === 'number' ? numberWords(value, 5) : value
}
