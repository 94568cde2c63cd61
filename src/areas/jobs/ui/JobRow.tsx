import { X } from 'lucide-react'
import { GridListItem } from 'react-aria-components/GridList'
import { Button } from '#kit/Button.tsx'
import { Progress } from '#kit/Progress.tsx'
import { isOver } from '../domain/job.ts'
import type { Job } from '../domain/job.ts'
import { errorWords } from './error-words.ts'
import { spansOf } from './spans.ts'
import { StateChip } from './StateChip.tsx'
import { stateLooks } from './states.ts'
import { useNow } from './useNow.ts'
import { WaitReason } from './WaitReason.tsx'
import { durationWords, momentWords, shortMoment } from './words.ts'

/** A job in the list: Enter or a click opens it, the arrow keys reach its cancel button. */
export function JobRow({ job, onCancel }: { readonly job: Job; readonly onCancel: () => void }) {
  const { id, title, state, progress, phase, reason, error } = job
  return (
    <GridListItem id={id} textValue={`${title}, ${stateLooks[state].words}`} className="flex flex-col gap-1 border-b border-line px-3 py-2 -outline-offset-2 data-hovered:bg-hover">
      <div className="flex min-h-[22px] items-start gap-2">
        <span className="line-clamp-2 min-w-0 flex-1 pt-0.5 text-s font-medium wrap-anywhere" title={title}>{title}</span>
        {!isOver(state) && <Button variant="ghost" size="s" icon={X} label={`Cancel: ${title}`} onPress={onCancel} />}
      </div>
      {state === 'running' && <Progress label={phase || 'Running'} {...(progress === null ? {} : { done: progress })} />}
      {state === 'waiting' && reason && <p className="text-s text-ink-2 wrap-anywhere"><WaitReason key={job.until} job={job} /></p>}
      {error !== null && <Why error={error} />}
      <JobFoot job={job} />
    </GridListItem>
  )
}

function Why({ error }: { readonly error: string }) {
  const { said, last } = errorWords(error)
  return (
    <>
      <p className="line-clamp-3 text-s wrap-anywhere" title={said}>{said}</p>
      {last !== '' && <p className="line-clamp-2 font-mono text-xs wrap-anywhere text-ink-2" title={last}>{last}</p>}
    </>
  )
}

/** Its state, how long it is or was at it, when, and in which environment or for whom. */
function JobFoot({ job }: { readonly job: Job }) {
  const { state, created, ended, actor, tags } = job
  const now = useNow(!isOver(state))
  const { waited, ran } = spansOf(job, now)
  return (
    <div className="flex min-w-0 items-center gap-1.5 text-xs whitespace-nowrap text-ink-2 tabular-nums">
      <StateChip state={state} />
      <span>{durationWords(ran ?? waited)}</span>
      <span aria-hidden="true">·</span>
      <time dateTime={ended ?? created} title={`${ended === null ? 'Asked for' : 'Ended'} ${momentWords(ended ?? created)}`}>{shortMoment(ended ?? created, now)}</time>
      <span aria-hidden="true">·</span>
      <span className="clip">{tags['environment'] ?? actor}</span>
    </div>
  )
}
