import { Chip } from '#kit/Chip.tsx'
import { useDesk } from '#kit/desk.ts'
import { plainText } from '#kit/grid/format.ts'
import { Bars } from '#kit/plot/Bars.tsx'
import { HeatMap } from '#kit/plot/HeatMap.tsx'
import { Histogram } from '#kit/plot/Histogram.tsx'
import { Scatter } from '#kit/plot/Scatter.tsx'
import { plural } from '#lib/words.ts'
import type { Analysis, Finding } from '../../domain/analysis.ts'
import type { Column } from '../../domain/columns.ts'
import { countWords, percentWords } from '../../domain/words.ts'

type Of<K extends Finding['kind']> = Extract<Finding, { kind: K }>
interface Props { readonly finding: Finding; readonly asked: Analysis | undefined; readonly columns: readonly Column[] }

/** What an analysis found. */
export function FindingView({ finding, asked, columns }: Props) {
  const name = (id: string | undefined) => columns.find((column) => column.id === id)?.name ?? id ?? ''
  switch (finding.kind) {
    case 'histogram': return <HistogramOf finding={finding} name={asked?.kind === 'histogram' ? name(asked.column) : ''} />
    case 'scatter': return <ScatterOf finding={finding} x={asked?.kind === 'scatter' ? name(asked.x) : 'x'} y={asked?.kind === 'scatter' ? name(asked.y) : 'y'} />
    case 'summary': return <Table caption="Summary of every column" head={finding.head} rows={finding.rows} />
    case 'correlation': return <HeatMap label="Correlation of the columns" names={finding.names} values={finding.values} />
    case 'leakage': return <LeakageOf finding={finding} />
    case 'duplicates': return <DuplicatesOf finding={finding} />
  }
}

function HistogramOf({ finding: { series }, name }: { readonly finding: Of<'histogram'>; readonly name: string }) {
  const [first] = series
  if (!first) return <p className="text-s text-ink-2">There are no values to count.</p>
  if (first.bins.length > 0) return <Histogram label={`Histogram of ${name}`} series={series.map((one) => ({ name: one.name, bins: one.bins }))} />
  const total = Math.max(1, ...series.map(({ top }) => top[0]?.count ?? 0))
  return series.map((one) => <Bars key={one.name} label={`Values of ${name}${one.name ? `, ${one.name}` : ''}`} bars={one.top.map(({ value, count }) => ({ label: value || '“”', share: count / total, words: countWords(count) }))} />)
}

function ScatterOf({ finding: { points, correlation, pairs }, x, y }: { readonly finding: Of<'scatter'>; readonly x: string; readonly y: string }) {
  const { theme } = useDesk()
  return (
    <>
      <p className="text-s text-ink-2">{countWords(points.length)} of {countWords(pairs)} pairs drawn{correlation === null ? '' : <> · Pearson’s r over all pairs <b className="num">{correlation.toFixed(3)}</b></>}</p>
      <Scatter label={`${y} over ${x}`} points={points} x={x} y={y} theme={theme} />
    </>
  )
}

function LeakageOf({ finding: { columns, measure } }: { readonly finding: Of<'leakage'> }) {
  const tones = { leak: 'bad', suspect: 'warn', fine: 'accent', none: 'none' } as const
  const notes = { leak: 'tells the target: a leak', suspect: 'suspicious', fine: '', none: 'not defined' } as const
  const leaks = columns.filter(({ verdict }) => verdict === 'leak').length
  return (
    <>
      <p className="text-s text-ink-2 flex gap-2 items-center">How well each column alone tells the target, by {measure}; 1 tells it fully. {leaks > 0 ? <Chip kind="bad">{leaks} {leaks === 1 ? 'leak' : 'leaks'}</Chip> : <Chip kind="ok">no leak found</Chip>}</p>
      <Bars label={`Strength by ${measure}`} bars={columns.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1)).map(({ name, score, verdict, coverage }) => ({ label: name, share: score, words: score === null ? '–' : score.toFixed(3), tone: tones[verdict], note: [notes[verdict], rareWords(coverage)].filter(Boolean).join(' · ') }))} />
    </>
  )
}

/** Categories are judged on one half of the rows by what the other half taught. */
function rareWords(coverage: number | null): string {
  return coverage !== null && coverage < 0.95 ? `${percentWords(coverage)} of the rows judged have a value met before` : ''
}

function DuplicatesOf({ finding: { groups, extra, examples, names, scope } }: { readonly finding: Of<'duplicates'> }) {
  if (groups === 0) return <p className="text-s"><Chip kind="ok">No row occurs twice</Chip></p>
  return (
    <>
      <p className="text-s text-ink-2">{plural(extra, 'row')}{scope.of ? ` (${percentWords(extra / Math.max(1, scope.rows))})` : ''} {extra === 1 ? 'repeats' : 'repeat'} an earlier one, in {plural(groups, 'group')}. The step <i>Remove duplicates</i> takes them away. The largest groups:</p>
      <Table caption="Rows that occur more than once" head={['times', ...names]} rows={examples.map(({ count, row }) => [countWords(count), ...row.map((value) => (value === null ? 'null' : plainText(value)))])} />
    </>
  )
}

function Table({ caption, head, rows }: { readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }) {
  return (
    <div className="wr-table wide" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <thead><tr>{head.map((word, i) => <th key={i} scope="col" className={rows.some((row) => isNumber(row[i] ?? '')) ? 'num' : ''}>{word}</th>)}</tr></thead>
        <tbody>{rows.map((row, i) => <tr key={i}>{row.map((cell, j) => (j === 0 ? <th key={j} scope="row" className="clip">{cell}</th> : <td key={j} className={isNumber(cell) ? 'num' : 'clip'}>{cell}</td>))}</tr>)}</tbody>
      </table>
    </div>
  )
}

function isNumber(cell: string): boolean {
  return /^[−-]?[\d,.]+(e[-+]?\d+)?( %)?( · [\d,.<]+ %)?$/.test(cell)
}
