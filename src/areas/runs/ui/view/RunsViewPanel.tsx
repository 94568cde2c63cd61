import { useQuery } from '@tanstack/react-query'
import { ChartLine } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import type { PanelProps } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import { LogHow } from '../side/LogHow.tsx'
import { NoView } from './NoView.tsx'
import { useOpenedView } from './useOpenedView.ts'
import type { OpenedView } from './useOpenedView.ts'
import { ViewSkeleton } from './ViewSkeleton.tsx'
import { Workbench } from './Workbench.tsx'
import '../runs.css'

/** Runs of some experiments, or a saved view of them: table, cards, filter. */
export function RunsViewPanel(props: PanelProps) {
  const { params } = props
  if (!params['view'] && !params['experiments']) return <NothingChosen />
  return <Opening key={params['view'] ?? params['experiments']} {...props} />
}

function Opening(props: PanelProps) {
  const { params, setTitle } = props
  const { opened, error, retry } = useOpenedView(params)
  const experiments = opened?.base.query.experiments ?? []
  const { data: all } = useQuery(asking(runs.experiments, { stage: 'all' }))
  const names = new Map((all ?? []).map(({ id, name }) => [id, name]))
  const title = titleOf(opened, names)
  useEffect(() => { if (opened && all) setTitle(title) }, [opened, all, title, setTitle])
  if (error) return <div className="panel rn p-4"><NoView view={params['view'] !== undefined}><ProblemNote error={error} onRetry={retry} /></NoView></div>
  if (!opened || !all) return <ViewSkeleton />
  const gone = experiments.filter((id) => !names.has(id))
  if (gone.length === experiments.length) return <div className="panel rn p-4"><NoView view={false}><ProblemNote error={`There is no experiment ${gone.join(', ')} in this workspace.`} /></NoView></div>
  const own = all.filter(({ id }) => experiments.includes(id))
  if (!opened.view && own.every((one) => one.runs === 0)) return <div className="panel rn"><LogHow experiment={own[0]?.name} /></div>
  return <Workbench key={opened.key} {...props} opened={opened} title={title} experiments={names} running={own.reduce((sum, one) => sum + one.running, 0)} />
}

function titleOf(opened: OpenedView | undefined, names: ReadonlyMap<string, string>): string {
  if (opened?.view) return opened.view.name
  return opened?.base.query.experiments.map((id) => names.get(id) ?? `experiment ${id}`).join(', ') ?? 'Runs'
}

function NothingChosen() {
  const desk = useDesk()
  return <div className="panel rn"><Empty icon={ChartLine} title="No experiment chosen" text="Choose one or several experiments in the Runs panel, or a saved view." action={<Button variant="primary" onPress={() => desk.open('runs')}>Show the experiments</Button>} /></div>
}
