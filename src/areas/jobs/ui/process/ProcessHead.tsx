import { CopyPlus, LineChart, RotateCw, Square } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useCommandHere, useDesk } from '#kit/desk.ts'
import { Toolbar } from '#kit/Toolbar.tsx'
import { isOver } from '../../domain/job.ts'
import type { Job } from '../../domain/job.ts'
import { StateChip } from '../StateChip.tsx'
import { StopAsk } from '../StopAsk.tsx'

/** What it is, how it stands, and what can be done with it. */
export function ProcessHead({ job, active }: { readonly job: Job; readonly active: boolean }) {
  const desk = useDesk()
  const [stopping, setStopping] = useState(false)
  const { run } = job.tags
  const [under, ours] = [!isOver(job.state), job.kind === 'training.run']
  const again = () => desk.open('trainAgain', { job: job.id })
  const clone = () => desk.open('train', { job: job.id })
  useCommandHere('jobs.cancel', active && under, () => setStopping(true))
  useCommandHere('jobs.again', active && ours, again)
  useCommandHere('jobs.clone', active && ours, clone)
  return (
    <Toolbar label="Job">
      <h1 className="ttl clip" title={job.title}>{job.title}</h1>
      <span role="status" className="flex"><StateChip state={job.state} /></span>
      <span className="sp" />
      {run !== undefined && <Button icon={LineChart} onPress={() => desk.open('run', { run })}>Its run</Button>}
      {ours && <Button icon={RotateCw} onPress={again}>Run again</Button>}
      {ours && <Button icon={CopyPlus} onPress={clone}>Clone</Button>}
      {under && <Button variant="danger" icon={Square} onPress={() => setStopping(true)}>Stop</Button>}
      {stopping && <StopAsk job={job} onClose={() => setStopping(false)} />}
    </Toolbar>
  )
}
