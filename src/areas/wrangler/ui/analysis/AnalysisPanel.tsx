import { useEffect } from 'react'
import { Button } from '#kit/Button.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Select } from '#kit/Select.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { ask } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import { Finding } from '../../domain/analysis.ts'
import type { Analysis } from '../../domain/analysis.ts'
import { scopeWords, timeWords } from '../../domain/words.ts'
import { FilterNote } from '../session/FilterNote.tsx'
import { JobLine } from '../session/JobLine.tsx'
import { resultOf, useJobOf } from '../session/useJobOf.ts'
import { PlaceWait } from '../session/PlaceWait.tsx'
import { usePlace } from '../session/usePlace.ts'
import type { Place } from '../session/usePlace.ts'
import { useRunOnce } from '../session/useRunOnce.ts'
import '../wrangler.css'
import { AnalysisForm } from './AnalysisForm.tsx'
import { askedOf, kindOf } from './first-analysis.ts'
import { FindingView } from './FindingView.tsx'
import { analysisTitle, titles } from './titles.ts'

type Kind = Analysis['kind']
const kinds = [...titles].map(([id, label]) => ({ id, label }))

/** One question about all rows after a step, asked as a job and kept in the address. */
export function AnalysisPanel({ params, setParams, setTitle }: PanelProps) {
  const { place, wait, error, retry } = usePlace(params)
  const kind = kindOf(params['kind'])
  const title = `${titles.get(kind)} · ${place?.dataset ?? ''}`
  useEffect(() => setTitle(title), [title, setTitle])
  if (error) return <div className="panel p-4"><ProblemNote error={error} onRetry={retry} /></div>
  if (!place) return <PlaceWait wait={wait} />
  return <Asking place={place} kind={kind} text={params['ask']} onKind={(next) => setParams({ kind: next, ask: '' })} onAsk={(next) => setParams({ kind: next.kind, ask: JSON.stringify(next) })} />
}

function Asking({ place, kind, text, onKind, onAsk }: { readonly place: Place; readonly kind: Kind; readonly text: string | undefined; readonly onKind: (kind: Kind) => void; readonly onAsk: (asked: Analysis) => void }) {
  const { dataset, recipe, view, columns } = place
  const asked = askedOf(text, columns, kind)
  const run = useJobOf((analysis: Analysis) => ask(wrangler.analyse, { recipe, view, analysis }))
  const start = () => { if (asked) run.start(asked) }
  useRunOnce(asked && JSON.stringify([recipe, view.filter, asked]), start)
  const finding = resultOf(run, Finding)
  const fitting = finding?.kind === kind ? finding : undefined
  return (
    <div className="panel wr-analysis">
      <Toolbar label="Analysis">
        <h1 className="ttl clip">{dataset}</h1>
        <div className="w-40"><Select label="Analysis" hideLabel options={kinds} value={kind} onChange={onKind} /></div>
        <span className="sp" />
        {fitting && <span className="text-xs text-ink-2">{scopeWords(fitting.scope)} · {timeWords(fitting.ms)}</span>}
        <Button disabled={!asked || run.running} onPress={start}>Run again</Button>
      </Toolbar>
      <div className="wr-analysisbody">
        <FilterNote place={place} />
        {asked ? <AnalysisForm asked={asked} columns={columns} onChange={onAsk} /> : <ProblemNote error={`${titles.get(kind)} needs columns of a type that this data does not have, such as two numeric ones.`} />}
        <JobLine run={run} label={analysisTitle(kind)} onRetry={start} />
        {fitting && <FindingView finding={fitting} asked={asked} columns={columns} />}
        {!fitting && run.running && <Skeleton lines={8} height={20} label={`Computing ${titles.get(kind)}`} />}
      </div>
    </div>
  )
}
