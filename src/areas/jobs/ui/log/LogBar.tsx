import { ArrowDownToLine, ChevronDown, ChevronUp, Download, Search, WrapText } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import { Button } from '#kit/Button.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { bytesWords } from '../words.ts'
import type { LogEnd, LogOf } from './useLog.ts'

interface Props {
  readonly log: LogOf
  readonly attempts: readonly number[]
  readonly onAttempt: (attempt: number) => void
  readonly search: { readonly text: string; readonly words: string; readonly any: boolean; readonly change: (text: string) => void; readonly step: (by: 1 | -1) => void }
  readonly field: RefObject<HTMLDivElement | null>
  readonly tail: LogEnd | undefined
  readonly wrap: boolean
  readonly onWrap: () => void
  readonly follow: boolean
  readonly onFollow: () => void
}

/** Which attempt, what is looked for in it, and how it is shown. */
export function LogBar({ log, attempts, onAttempt, search, field, tail, wrap, onWrap, follow, onFollow }: Props) {
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') search.change('')
    else search.step(event.shiftKey ? -1 : 1)
  }
  return (
    <div className="bar slim flex-wrap" role="group" aria-label="Log">
      {attempts.length > 1 && <div className="w-[120px] flex-none"><Select label="Attempt" hideLabel options={attempts.map((number) => ({ id: String(number), label: `Attempt ${number}` }))} value={String(log.attempt)} onChange={(id) => onAttempt(Number(id))} /></div>}
      <div className="w-[200px] flex-none" ref={field} onKeyDownCapture={keys}><TextField label="Find in the log" hideLabel type="search" icon={Search} placeholder="Find in the log" value={search.text} onChange={search.change} /></div>
      <Button variant="ghost" size="s" icon={ChevronUp} label="Previous" keyHint="Shift+F3" disabled={!search.any} onPress={() => search.step(-1)} />
      <Button variant="ghost" size="s" icon={ChevronDown} label="Next" keyHint="F3" disabled={!search.any} onPress={() => search.step(1)} />
      <span className="text-xs whitespace-nowrap text-ink-2 tabular-nums" role="status">{search.words}</span>
      <span className="sp" />
      {tail && <span className="text-xs whitespace-nowrap text-ink-2 tabular-nums">{`${tail.total.toLocaleString('en-US')} ${tail.total === 1 ? 'line' : 'lines'} · ${bytesWords(tail.bytes)}${tail.read < tail.bytes ? ` · ${Math.floor((tail.read / tail.bytes) * 100)} % read` : ''}`}</span>}
      <Button variant="ghost" size="s" icon={WrapText} label="Wrap long lines" pressed={wrap} onPress={onWrap} />
      <Button variant="ghost" size="s" icon={ArrowDownToLine} pressed={follow} onPress={onFollow}>Follow</Button>
      <Button variant="ghost" size="s" icon={Download} label="Download the whole log" disabled={!tail || tail.bytes === 0} onPress={() => window.open(`/api/jobs/log?${new URLSearchParams({ id: log.id, attempt: String(log.attempt) }).toString()}`, '_self')} />
    </div>
  )
}
