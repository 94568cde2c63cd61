import { CopyPlus, RotateCw, ScrollText, Square } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { StopDialog } from '#kit/StopDialog.tsx'
import { jobTag } from '../../domain/run.ts'
import type { RunDetail } from '../../domain/run.ts'
import { useStop } from '../acts/useStop.ts'

/** For a run that the studio started: its job, its end, and the same once more. */
export function JobButtons({ run }: { readonly run: RunDetail }) {
  const desk = useDesk()
  const { stop, stopping } = useStop()
  const [asked, setAsked] = useState(false)
  const job = run.tags.find(({ key }) => key === jobTag)?.value
  if (job === undefined) return undefined
  const under = run.status === 'RUNNING' || run.status === 'SCHEDULED'
  return (
    <>
      <Button variant="ghost" icon={ScrollText} label="Its job, with the log" onPress={() => desk.open('job', { id: job })} />
      {under
        ? <Button icon={Square} disabled={stopping} onPress={() => setAsked(true)}>Stop</Button>
        : <Button icon={RotateCw} onPress={() => desk.open('trainAgain', { run: run.id })}>Run again</Button>}
      <Button icon={CopyPlus} onPress={() => desk.open('train', { run: run.id })}>Clone</Button>
      {asked && <StopDialog title={run.name} started={run.status === 'RUNNING'} onStop={() => stop(job, run.name)} onClose={() => setAsked(false)} />}
    </>
  )
}
