import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Progress } from '#kit/Progress.tsx'
import { Select } from '#kit/Select.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { Button } from '#kit/Button.tsx'
import { ask, asking } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import { Analysis, Finding } from '../../domain/analysis.ts'
import type { Column } from '../../domain/columns.ts'
import { predicateWords, scopeWords, timeWords } from '../../domain/words.ts'
import { useJobOf } from '../session/useJobOf.ts'
import { usePlace } from '../session/usePlace.ts'
import '../wrangler.css'
import { AnalysisForm } from './AnalysisForm.tsx'
import { firstAnalysis } from './first-analysis.ts'
import { FindingView } from './FindingView.tsx'
import { titles } from './titles.ts'

/** One question about all rows after a step, asked as a job and kept in the address. */
export function AnalysisPanel({ params, setParams, setTitle }: PanelProps) {
  const { opened, recipe, view, error, retry } = usePlace(params)
  const plan = useQuery({ ...asking(wrangler.plan, { recipe: recipe ?? nothing }), enabled: recipe !== undefined, staleTime: Infinity })
  const columns = plan.data?.columns
  const kind = kindOf(params['kind'])
  const asked = askedOf(params['ask'], columns, kind)
  const [begun, setBegun] = useState('')
  const run = useJobOf((analysis: Analysis) => ask(wrangler.analyse, { recipe: recipe ?? nothing, view: { ...view, sort: [] }, analysis }))
  const title = `${titles[kind]} · ${opened?.recipe.source.dataset ?? ''}`
  useEffect(() => setTitle(title), [title, setTitle])
  const key = asked && JSON.stringify([recipe, view.filter, asked])
  const start = useRef(run.start)
  useEffect(() => { start.current = run.start })
  useEffect(() => {
    if (!key || !asked || key === begun) return
    setBegun(key)
    start.current(asked)
  }, [key, asked, begun])
  const finding = run.job?.state === 'done' ? Finding.safeParse(run.job.result).data : undefined
  const name = (id: string) => columns?.find((column) => column.id === id)?.name ?? id
  if (error ?? plan.error) return <div className="panel p-4"><ProblemNote error={error ?? plan.error} onRetry={retry} /></div>
  return (
    <div className="panel wr-analysis">
      <Toolbar label="Analysis">
        <h1 className="ttl clip">{opened?.recipe.source.dataset ?? '…'}</h1>
        <div className="w-40"><Select label="Analysis" hideLabel options={kinds} value={kind} onChange={(next) => setParams({ kind: next, ask: '' })} /></div>
        <span className="sp" />
        {finding && <span className="text-xs text-ink-2">{scopeWords(finding.scope)} · {timeWords(finding.ms)}</span>}
        <Button disabled={!asked || run.running} onPress={() => { if (asked) run.start(asked) }}>Run again</Button>
      </Toolbar>
      <div className="wr-analysisbody">
        {view.filter.length > 0 && <p className="text-xs text-ink-2">Of the rows where {view.filter.map((one) => predicateWords(one, name)).join(' and ')}.</p>}
        {columns && asked && <AnalysisForm asked={asked} columns={columns} onChange={(next) => setParams({ ask: JSON.stringify(next), kind: next.kind })} />}
        {columns && !asked && <ProblemNote error={`${titles[kind]} needs columns that this data does not have${kind === 'scatter' || kind === 'correlation' ? ': at least two numeric ones' : ''}.`} />}
        {run.running && <Progress label={run.job?.phase || titles[kind]} {...(run.job?.progress === null || run.job === undefined ? {} : { done: run.job.progress })} reason={run.job?.reason} onCancel={run.cancel} />}
        {run.error && !run.running && <ProblemNote error={run.error} onRetry={() => { if (asked) run.start(asked) }} />}
        {finding?.kind === kind && columns ? <FindingView finding={finding} asked={asked} columns={columns} /> : !run.error && <Skeleton lines={8} height={20} label={`Computing ${titles[kind]}`} />}
      </div>
    </div>
  )
}

const nothing = { schema: 1 as const, source: { dataset: '', columns: [] }, steps: [] }
const kindNames = ['histogram', 'scatter', 'summary', 'correlation', 'leakage', 'duplicates'] as const
const kinds = kindNames.map((id) => ({ id, label: titles[id] }))

function kindOf(text: string | undefined): Analysis['kind'] {
  return kindNames.find((kind) => kind === text) ?? 'summary'
}

function askedOf(text: string | undefined, columns: readonly Column[] | undefined, kind: Analysis['kind']): Analysis | undefined {
  if (!columns) return undefined
  try {
    const parsed = Analysis.safeParse(JSON.parse(text ?? ''))
    if (parsed.success && parsed.data.kind === kind) return parsed.data
  } catch {
    return firstAnalysis(kind, columns)
  }
  return firstAnalysis(kind, columns)
}
