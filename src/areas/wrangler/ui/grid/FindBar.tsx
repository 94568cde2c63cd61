import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from '#kit/Button.tsx'
import { Progress } from '#kit/Progress.tsx'
import { ask } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import { countWords, timeWords } from '../../domain/words.ts'
import { useBench } from '../session/bench.ts'

/** Looks for a text in all rows from the active one on. */
export function FindBar({ from, onFound, onClose }: { readonly from: number; readonly onFound: (row: number, column: string) => void; readonly onClose: () => void }) {
  const { shown, view, columns } = useBench()
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const running = useRef<AbortController>(null)
  const nameOf = (id: string | null) => columns.find((column) => column.id === id)?.name ?? ''
  const find = async (backwards: boolean) => {
    if (text === '') return
    running.current?.abort()
    const stop = new AbortController()
    running.current = stop
    setBusy(true)
    try {
      const { row, column, ms } = await ask(wrangler.find, { recipe: shown, view, text, after: from, backwards }, stop.signal)
      const place = row === null ? `Not found ${backwards ? 'above' : 'below'}` : `Row ${countWords(row + 1)}, ${nameOf(column)}`
      setSaid(`${place} · ${timeWords(ms)}`)
      if (row !== null && column !== null) onFound(row, column)
    } catch (error) {
      if (!stop.signal.aborted) setSaid(sentenceOf(error))
    }
    if (running.current === stop) setBusy(false)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') { event.stopPropagation(); running.current?.abort(); onClose() }
    if (event.key === 'Enter') { event.preventDefault(); void find(event.shiftKey) }
  }
  return (
    <div className="wr-find" role="search" onKeyDown={keys}>
      <input className="input" aria-label="Find in all rows" placeholder="Find in all rows" autoFocus value={text} spellCheck={false} onChange={(event) => { setText(event.target.value); setSaid('') }} />
      <Button variant="ghost" size="s" icon={ChevronUp} label="Previous" keyHint="Shift+Enter" onPress={() => void find(true)} />
      <Button variant="ghost" size="s" icon={ChevronDown} label="Next" keyHint="Enter" onPress={() => void find(false)} />
      {busy ? <Progress slim label="Searching" onCancel={() => { running.current?.abort(); setBusy(false) }} /> : <span className="text-xs text-ink-2" role="status">{said}</span>}
      <Button variant="ghost" size="s" icon={X} label="Close" onPress={onClose} />
    </div>
  )
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The search failed.'
}
