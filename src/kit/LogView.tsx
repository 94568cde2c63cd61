import './log/log.css'
import { ScrollText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useCommandHere } from './desk.ts'
import { Empty } from './Empty.tsx'
import type { LogFeed } from './log/feed.ts'
import { lineIn, pageLines, pagesFor } from './log/log-window.ts'
import { LogBar } from './log/LogBar.tsx'
import { LogLines } from './log/LogLines.tsx'
import { useLog } from './log/useLog.ts'
import { useLogScroll } from './log/useLogScroll.ts'
import { useLogSearch } from './log/useLogSearch.ts'
import { useSize } from './plot/useSize.ts'
import { ProblemNote } from './ProblemNote.tsx'
import { Skeleton } from './Skeleton.tsx'

export interface LogViewProps {
  /** The log that this view shows as long as it is there. */
  readonly feed: LogFeed
  readonly active: boolean
  /** Its commands are `area.find`, `area.findNext`, `area.findPrevious`, `area.follow` and `area.wrap`. */
  readonly commands: string
  /** Before and behind the tools of the bar. */
  readonly lead?: ReactNode
  readonly more?: ReactNode
  /** Beside the lines; what it is given shows a line. */
  readonly renderAside?: (show: (line: number) => void) => ReactNode
  /** Lines that begin a part of the log. */
  readonly isHead?: (text: string) => boolean
  /** Why nothing is printed yet. */
  readonly waiting?: string | undefined
}

/** A log of any length, live: only the lines in sight are there. */
export function LogView({ feed, active, commands, lead, more, renderAside, isHead = none, waiting }: LogViewProps) {
  const [follow, setFollow] = useState(true)
  const [wrap, setWrap] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  const { ref, size: { height } } = useSize<HTMLDivElement>()
  const { store, tail, pages, error } = useLog(feed, height > 0)
  const total = tail?.total ?? 0
  const { from, to, vy, atEnd, spacer, scrolled, pressed, released, show } = useLogScroll(ref, { rows: total, view: height, follow, onFollow: setFollow })
  const search = useLogSearch(feed, { store, total, from, show })
  useEffect(() => store.want(tail ? pagesFor({ from, to }, tail) : []))
  useCommandHere(`${commands}.find`, active, () => field.current?.querySelector('input')?.focus())
  useCommandHere(`${commands}.findNext`, active, () => search.step(1))
  useCommandHere(`${commands}.findPrevious`, active, () => search.step(-1))
  useCommandHere(`${commands}.follow`, active, () => setFollow(!follow))
  useCommandHere(`${commands}.wrap`, active, () => setWrap(!wrap))
  const lineAt = (line: number) => {
    const part = tail && line >= tail.first ? tail : pages.get(Math.floor(line / pageLines))
    return part && lineIn(part, line)
  }
  return (
    <section className="flex min-h-0 flex-1 flex-col" aria-label="Log">
      <LogBar download={feed.download} search={search} field={field} tail={tail} wrap={wrap} onWrap={() => setWrap(!wrap)} follow={follow} onFollow={() => setFollow(!follow)} lead={lead} more={more} />
      {error && <div className="flex-none p-3"><ProblemNote error={error} onRetry={store.again} /></div>}
      <div className="flex min-h-0 flex-1">
        {renderAside?.(search.choose)}
        <div
          ref={ref} className={`logbox ${wrap ? 'wrap' : ''}`} role="region" aria-label="Lines of the log" tabIndex={0}
          onScroll={scrolled} onPointerDown={pressed} onPointerUp={released} onPointerCancel={released}
        >
          {!tail && !error && <div className="p-3"><Skeleton lines={8} height={14} label="Reading the log" /></div>}
          {tail && total === 0 && <NoLines over={tail.over} waiting={waiting} />}
          {total > 0 && <LogLines from={from} to={to} vy={vy} atEnd={atEnd} height={height} spacer={spacer} total={total} lineAt={lineAt} sought={search.text} chosen={search.chosen} isHead={isHead} />}
        </div>
      </div>
    </section>
  )
}

function NoLines({ over, waiting }: { readonly over: boolean; readonly waiting: string | undefined }) {
  return <Empty icon={ScrollText} title={over ? 'It printed nothing' : 'Nothing printed yet'} text={over ? 'The command ended without a word.' : (waiting ?? 'What it prints stands here at once.')} />
}

function none(): boolean {
  return false
}
