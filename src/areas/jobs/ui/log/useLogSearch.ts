import { useState } from 'react'
import { nextFound } from '../../domain/log-window.ts'
import type { LogOf } from './useLog.ts'
import { mostFound, useLogFind } from './useLogFind.ts'
import type { Found } from './useLogFind.ts'

/** What is looked for in a log, and the found line that is shown. */
export function useLogSearch(log: LogOf, { total, from, show }: { readonly total: number; readonly from: number; readonly show: (line: number) => void }) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<number>()
  const found = useLogFind(log, text, total)
  const lines = found?.lines ?? []
  const step = (by: 1 | -1) => {
    const line = lines[nextFound(lines, chosen ?? from - 1, by) ?? -1]
    if (line === undefined) return
    setChosen(line)
    show(line)
  }
  return { text, chosen, step, any: lines.length > 0, words: wordsOf(found, chosen, total), change: (next: string) => { setText(next); setChosen(undefined) } }
}

function wordsOf(found: Found | undefined, chosen: number | undefined, total: number): string {
  if (!found) return ''
  const { lines, to, whole } = found
  const searching = !whole && lines.length < mostFound ? `, ${Math.floor((to / Math.max(1, total)) * 100)} % searched` : ''
  if (lines.length === 0) return whole ? 'not found' : `none yet${searching}`
  const count = `${lines.length.toLocaleString('en-US')}${lines.length >= mostFound ? '+' : ''}`
  const at = chosen === undefined ? -1 : lines.indexOf(chosen)
  return at < 0 ? `${count} ${lines.length === 1 ? 'line' : 'lines'}${searching}` : `${at + 1} of ${count}${searching}`
}
