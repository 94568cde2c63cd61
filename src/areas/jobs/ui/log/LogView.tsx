import './log.css'
import { ScrollText } from 'lucide-react'
import { useRef, useState } from 'react'
import { useCommandHere } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { useSize } from '#kit/plot/useSize.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { LogBar } from './LogBar.tsx'
import { LogLines } from './LogLines.tsx'
import { useLog } from './useLog.ts'
import type { LogOf } from './useLog.ts'
import { useLogScroll } from './useLogScroll.ts'
import { useLogSearch } from './useLogSearch.ts'

interface Props { readonly log: LogOf; readonly attempts: readonly number[]; readonly onAttempt: (attempt: number) => void; readonly active: boolean }

/** A log of any length, live: only the lines in sight are there. */
export function LogView({ log, attempts, onAttempt, active }: Props) {
  const [rows, setRows] = useState(0)
  const [follow, setFollow] = useState(true)
  const [wrap, setWrap] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  const { ref, size: { height } } = useSize<HTMLDivElement>()
  const { from, to, vy, atEnd, spacer, scrolled, pressed, released, show } = useLogScroll(ref, { rows, view: height, follow, onFollow: setFollow })
  const { tail, lineAt, error, again } = useLog(log, { from, to, seen: height > 0 })
  const total = tail?.total ?? 0
  if (total !== rows) setRows(total)
  const search = useLogSearch(log, { total, from, show })
  useCommandHere('jobs.find', active, () => field.current?.querySelector('input')?.focus())
  useCommandHere('jobs.findNext', active, () => search.step(1))
  useCommandHere('jobs.findPrevious', active, () => search.step(-1))
  useCommandHere('jobs.follow', active, () => setFollow(!follow))
  useCommandHere('jobs.wrap', active, () => setWrap(!wrap))
  return (
    <section className="flex min-h-0 flex-1 flex-col" aria-label="Log">
      <LogBar log={log} attempts={attempts} onAttempt={onAttempt} search={search} field={field} tail={tail} wrap={wrap} onWrap={() => setWrap(!wrap)} follow={follow} onFollow={() => setFollow(!follow)} />
      {error && <div className="flex-none p-3"><ProblemNote error={error} onRetry={again} /></div>}
      <div
        ref={ref} className={`logbox ${wrap ? 'wrap' : ''}`} role="region" aria-label="Lines of the log" tabIndex={0}
        onScroll={scrolled} onPointerDown={pressed} onPointerUp={released} onPointerCancel={released}
      >
        {!tail && !error && <div className="p-3"><Skeleton lines={8} height={14} label="Reading the log" /></div>}
        {tail && total === 0 && <NoLines over={tail.over} />}
        {total > 0 && <LogLines from={from} to={to} vy={vy} atEnd={atEnd} height={height} spacer={spacer} total={total} lineAt={lineAt} sought={search.text} chosen={search.chosen} />}
      </div>
    </section>
  )
}

function NoLines({ over }: { readonly over: boolean }) {
  return <Empty icon={ScrollText} title={over ? 'It printed nothing' : 'Nothing printed yet'} text={over ? 'The command ended without a word.' : 'What it prints stands here at once.'} />
}
