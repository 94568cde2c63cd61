import { numberWords } from '../axis-ticks.ts'
import { PlotTip } from '../PlotTip.tsx'
import type { NearLine } from './geometry.ts'

const most = 8

/** The nearest lines with their values, from the highest to the lowest; full names. */
export function CurvesTip({ x, y, head, near, hovered }: { readonly x: number; readonly y: number; readonly head: string; readonly near: readonly NearLine[]; readonly hovered: string | undefined }) {
  const shown = near.slice(0, most).map((one) => ({ ...one, value: one.line.y[one.index] ?? Number.NaN })).sort((a, b) => b.value - a.value)
  return (
    <PlotTip x={x} y={y}>
      <div className="tiphead">{head}</div>
      {shown.map(({ line, index, value }) => (
        <div key={line.key} className={line.id === hovered ? 'tiprow on' : 'tiprow'}>
          <i className={line.dash ? 'swatch line dashed' : 'swatch line'} style={{ borderColor: line.colour }} />
          <span>{line.name}</span>
          <b>{numberWords(value, 5)}{spanWords(line.low?.[index], line.high?.[index])}</b>
        </div>
      ))}
      {near.length > most && <div className="more">and {(near.length - most).toLocaleString('en-US')} more here</div>}
    </PlotTip>
  )
}

function spanWords(low: number | undefined, high: number | undefined): string {
  return low === undefined || high === undefined || low === high ? '' : `  ${numberWords(low)} … ${numberWords(high)}`
}
