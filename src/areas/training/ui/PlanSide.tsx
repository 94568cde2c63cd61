import { CircleAlert, CircleCheck, CircleDashed, Copy, Info, Play } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import type { Draft } from '../domain/draft.ts'
import { lineOf } from '../domain/words.ts'
import { EnvironmentCard } from './EnvironmentCard.tsx'
import type { InTheWay, Training } from './useTraining.ts'

/** What pressing Train would do, and what stands in the way. */
export function PlanSide({ draft, work, since }: { readonly draft: Draft; readonly work: Training; /** What is said of the run that was cloned. */ readonly since: readonly string[] }) {
  const { plan, planError, problems, waiting, ready, start, starting, startError } = work
  return (
    <aside className="flex w-[320px] flex-none flex-col gap-4 overflow-auto border-l border-line bg-paper p-4" aria-label="What Train would do">
      {planError && <ProblemNote error={planError} />}
      {waiting && <Skeleton lines={6} height={18} label="Looking at what it would do" />}
      {plan && <PlanHead runs={plan.runs} draft={draft} />}
      <Button variant="primary" icon={Play} disabled={!ready} onPress={start} keyHint="Mod+Enter">{starting ? 'Starting' : draft.track ? 'Train' : 'Run'}</Button>
      {startError && <ProblemNote error={startError} />}
      <Ways problems={problems} notes={[...since, ...work.notes]} free={plan !== undefined && problems.length === 0} />
      <EnvironmentCard name={draft.environment} />
      {plan && plan.command.length > 0 && !plan.command.includes('') && <CommandCard command={plan.command} title={plan.runs > 1 ? 'Command of the first run' : 'Command'} />}
    </aside>
  )
}

function PlanHead({ runs, draft }: { readonly runs: number; readonly draft: Draft }) {
  return (
    <div className="flex flex-col gap-1">
      <h2 className="text-l font-semibold">{runs.toLocaleString('en-US')} {draft.track ? (runs === 1 ? 'run' : 'runs') : (runs === 1 ? 'job' : 'jobs')}</h2>
      <span className="text-s text-ink-2">{draft.track ? <>in <b className="font-medium">{draft.experiment}</b>, tracked live</> : 'without tracking'}</span>
    </div>
  )
}

function Ways({ problems, notes, free }: { readonly problems: readonly InTheWay[]; readonly notes: readonly string[]; readonly free: boolean }) {
  return (
    <ul className="flex flex-col gap-2 text-s" aria-label="What stands in the way" aria-live="polite">
      {problems.map(({ text, blank }) => <li key={text} className="flex gap-2">{blank ? <CircleDashed size={14} className="mt-0.5 flex-none text-ink-3" /> : <CircleAlert size={14} className="mt-0.5 flex-none text-bad" />}<span className="min-w-0 [overflow-wrap:anywhere]">{text}</span></li>)}
      {free && <li className="flex gap-2"><CircleCheck size={14} className="mt-0.5 flex-none text-good" />Nothing stands in the way.</li>}
      {notes.map((text) => <li key={text} className="flex gap-2 text-ink-2"><Info size={14} className="mt-0.5 flex-none" /><span className="min-w-0 [overflow-wrap:anywhere]">{text}</span></li>)}
    </ul>
  )
}

function CommandCard({ command, title }: { readonly command: readonly string[]; readonly title: string }) {
  const desk = useDesk()
  const line = lineOf(command)
  return (
    <section className="flex flex-col gap-1.5" aria-label="Command">
      <h3 className="flex items-center text-s font-medium">{title}<span className="sp" /><Button variant="ghost" size="s" icon={Copy} label="Copy the command" onPress={() => { void navigator.clipboard.writeText(line); desk.notify({ kind: 'good', text: 'The command is copied.' }) }} /></h3>
      <pre className="code whitespace-pre-wrap [overflow-wrap:anywhere]" tabIndex={0} role="group" aria-label="Command">{line}</pre>
    </section>
  )
}
