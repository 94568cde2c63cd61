import { numberWords } from './axis-ticks.ts'
import { PlotTable } from './PlotTable.tsx'
import { RowChart } from './rows/RowChart.tsx'
import { spreadScale } from './rows/row-scale.ts'
import type { RowScale } from './rows/row-scale.ts'

export interface BoxRow {
  readonly id: string
  readonly label: string
  readonly colour: string
  readonly box: { readonly n: number; readonly low: number; readonly q1: number; readonly median: number; readonly q3: number; readonly high: number; readonly outliers: readonly number[] }
  readonly values: readonly number[]
}

const fewPoints = 40

/** A box a group: quartiles, whiskers, outliers; every point where they are few. */
export function BoxRows({ label, rows, hovered, onHover }: { readonly label: string; readonly rows: readonly BoxRow[]; readonly hovered: string | undefined; readonly onHover: (id: string | undefined) => void }) {
  const scale = spreadScale(rows.flatMap(({ values }) => values))
  const shown = rows.map((row) => ({ id: row.id, label: row.label, colour: row.colour, words: `n ${row.box.n.toLocaleString('en-US')}`, about: aboutOf(row), track: <Track row={row} scale={scale} /> }))
  return (
    <figure className="chart" aria-label={label}>
      <RowChart label={label} rows={shown} scale={scale} hovered={hovered} onHover={onHover} />
      <PlotTable inset caption={label} head={['', 'n', 'Lower whisker', 'First quartile', 'Median', 'Third quartile', 'Upper whisker', 'Outliers']} rows={() => rows.map(({ label: name, box }) => [name, box.n, box.low, box.q1, box.median, box.q3, box.high, box.outliers.length])} />
    </figure>
  )
}

function aboutOf({ label, box }: BoxRow): string {
  return `${label}: median ${numberWords(box.median)}, quartiles ${numberWords(box.q1)} to ${numberWords(box.q3)}, whiskers ${numberWords(box.low)} to ${numberWords(box.high)}, ${box.outliers.length} outliers, n ${box.n}`
}

function Track({ row: { box, values, colour }, scale }: { readonly row: BoxRow; readonly scale: RowScale }) {
  const points = values.length <= fewPoints ? values : box.outliers.slice(0, 200)
  return (
    <>
      <i className="boxline" style={{ left: `${scale.at(box.low)}%`, width: `${scale.at(box.high) - scale.at(box.low)}%`, background: colour }} />
      <i className="boxbody" style={{ left: `${scale.at(box.q1)}%`, width: `${scale.at(box.q3) - scale.at(box.q1)}%`, borderColor: colour }} />
      <i className="boxmiddle" style={{ left: `${scale.at(box.median)}%`, background: colour }} />
      {points.map((value, i) => <i key={i} className="boxpoint" style={{ left: `${scale.at(value)}%`, top: `${50 + (((i * 7) % 5) - 2) * 6}%`, background: colour }} />)}
    </>
  )
}
