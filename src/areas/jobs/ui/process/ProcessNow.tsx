import { Ban, CircleAlert, CircleCheck, Hourglass, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Icon } from '#kit/icon.ts'
import { LogExcerpt } from '#kit/LogExcerpt.tsx'
import { Progress } from '#kit/Progress.tsx'
import type { Job } from '../../domain/job.ts'
import type { Attempt, ProcessSpec } from '../../domain/process.ts'
import { unwrittenWords } from '../output-words.ts'
import { WaitReason } from '../WaitReason.tsx'
import { durationWords } from '../words.ts'

interface Props { readonly job: Job; readonly spec: ProcessSpec | undefined; readonly attempts: readonly Attempt[] }

/** Why it waits, how far it is, or how it ended with its last lines. */
export function ProcessNow({ job, spec, attempts }: Props) {
  switch (job.state) {
    case 'waiting': return <Strip icon={Hourglass}>{job.reason ? <WaitReason key={job.until} job={job} /> : 'Waiting for its turn.'}</Strip>
    case 'running': return <Running job={job} graceSeconds={spec?.graceSeconds ?? 10} />
    case 'done': return <Done attempts={attempts} />
    case 'cancelled': return <Strip icon={Ban}>{stoppedWords(job, attempts.at(-1)?.signal)}</Strip>
    case 'failed':
    case 'lost': return <Failed error={job.error ?? ''} />
  }
}

function Running({ job: { phase, progress }, graceSeconds }: { readonly job: Job; readonly graceSeconds: number }) {
  if (phase === 'Stopping') return <Strip icon={Hourglass}>{`Asked to end. It is ended by force after ${graceSeconds} s.`}</Strip>
  if (phase === '' && !progress) return null
  return <div className="flex-none border-b border-line px-4 py-2"><Progress label={phase || 'Running'} {...(progress === null ? {} : { done: progress })} /></div>
}

function Failed({ error }: { readonly error: string }) {
  const [said, ...lines] = error.split('\n')
  return (
    <div className="flex max-h-[40%] flex-none flex-col gap-2 overflow-auto border-b border-line bg-bad-soft px-4 py-2 text-s" role="alert">
      <p className="flex gap-2 font-medium"><CircleAlert size={14} className="mt-0.5 flex-none text-bad" />{said || 'It ended without saying why.'}</p>
      <LogExcerpt lines={lines} />
    </div>
  )
}

function Done({ attempts }: Pick<Props, 'attempts'>) {
  const unwritten = unwrittenWords(attempts.at(-1)?.outputs ?? [])
  return <Strip icon={unwritten === '' ? CircleCheck : TriangleAlert}>{[doneWords(attempts), unwritten].filter(Boolean).join(' ')}</Strip>
}

function doneWords(attempts: readonly Attempt[]): string {
  const last = attempts.at(-1)
  if (!last?.ended) return 'Ended with exit code 0.'
  return `Ended with exit code 0 after ${durationWords(Date.parse(last.ended) - Date.parse(last.started))}${attempts.length > 1 ? `, at attempt ${last.number}` : ''}.`
}

function stoppedWords({ started }: Job, signal: string | null | undefined): string {
  return started === null ? 'Stopped before it started.' : `Stopped by the user${signal ? `; ${signal} ended it` : ''}.`
}

function Strip({ icon: Icon, children }: { readonly icon: Icon; readonly children: ReactNode }) {
  return <p className="flex flex-none gap-2 border-b border-line bg-paper px-4 py-2 text-s wrap-anywhere"><span className="mt-0.5 flex-none"><Icon size={14} /></span>{children}</p>
}
