import { metricDeltas } from '../domain/difference.ts'
import { figureOf } from '../domain/figure.ts'
import type { VersionInfo } from '../domain/registered.ts'
import { MetricDelta } from './MetricDelta.tsx'

type Metrics = VersionInfo['metrics']

/** Numbers of both sides with their difference; better and worse by what the key means. */
export function ComparedMetrics({ left, right, all }: { readonly left: Metrics; readonly right: Metrics; readonly all: boolean }) {
  const deltas = metricDeltas(left, right)
  const differing = deltas.filter(({ verdict }) => verdict !== 'same')
  const shown = all ? deltas : differing
  const count = (verdict: 'better' | 'worse') => deltas.filter((one) => one.verdict === verdict).length
  return (
    <section className="card">
      <h2>Metrics <small>{deltas.length === 0 ? 'neither side has any' : `the right one is better in ${count('better')}, worse in ${count('worse')} of ${deltas.length}`}</small></h2>
      {shown.length > 0 && (
        <table className="mt-2 w-full table-fixed text-s">
          <caption className="sr-only">Metrics</caption>
          <colgroup><col className="w-[204px]" /><col /><col /><col className="w-[120px]" /></colgroup>
          <tbody>
            {shown.map((delta) => (
              <tr key={delta.key} className="h-7 border-t border-line">
                <th scope="row" className="px-3 text-left font-normal"><span className="clip block" title={delta.key}>{delta.key}</span></th>
                <td className="px-3 font-mono">{delta.left === null ? <span className="text-ink-3">–</span> : figureOf(delta.left)}</td><td className="px-3 font-mono">{delta.right === null ? <span className="text-ink-3">–</span> : figureOf(delta.right)}</td>
                <td className="num px-3"><MetricDelta delta={delta} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
