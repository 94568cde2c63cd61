import { GitCompareArrows, Package, PackagePlus } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#kit/Button.tsx'
import { Empty } from '#kit/Empty.tsx'
import type { registry } from '../contract.ts'
import { useRegistry } from './useRegistry.ts'
import { VersionRow } from './VersionRow.tsx'

export type Model = z.output<typeof registry.model.output>

const mostMetrics = 6

/** The versions, the newest first, with their metrics against the champion's; two ticked ones can be compared. */
export function VersionsTab({ model }: { readonly model: Model }) {
  const { desk, compare } = useRegistry()
  const [ticked, setTicked] = useState<readonly number[]>([])
  const { name, all, champion } = model
  if (all.length === 0) return <Empty icon={Package} title="No versions yet" text="Register what a run logged, or import an MLmodel folder, an ONNX file or a pickled file." action={<Button variant="primary" icon={PackagePlus} onPress={() => desk.open('register', { model: name })}>Add a version</Button>} />
  const [left, right] = ticked.toSorted((a, b) => a - b)
  const { shown, hidden } = metricsOf(model)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="bar slim">
        <span>{all.length === 1 ? 'One version so far.' : 'Tick two versions to compare them.'}{champion ? ` Differences are against the champion, v${champion.version}.` : ''}{hidden > 0 ? ` ${hidden} more metrics are on the version’s page.` : ''}</span>
        <span className="sp" />
        <Button icon={GitCompareArrows} disabled={ticked.length !== 2} onPress={() => { if (left !== undefined && right !== undefined) compare({ model: name, version: left }, { model: name, version: right }) }}>Compare</Button>
      </div>
      <div className="min-h-0 flex-1 overflow-auto" role="region" aria-label={`Versions of ${name}`} tabIndex={0}>
        <table className="w-full text-s">
          <caption className="sr-only">Versions of {name}, the newest first</caption>
          <thead className="sticky top-0 z-10 bg-paper text-xs text-ink-2">
            <tr className="h-7 whitespace-nowrap">
              <th scope="col" className="w-9 px-3"><span className="sr-only">Compare</span></th><th scope="col" className="px-2 text-left font-semibold">Version</th><th scope="col" className="px-2 text-left font-semibold">Approval</th><th scope="col" className="px-2 text-left font-semibold">Aliases</th><th scope="col" className="px-2 text-left font-semibold">Stage</th>
              {shown.map((key) => <th key={key} scope="col" className="max-w-[140px] px-2 text-right font-semibold"><span className="clip block" title={key}>{key}</span></th>)}
              <th scope="col" className="px-2 text-left font-semibold">Source</th><th scope="col" className="px-3 text-left font-semibold">Registered</th>
            </tr>
          </thead>
          <tbody>
            {all.map((one) => <VersionRow key={one.version} version={one} champion={champion} metrics={shown} ticked={ticked.includes(one.version)} onTick={(on) => setTicked(on ? [...ticked.slice(-1), one.version] : ticked.filter((other) => other !== one.version))} />)}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** Those that the policy asks for come first, then those that most versions have. */
function metricsOf({ all, policy }: Model): { shown: string[]; hidden: number } {
  const asked = policy.items.flatMap((item) => (item.kind === 'metric' || item.kind === 'champion' ? [item.key] : []))
  const counts = new Map<string, number>()
  for (const { metrics } of all) for (const { key } of metrics) counts.set(key, (counts.get(key) ?? 0) + 1)
  const rest = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key)
  const keys = [...new Set([...asked, ...rest])]
  return { shown: keys.slice(0, mostMetrics), hidden: Math.max(0, keys.length - mostMetrics) }
}
