import { numberWords } from './axis-ticks.ts'
import { PlotTable } from './PlotTable.tsx'
import { RowChart } from './rows/RowChart.tsx'
import { barScale } from './rows/row-scale.ts'
import type { RowScale } from './rows/row-scale.ts'

export interface ValueBar {
  readonly id: string
  readonly label: string
  readonly colour: string
  readonly value: number
  /** Ends of the error bar. */
  readonly low?: number
  readonly high?: number
  /** How many it rests on, or what else to know. */
  readonly note?: string
  readonly words?: string
}

/** One bar a run or group, longest values as they come; dots on a cut axis where the values lie close together. */
export function ValueBars({ label, bars, swatches = true, hovered, onHover, onOpen }: { readonly label: string; readonly bars: readonly ValueBar[]; readonly swatches?: boolean; readonly hovered: string | undefined; readonly onHover: (id: string | undefined) => void; readonly onOpen?: (id: string) => void }) {
  const scale = barScale(bars.flatMap(({ value, low = value, high = value }) => [value, low, high]).filter(Number.isFinite))
  const rows = bars.map((bar) => {
    const words = bar.words ?? wordsOf(bar)
    return { id: bar.id, label: bar.label, colour: bar.colour, words, about: `${bar.label}: ${words}${bar.note ? `, ${bar.note}` : ''}`, track: <Track bar={bar} scale={scale} /> }
  })
  return (
    <figure className="chart" aria-label={label}>
      <RowChart label={label} rows={rows} swatches={swatches} scale={scale} hovered={hovered} onHover={onHover} onOpen={onOpen} />
      {!scale.fromZero && <p className="charthint">Dots: the axis does not start at 0.</p>}
      <PlotTable inset caption={label} head={['', 'Value', 'From', 'To', '']} rows={() => bars.map((bar) => [bar.label, bar.value, bar.low ?? '', bar.high ?? '', bar.note ?? ''])} />
    </figure>
  )
}

function Track({ bar: { value, low, high, colour }, scale }: { readonly bar: ValueBar; readonly scale: RowScale }) {
  const [from, to] = [Math.min(scale.at(0), scale.at(value)), Math.max(scale.at(0), scale.at(value))]
  return (
    <>
      {scale.fromZero ? <i className="rowbar" style={{ left: `${from}%`, width: `${to - from}%`, background: colour }} /> : <i className="rowdot" style={{ left: `${scale.at(value)}%`, background: colour }} />}
      {low !== undefined && high !== undefined && high > low && <i className="rowerror" style={{ left: `${scale.at(low)}%`, width: `${scale.at(high) - scale.at(low)}%` }} />}
    </>
  )
}

function wordsOf({ value, low, high }: ValueBar): string {
  const error = low === undefined || high === undefined || high <= low ? '' : `±${numberWords((high - low) / 2, 2)}`
  return `${numberWords(value)}${error}`
}
