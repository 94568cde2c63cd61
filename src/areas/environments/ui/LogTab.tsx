import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleX, LoaderCircle, ScrollText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { jobs } from '#areas/jobs/contract.ts'
import { isOver } from '#areas/jobs/domain/job.ts'
import type { JobState } from '#areas/jobs/domain/job.ts'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Switch } from '#kit/Switch.tsx'
import { asking } from '#wire/ask.ts'
import { isPhase, phasesIn } from '../domain/phases.ts'

const most = 5000
const near = 24

/** The last build: its phases as steps, and its log as it is written. */
export function LogTab({ job }: { readonly job: string | null }) {
  if (job === null) return <Empty icon={ScrollText} title="No build yet" text="The log of a build is shown here while it is written, and kept." />
  return <BuildLog key={job} job={job} />
}

function BuildLog({ job }: { readonly job: string }) {
  const desk = useDesk()
  const { data: told } = useQuery(asking(jobs.get, { id: job }))
  const over = told !== undefined && isOver(told.state)
  const { data: log, error, refetch } = useQuery({ ...asking(jobs.log, { id: job, from: -most, lines: most }), refetchInterval: over ? false : 400 })
  const [follow, setFollow] = useState(true)
  const box = useRef<HTMLDivElement>(null)
  const total = log?.total ?? 0
  useEffect(() => { if (follow) box.current?.scrollTo({ top: box.current.scrollHeight }) })
  useEffect(() => { if (over) void refetch() }, [over, refetch])
  if (error) return <div className="p-4"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!log || !told) return <div className="p-6"><Skeleton lines={10} label="Reading the log" /></div>
  const show = (line: number) => { setFollow(false); box.current?.children[line]?.scrollIntoView({ block: 'start' }) }
  return (
    <div className="flex min-h-0 flex-1">
      <Phases lines={log.lines} state={told.state} onShow={show} />
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="bar slim">
          <span className="clip">{log.first > 0 ? `the last ${most.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} lines` : `${total.toLocaleString('en-US')} lines`}</span>
          <span className="sp" />
          <Switch on={follow} onChange={setFollow}>Follow</Switch>
          <Button size="s" onPress={() => desk.open('job', { id: job })}>Open the job</Button>
        </div>
        <div ref={box} onScroll={({ currentTarget }) => setFollow(atEnd(currentTarget))} role="log" aria-label="Log of the last build" tabIndex={0} className="min-h-0 flex-1 overflow-auto px-4 py-2 font-mono text-xs leading-5 select-text [font-variant-ligatures:none] -outline-offset-2">
          {log.lines.map((line, i) => <div key={log.first + i} className={`whitespace-pre-wrap wrap-anywhere ${isPhase(line) ? 'font-semibold text-accent' : ''}`}>{line || ' '}</div>)}
          {log.lines.length === 0 && <p className="font-sans text-s text-ink-2">{told.reason || 'Nothing was printed yet.'}</p>}
        </div>
      </div>
    </div>
  )
}

function atEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < near
}

function Phases({ lines, state, onShow }: { readonly lines: readonly string[]; readonly state: JobState; readonly onShow: (line: number) => void }) {
  const phases = phasesIn(lines)
  if (phases.length === 0) return null
  return (
    <ol className="w-[240px] flex-none overflow-auto border-r border-line p-2" aria-label="Phases of the build">
      {phases.map(({ text, line }, i) => {
        const last = i === phases.length - 1
        const [Icon, look, words] = !last || state === 'done' ? [CircleCheck, 'text-good', 'done'] as const : isOver(state) ? [CircleX, 'text-bad', 'ended here'] as const : [LoaderCircle, 'turn text-accent', 'under way'] as const
        return (
          <li key={line}>
            <button type="button" onClick={() => onShow(line)} className="flex w-full items-start gap-2 rounded-1 px-2 py-1 text-left text-s -outline-offset-2 hover:bg-hover">
              <Icon size={14} className={`mt-0.5 ${look}`} aria-label={words} /><span className="min-w-0 wrap-anywhere">{text}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
