import { figureText } from '../../domain/figures.ts'
import type { MetricSummary, MetricValue } from '../../domain/run.ts'

/** What each metric came to. */
export function MetricTable({ run, metrics }: { readonly run: string; readonly metrics: readonly MetricSummary[] }) {
  if (metrics.length === 0) return <p className="px-3 pb-3 pt-1 text-s text-ink-2">They appear here as they are logged.</p>
  return (
    <table className="mt-2 w-full text-s">
      <caption className="sr-only">Metrics of {run}</caption>
      <thead><tr className="text-xs text-ink-2">{['Metric', 'Last', 'Step', 'Least', 'Greatest', 'Points'].map((head, i) => <th key={head} scope="col" className={`px-3 py-1 font-semibold ${i === 0 ? 'text-left' : 'text-right'}`}>{head}</th>)}</tr></thead>
      <tbody>
        {metrics.map(({ key, last, step, min, max, points }) => (
          <tr key={key} className="h-7 border-t border-line">
            <th scope="row" className="max-w-[220px] px-3 text-left font-normal"><span className="clip block" title={key}>{key}</span></th>
            <td className="num px-3 font-semibold">{valueText(last)}</td><td className="num px-3">{step.toLocaleString('en-US')}</td>
            <td className="num px-3">{min === null ? '–' : figureText(min)}</td><td className="num px-3">{max === null ? '–' : figureText(max)}</td><td className="num px-3">{points.toLocaleString('en-US')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function valueText(value: MetricValue): string {
  return typeof value === 'number' ? figureText(value) : value
}
