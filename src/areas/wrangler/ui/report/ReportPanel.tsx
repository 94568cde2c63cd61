import { useQuery } from '@tanstack/react-query'
import { FileDown } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Combo } from '#kit/Combo.tsx'
import { useDesk } from '#kit/desk.ts'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Progress } from '#kit/Progress.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { ask, asking, useCommand } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import { Report } from '../../domain/analysis.ts'
import type { Recipe } from '../../domain/recipe.ts'
import { countWords, scopeWords, timeWords } from '../../domain/words.ts'
import { columnOption } from '../form/field-props.ts'
import { useJobOf } from '../session/useJobOf.ts'
import { usePlace } from '../session/usePlace.ts'
import '../wrangler.css'
import { ProfileCard } from './ProfileCard.tsx'
import { useFix } from './useFix.ts'
import { WarningList } from './WarningList.tsx'

/** What is wrong or surprising in the data, the gravest first, each with the step that mends it. */
export function ReportPanel({ params, setParams }: PanelProps) {
  const { opened, recipe, view, path, error, retry } = usePlace(params)
  const desk = useDesk()
  const plan = useQuery({ ...asking(wrangler.plan, { recipe: recipe ?? nothing }), enabled: recipe !== undefined, staleTime: Infinity })
  const [begun, setBegun] = useState('')
  const target = params['target']
  const run = useJobOf((of: { recipe: Recipe; target: string | undefined }) => ask(wrangler.report, { recipe: of.recipe, view: { ...view, sort: [] }, ...(of.target ? { target: of.target } : {}) }))
  const save = useCommand(wrangler.saveReport)
  const fix = useFix({ path, dataset: opened?.recipe.source.dataset })
  const key = recipe && JSON.stringify([recipe, view.filter, target])
  const start = useRef(run.start)
  useEffect(() => { start.current = run.start })
  useEffect(() => {
    if (!key || !recipe || key === begun) return
    setBegun(key)
    start.current({ recipe, target })
  }, [key, recipe, begun, target])
  const report = run.job?.state === 'done' ? Report.safeParse(run.job.result).data : undefined
  const saveHtml = () => {
    if (!run.job || !report) return
    const file = `reports/${report.dataset} ${report.at.slice(0, 10)}.html`
    save.mutate({ job: run.job.id, path: file }, {
      onSuccess: ({ path: saved }) => desk.notify({ kind: 'good', text: `Saved as ${saved}.`, action: { label: 'Open', run: () => desk.openFile(saved) } }),
      onError: (problem) => desk.notify({ kind: 'bad', text: problem.message }),
    })
  }
  if (error ?? plan.error) return <div className="panel p-4"><ProblemNote error={error ?? plan.error} onRetry={retry} /></div>
  return (
    <div className="panel wr-analysis">
      <Toolbar label="Quality report">
        <h1 className="ttl clip">Quality of {opened?.recipe.source.dataset ?? '…'}</h1>
        <span className="sp" />
        {report && <span className="text-xs text-ink-2">{countWords(report.rows)} rows × {countWords(report.columns)} columns · {scopeWords(report.scope)} · {timeWords(report.ms)}</span>}
        <Button disabled={run.running || !recipe} onPress={() => { if (recipe) run.start({ recipe, target }) }}>Run again</Button>
        <Button icon={FileDown} disabled={!report || save.isPending} onPress={saveHtml}>Save as HTML</Button>
      </Toolbar>
      <div className="wr-analysisbody">
        {plan.data && <div className="wr-asks"><Combo label="Target, to look for leaks" options={[{ id: '', label: 'none' }, ...plan.data.columns.map(columnOption)]} value={target ?? ''} onChange={(id) => setParams({ target: id ?? '' })} /></div>}
        {run.running && <Progress label={run.job?.phase || 'Looking at every column'} {...(run.job?.progress === null || run.job === undefined ? {} : { done: run.job.progress })} reason={run.job?.reason} onCancel={run.cancel} />}
        {run.error && !run.running && <ProblemNote error={run.error} onRetry={() => { if (recipe) run.start({ recipe, target }) }} />}
        {!report && !run.error && <Skeleton lines={10} height={20} label="Writing the report" />}
        {report && <WarningList warnings={report.warnings} fix={fix} />}
        {report && <div className="wr-profiles">{report.profiles.map((profile) => <ProfileCard key={profile.column} profile={profile} />)}</div>}
      </div>
    </div>
  )
}

const nothing = { schema: 1 as const, source: { dataset: '', columns: [] }, steps: [] }
