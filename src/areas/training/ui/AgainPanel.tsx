import { Dumbbell, Play } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import type { PanelProps } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { useCommand } from '#wire/ask.ts'
import { training } from '../contract.ts'
import { factsOf } from '../domain/again.ts'
import { useHow } from './useHow.ts'

/** What starting a run once more means, to the letter: said before it is done. */
export function AgainPanel({ params, close }: PanelProps) {
  const { run = '', job = '' } = params
  const asked = run === '' ? { job } : { run }
  const desk = useDesk()
  const { data, error, refetch } = useHow(params)
  const starting = useCommand(training.rerun)
  const clone = () => { close(); desk.open('train', asked) }
  const start = () => starting.mutate(asked, {
    onSuccess: ({ started, experiment }) => {
      const [first] = started
      close()
      desk.notify({ kind: 'good', text: `“${data?.spec.title}” is started again.`, ...(first?.run ? { action: { label: 'Show it', run: () => desk.open('run', { run: first.run ?? '' }) } } : {}) })
      if (experiment === null && first) desk.open('job', { id: first.job })
      if (experiment !== null) desk.open('runsView', { experiments: experiment })
    },
  })
  if (error) return <div className="h-full bg-surface p-4" data-view="trainAgain"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (data === null) return <div className="h-full bg-surface" data-view="trainAgain"><Empty icon={Dumbbell} title="Not started here" text="It was not started from here, so how it was started is not known." action={<Button variant="primary" onPress={() => desk.open('train')}>Choose a script</Button>} /></div>
  if (!data) return <div className="h-full bg-surface p-6" data-view="trainAgain"><Skeleton lines={8} height={20} label="Reading how it was started" /></div>
  return (
    <div className="h-full min-h-0 overflow-auto bg-surface" data-view="trainAgain">
      <div className="mx-auto flex max-w-[620px] flex-col gap-4 p-6">
        <h1 className="text-xl font-semibold">Run “{data.spec.title}” again</h1>
        <p className="text-s text-ink-2">The same code, packages, data and values as then, whatever they are today.</p>
        <Facts rows={factsOf(data)} />
        {starting.error && <ProblemNote error={starting.error} />}
        <div className="flex items-center gap-2"><Button variant="primary" icon={Play} disabled={starting.isPending} onPress={start}>{starting.isPending ? 'Starting' : 'Run again'}</Button><Button onPress={clone}>Clone with changes</Button><Button variant="ghost" onPress={close}>Cancel</Button></div>
      </div>
    </div>
  )
}

function Facts({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return <dl className="card grid grid-cols-[120px_minmax(0,1fr)] gap-x-3 gap-y-2 p-3 text-s">{rows.map(([name, text]) => <div key={name} className="contents"><dt className="text-ink-2">{name}</dt><dd className="min-w-0 whitespace-pre-line [overflow-wrap:anywhere]">{text}</dd></div>)}</dl>
}
