import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChartLine } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useDesk } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import type { CurveScene } from '#kit/plot/curves/curve-line.ts'
import { Curves } from '#kit/plot/Curves.tsx'
import { classColour } from '#kit/plot/palette.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { TextField } from '#kit/TextField.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import type { Curve } from '../../domain/curve.ts'
import type { MetricSummary, RunDetail } from '../../domain/run.ts'
import { MetricTable } from './MetricTable.tsx'

const overs = [{ id: 'step', label: 'Step' }, { id: 'relative', label: 'Time' }] as const
const most = 60

/** The curves of a run, one chart a metric; those of a single point stand in a table. */
export function MetricsTab({ run, metrics }: { readonly run: RunDetail; readonly metrics: readonly MetricSummary[] }) {
  const [find, setFind] = useState('')
  const [over, setOver] = useState<'step' | 'relative'>('step')
  const sought = useDeferredValue(find.trim().toLowerCase())
  const found = metrics.filter(({ key }) => key.toLowerCase().includes(sought))
  const [curves, singles] = [found.filter(({ points }) => points > 1), found.filter(({ points }) => points <= 1)]
  if (metrics.length === 0) return <Empty icon={ChartLine} title="No metrics yet" text="They are drawn here as they are logged." />
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Toolbar label="Metrics" slim>
        <div className="w-56"><TextField label="Find a metric" hideLabel type="search" placeholder="Find a metric" value={find} onChange={setFind} /></div>
        <Segmented label="Along" options={overs} value={over} onChange={setOver} />
        <span className="sp" />
        <span>{curves.length > most ? `first ${most} of ${curves.length} curves` : `${curves.length} curves`}</span>
      </Toolbar>
      <div className="min-h-0 flex-1 overflow-auto bg-paper p-3" role="region" aria-label="Charts of metrics" tabIndex={0}>
        <div className="grid grid-cols-1 gap-3 min-[900px]:grid-cols-2 min-[1500px]:grid-cols-3">{curves.slice(0, most).map(({ key }) => <MetricChart key={key} run={run} metric={key} over={over} />)}</div>
        {singles.length > 0 && <section className="card mt-3"><h2>Single values <small>{singles.length}</small></h2><MetricTable run={run.name} metrics={singles} /></section>}
      </div>
    </div>
  )
}

function MetricChart({ run, metric, over }: { readonly run: RunDetail; readonly metric: string; readonly over: 'step' | 'relative' }) {
  const { theme } = useDesk()
  const [range, setRange] = useState<readonly [number, number]>()
  const [along, setAlong] = useState<number>()
  const { data, error, refetch } = useQuery({ ...asking(runs.curves, { runs: [run.id], metrics: [metric], x: over, buckets: 600, ...(range ? { from: range[0], to: range[1] } : {}) }), placeholderData: keepPreviousData })
  const curve = data?.curves[0]
  return (
    <section className="card h-[260px]">
      <h2 className="clip">{metric} <small>{curve ? scopeOf(curve) : ''}</small></h2>
      {error && <div className="p-3"><ProblemNote error={error} onRetry={() => void refetch()} /></div>}
      {!curve && !error && <div className="p-3"><Skeleton lines={1} height={190} label={`Reading ${metric}`} /></div>}
      {curve && <Curves label={metric} scene={sceneOf(curve, { colour: classColour(run.ordinal % 7), over, range })} xName={over === 'step' ? 'step' : 'time since its start'} theme={theme} hovered={undefined} onHover={() => {}} along={along} onAlong={setAlong} onZoom={setRange} />}
    </section>
  )
}

function scopeOf({ exact, points, x, nans }: Curve): string {
  const drawn = exact ? 'exact' : `${points.toLocaleString('en-US')} points in ${x.length} buckets, extremes kept`
  return nans > 0 ? `${drawn}, ${nans.toLocaleString('en-US')} NaN not drawn` : drawn
}

function sceneOf({ metric, exact, x, mean, min, max }: Curve, { colour, over, range }: { readonly colour: string; readonly over: 'step' | 'relative'; readonly range: readonly [number, number] | undefined }): CurveScene {
  const line = { key: metric, id: metric, name: metric, colour, x, y: mean, ...(exact ? {} : { low: min, high: max }) }
  return { lines: [line], kind: over === 'step' ? 'number' : 'duration', logX: false, logY: false, range }
}
