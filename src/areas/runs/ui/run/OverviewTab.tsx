import { Database, PackageCheck } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import type { RunDetail } from '../../domain/run.ts'
import { useRunActs } from '../acts/useRunActs.ts'
import { KeyValues } from './KeyValues.tsx'
import { MetricTable } from './MetricTable.tsx'
import { NoteSection } from './NoteSection.tsx'
import { TagSection } from './TagSection.tsx'

/** What a run was given and what it came to. */
export function OverviewTab({ run, metrics, onDirty }: { readonly run: RunDetail; readonly metrics: RunDetail['metrics']; readonly onDirty: (dirty: boolean) => void }) {
  return (
    <div className="min-h-0 flex-1 overflow-auto bg-paper p-3" role="region" aria-label="Overview" tabIndex={0}>
      <div className="grid grid-cols-1 items-start gap-3 min-[1200px]:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-3">
          <section className="card"><h2>Metrics <small>{metrics.length === 0 ? 'none logged yet' : 'last, least and greatest over all points'}</small></h2><MetricTable run={run.id} metrics={metrics} /></section>
          <Models run={run} />
          <Inputs run={run} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <NoteSection run={run} onDirty={onDirty} />
          <section className="card"><h2>Parameters <small>{run.params.length}</small></h2><KeyValues label="Parameters" rows={run.params} none="It logged no parameters." /></section>
          <TagSection run={run} />
        </div>
      </div>
    </div>
  )
}

function Models({ run }: { readonly run: RunDetail }) {
  const desk = useDesk()
  const acts = useRunActs()
  if (run.models.length === 0) return null
  return (
    <section className="card">
      <h2>Models <small>{run.models.length}</small></h2>
      <ul className="px-3 pb-2 pt-1">
        {run.models.map(({ id, name, status, step }) => (
          <li key={id} className="flex h-8 items-center gap-2 text-s">
            <span className="clip font-medium">{name}</span><span className="mut">{status.toLowerCase()}{step === null ? '' : `, step ${step.toLocaleString('en-US')}`}</span><span className="sp" />
            <span className="clip font-mono text-xs text-ink-2">{id}</span>
            <Button size="s" icon={PackageCheck} disabled={status !== 'READY'} onPress={() => (run.models.length === 1 ? acts.register(run.id) : desk.open('register', { run: run.id, path: name }))}>Register</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Inputs({ run }: { readonly run: RunDetail }) {
  if (run.inputs.length === 0) return null
  return (
    <section className="card">
      <h2>Data <small>{run.inputs.length}</small></h2>
      <ul className="px-3 pb-2 pt-1">
        {run.inputs.map(({ name, digest, context, source }) => (
          <li key={`${name} ${digest} ${context}`} className="flex h-7 items-center gap-2 text-s" title={source}><Database size={13} className="flex-none text-ink-3" aria-hidden /><span className="clip font-medium">{name}</span>{context !== null && <span className="mut">{context}</span>}<span className="sp" /><span className="font-mono text-xs text-ink-2">{digest}</span></li>
        ))}
      </ul>
    </section>
  )
}
