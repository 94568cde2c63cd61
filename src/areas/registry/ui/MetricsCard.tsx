import { useQuery } from '@tanstack/react-query'
import { asking } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import { metricDeltas } from '../domain/difference.ts'
import { figureOf } from '../domain/figure.ts'
import type { VersionDetail } from '../domain/registered.ts'
import { MetricDelta } from './MetricDelta.tsx'

/** The last of each metric, beside the champion's where there is another. */
export function MetricsCard({ version }: { readonly version: VersionDetail }) {
  const rival = version.champion !== null && version.champion !== version.version
  const { data: model } = useQuery({ ...asking(registry.model, { name: version.model }), enabled: rival })
  const champion = rival ? model?.champion : undefined
  const deltas = champion ? metricDeltas(champion.metrics, version.metrics) : []
  return (
    <section className="card" aria-labelledby="metrics-head">
      <h2 id="metrics-head">Metrics <small>last of each key, exact{champion ? `; beside the champion, v${champion.version}` : ''}</small></h2>
      {version.metrics.length === 0 ? <p className="p-3 text-s text-ink-2">No metrics are recorded: {version.run ? 'the run logged none.' : 'it was not logged by a run of this workspace.'}</p> : (
        <table className="mt-2 w-full text-s">
          <thead className="text-xs text-ink-2"><tr className="h-7"><th scope="col" className="px-3 text-left font-semibold">Metric</th><th scope="col" className="px-3 text-right font-semibold">This version</th>{champion && <><th scope="col" className="px-3 text-right font-semibold">Champion</th><th scope="col" className="px-3 text-right font-semibold">Difference</th></>}</tr></thead>
          <tbody>
            {version.metrics.map(({ key, value }) => {
              const delta = deltas.find((one) => one.key === key)
              return (
                <tr key={key} className="h-7 border-t border-line">
                  <th scope="row" className="max-w-[240px] px-3 text-left font-normal"><span className="clip block" title={key}>{key}</span></th><td className="num px-3">{figureOf(value)}</td>
                  {champion && <><td className="num px-3 text-ink-2">{delta?.left === null || delta === undefined ? '–' : figureOf(delta.left)}</td><td className="num px-3">{delta && <MetricDelta delta={delta} />}</td></>}
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
