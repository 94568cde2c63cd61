import { ArrowDownToLine, ChevronDown, ChevronUp, Download, Search, WrapText } from 'lucide-react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { bytesOf, plural } from '#lib/words.ts'
import { Button } from '../Button.tsx'
import { TextField } from '../TextField.tsx'
import type { LogEnd } from './log-store.ts'

interface Props {
  readonly download: string
  readonly search: { readonly text: string; readonly words: string; readonly any: boolean; readonly change: (text: string) => void; readonly step: (by: 1 | -1) => void }
  readonly field: RefObject<HTMLDivElement | null>
  readonly tail: LogEnd | undefined
  readonly wrap: boolean
  readonly onWrap: () => void
  readonly follow: boolean
  readonly onFollow: () => void
  readonly lead?: ReactNode
  readonly more?: ReactNode
}

/** What is looked for in the log, how long it is, and how it is shown. */
export function LogBar({ download, search, field, tail, wrap, onWrap, follow, onFollow, lead, more }: Props) {
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') search.change('')
    else search.step(event.shiftKey ? -1 : 1)
  }
  return (
    <div className="bar slim flex-wrap py-1" role="group" aria-label="Log">
      {lead}
      <div className="w-[200px] flex-none" ref={field} onKeyDownCapture={keys}><TextField label="Find in the log" hideLabel type="search" icon={Search} placeholder="Find in the log" value={search.text} onChange={search.change} /></div>
      <Button variant="ghost" size="s" icon={ChevronUp} label="Previous" keyHint="Shift+F3" disabled={!search.any} onPress={() => search.step(-1)} />
      <Button variant="ghost" size="s" icon={ChevronDown} label="Next" keyHint="F3" disabled={!search.any} onPress={() => search.step(1)} />
      <span className="clip text-xs text-ink-2 tabular-nums" role="status" title={search.words}>{search.words}</span>
      <span className="sp" />
      {tail && <span className="text-xs whitespace-nowrap text-ink-2 tabular-nums">{lengthWords(tail)}</span>}
      <Button variant="ghost" size="s" icon={WrapText} label="Wrap long lines" pressed={wrap} onPress={onWrap} />
      <Button variant="ghost" size="s" icon={ArrowDownToLine} pressed={follow} onPress={onFollow}>Follow</Button>
      <Button variant="ghost" size="s" icon={Download} label="Download the whole log" disabled={!tail || tail.bytes === 0} onPress={() => window.open(download, '_self')} />
      {more}
    </div>
  )
}

/** How far it is read is said where that is not just what was written in the last moment. */
function lengthWords({ total, bytes, read }: LogEnd): string {
  const share = Math.floor((read / Math.max(1, bytes)) * 100)
  return [plural(total, 'line'), bytesOf(bytes), ...(share < 98 ? [`${share} % read`] : [])].join(' · ')
}
