import { CopyPlus, RotateCw, ScrollText, Square } from 'lucide-react'
import { jobs } from '#areas/jobs/contract.ts'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { useCommand } from '#wire/ask.ts'
import type { RunDetail } from '../../domain/run.ts'

/** For a run that the studio started: its job, its end, and the same once more. */
export function JobButtons({ run }: { readonly run: RunDetail }) {
  const desk = useDesk()
  const stopping = useCommand(jobs.cancel)
  const job = run.tags.find(({ key }) => key === 'atelier.job')?.value
  if (job === undefined) return undefined
  const under = run.status === 'RUNNING' || run.status === 'SCHEDULED'
  const stop = () => stopping.mutate({ id: job }, { onError: (error) => desk.notify({ kind: 'bad', text: error.message }), onSuccess: () => desk.notify({ kind: 'info', text: `“${run.name}” is being stopped.` }) })
  return (
    <>
      <Button variant="ghost" icon={ScrollText} label="Its job, with the log" onPress={() => desk.open('job', { id: job })} />
      {under
        ? <Button icon={Square} disabled={stopping.isPending} onPress={stop}>Stop</Button>
        : <Button icon={RotateCw} onPress={() => desk.open('trainAgain', { run: run.id })}>Run again</Button>}
      <Button icon={CopyPlus} onPress={() => desk.open('train', { run: run.id })}>Clone</Button>
    </>
  )
}
