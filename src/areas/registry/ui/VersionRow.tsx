import { Checkbox } from '#kit/Checkbox.tsx'
import { metricDeltas } from '../domain/difference.ts'
import { figureOf } from '../domain/figure.ts'
import type { VersionInfo } from '../domain/registered.ts'
import { AliasChips } from './AliasChips.tsx'
import { ApprovalMark } from './ApprovalMark.tsx'
import { MetricDelta } from './MetricDelta.tsx'
import { useRegistry } from './useRegistry.ts'
import { ago, originWords, when } from './words.ts'

export function VersionRow({ version: one, champion, metrics, ticked, onTick }: { readonly version: VersionInfo; readonly champion: VersionInfo | null; readonly metrics: readonly string[]; readonly ticked: boolean; readonly onTick: (on: boolean) => void }) {
  const { openVersion } = useRegistry()
  const deltas = champion && champion.version !== one.version ? metricDeltas(champion.metrics, one.metrics) : []
  return (
    <tr className={`h-11 border-t border-line hover:bg-hover ${ticked ? 'bg-accent-soft' : ''}`}>
      <td className="px-3"><Checkbox checked={ticked} onChange={onTick} label={`Compare version ${one.version}`} /></td>
      <th scope="row" className="whitespace-nowrap px-2 text-left font-medium"><button type="button" className="rounded-1 text-accent hover:underline" onClick={() => openVersion(one)}>Version {one.version}</button></th>
      <td className="px-2"><ApprovalMark approval={one.approval} /></td>
      <td className="px-2"><span className="flex flex-wrap gap-1">{one.aliases.length === 0 ? <span className="text-ink-3">–</span> : <AliasChips aliases={one.aliases} />}</span></td>
      <td className={`px-2 ${one.stage === 'None' ? 'text-ink-3' : ''}`}>{one.stage === 'None' ? '–' : one.stage}</td>
      {metrics.map((key) => {
        const value = one.metrics.find((metric) => metric.key === key)?.value
        const delta = deltas.find((candidate) => candidate.key === key)
        return <td key={key} className="num whitespace-nowrap px-2">{value === undefined ? <span className="text-ink-3">–</span> : figureOf(value)}{delta && value !== undefined && <span className="block text-xs"><MetricDelta delta={delta} /></span>}</td>
      })}
      <td className="max-w-[180px] px-2"><span className="clip block" title={one.source}>{one.runName ?? originWords[one.origin]}</span></td>
      <td className="whitespace-nowrap px-3 text-ink-2" title={when(one.created)}>{ago(one.created)} by {one.by}</td>
    </tr>
  )
}
