import { useState } from 'react'
import { plural } from '#lib/words.ts'
import type { LogFeed } from './feed.ts'
import type { LogStore } from './log-store.ts'
import { nextFound } from './log-window.ts'
import { mostFound } from './search-log.ts'
import { useLogFind } from './useLogFind.ts'
import type { Search } from './useLogFind.ts'

interface Around { readonly store: LogStore; readonly total: number; readonly from: number; readonly show: (line: number) => void }

/** What is looked for in a log, and the line that is shown. */
export function useLogSearch(feed: LogFeed, { store, total, from, show }: Around) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<number>()
  const search = useLogFind(feed, store, text)
  const lines = search?.found?.lines ?? []
  const choose = (line: number) => {
    setChosen(line)
    show(line)
  }
  const step = (by: 1 | -1) => {
    const line = lines[nextFound(lines, chosen ?? from - 1, by) ?? -1]
    if (line !== undefined) choose(line)
  }
  return { text, chosen, choose, step, any: lines.length > 0, words: text === '' ? '' : wordsOf(search, chosen, total), change: (next: string) => { setText(next); setChosen(undefined) } }
}

function wordsOf(search: Search | undefined, chosen: number | undefined, total: number): string {
  if (search?.error) return `The search stopped: ${search.error.message}`
  if (!search?.found) return ''
  const { lines, count, to, whole } = search.found
  const searching = whole ? '' : `, ${Math.min(99, Math.floor((to / Math.max(1, total)) * 100))} % searched`
  if (count === 0) return whole ? 'not found' : `none yet${searching}`
  const at = chosen === undefined ? -1 : lines.indexOf(chosen)
  const reached = count > mostFound ? ` · first ${mostFound.toLocaleString('en-US')} shown` : ''
  return `${at < 0 ? plural(count, 'line') : `${(at + 1).toLocaleString('en-US')} of ${count.toLocaleString('en-US')}`}${searching}${reached}`
}
