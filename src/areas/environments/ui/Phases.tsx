import { CircleCheck, CircleX, LoaderCircle } from 'lucide-react'
import { isOver } from '#areas/jobs/domain/job.ts'
import type { JobState } from '#areas/jobs/domain/job.ts'
import type { Phase } from '../domain/phases.ts'

/** The phases of a build as steps, each a way to its place in the log. */
export function Phases({ phases, state, onShow }: { readonly phases: readonly Phase[]; readonly state: JobState; readonly onShow: (line: number) => void }) {
  if (phases.length === 0) return null
  return (
    <ol className="w-[240px] flex-none overflow-auto border-r border-line p-2" aria-label="Phases of the build">
      {phases.map(({ text, line }, i) => {
        const [Icon, look, words] = looksOf(state, i === phases.length - 1)
        return (
          <li key={line}>
            <button type="button" onClick={() => onShow(line)} className="flex w-full items-start gap-2 rounded-1 px-2 py-1 text-left text-s -outline-offset-2 hover:bg-hover">
              <Icon size={14} className={`mt-0.5 flex-none ${look}`} aria-label={words} /><span className="min-w-0 wrap-anywhere">{text}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}

function looksOf(state: JobState, last: boolean) {
  if (!last || state === 'done') return [CircleCheck, 'text-good', 'done'] as const
  return isOver(state) ? [CircleX, 'text-bad', 'ended here'] as const : [LoaderCircle, 'turn text-accent', 'under way'] as const
}
