import { FileDown } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Combo } from '#kit/Combo.tsx'
import { useDesk } from '#kit/desk.ts'
import type { PanelProps } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import { plural } from '#lib/words.ts'
import { ask, useCommand } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import { Report } from '../../domain/analysis.ts'
import { scopeWords, timeWords } from '../../domain/words.ts'
import { columnOption } from '../form/field-props.ts'
import { FilterNote } from '../session/FilterNote.tsx'
import { JobLine } from '../session/JobLine.tsx'
import { resultOf, useJobOf } from '../session/useJobOf.ts'
import { PlaceWait } from '../session/PlaceWait.tsx'
import { usePlace } from '../session/usePlace.ts'
import type { Place } from '../session/usePlace.ts'
import { useRunOnce } from '../session/useRunOnce.ts'
import '../wrangler.css'
import { ProfileCard } from './ProfileCard.tsx'
import { useFix } from './useFix.ts'
import { WarningList } from './WarningList.tsx'

/** What is wrong or surprising in the data, the gravest first, each with the step that mends it. */
export function ReportPanel({ params, setParams }: PanelProps) {
  const { place, wait, error, retry } = usePlace(params)
  if (error) return <div className="panel p-4"><ProblemNote error={error} onRetry={retry} /></div>
  if (!place) return <PlaceWait wait={wait} />
  return <Reporting place={place} target={params['target']} onTarget={(id) => setParams({ target: id })} fixes={place.path ?? params['fixes']} onFixes={(fixes) => setParams({ fixes })} />
}

interface Props {
  readonly place: Place
  readonly target: string | undefined
  readonly onTarget: (id: string) => void
  /** The recipe that takes the fixes; the first of them makes one for a data set. */
  readonly fixes: string | undefined
  readonly onFixes: (path: string) => void
}

function Reporting({ place, target, onTarget, fixes, onFixes }: Props) {
  const { dataset, recipe, view, columns } = place
  const run = useJobOf(() => ask(wrangler.report, { recipe, view, ...(target ? { target } : {}) }))
  const fix = useFix({ dataset, path: fixes, onPath: onFixes })
  const start = () => run.start(undefined)
  useRunOnce(JSON.stringify([recipe, view.filter, target]), start)
  const report = resultOf(run, Report)
  return (
    <div className="panel wr-analysis">
      <Toolbar label="Quality report">
        <h1 className="ttl clip">Quality of {dataset}</h1>
        <span className="sp" />
        {report && <span className="text-xs text-ink-2">{plural(report.rows, 'row')} × {plural(report.columns, 'column')} · {scopeWords(report.scope)} · {timeWords(report.ms)}</span>}
        <Button disabled={run.running} onPress={start}>Run again</Button>
        <SaveButton job={run.job?.id} report={report} />
      </Toolbar>
      <div className="wr-analysisbody">
        <FilterNote place={place} />
        <div className="wr-asks"><Combo label="Target, to look for leaks" options={[{ id: '', label: 'none' }, ...columns.map(columnOption)]} value={target ?? ''} onChange={(id) => onTarget(id ?? '')} /></div>
        <JobLine run={run} label="Looking at every column" onRetry={start} />
        {!report && run.running && <Skeleton lines={10} height={20} label="Writing the report" />}
        {report && <WarningList warnings={report.warnings} fix={fix} />}
        {report && <div className="wr-profiles">{report.profiles.map((profile) => <ProfileCard key={profile.column} profile={profile} />)}</div>}
      </div>
    </div>
  )
}

function SaveButton({ job, report }: { readonly job: string | undefined; readonly report: Report | undefined }) {
  const desk = useDesk()
  const save = useCommand(wrangler.saveReport)
  const write = () => {
    if (job === undefined || !report) return
    save.mutate({ job, path: `reports/${report.dataset} ${report.at.slice(0, 10)}.html` }, {
      onSuccess: ({ path }) => desk.notify({ kind: 'good', text: `Saved as ${path}.`, action: { label: 'Open', run: () => desk.openFile(path) } }),
      onError: (problem) => desk.notify({ kind: 'bad', text: problem.message }),
    })
  }
  return <Button icon={FileDown} disabled={!report || save.isPending} onPress={write}>Save as HTML</Button>
}
