import { useEffect, useState } from 'react'
import { knownOf } from '../../domain/filter/known.ts'
import { parseFilter } from '../../domain/filter/parse.ts'
import type { Fault } from '../../domain/filter/condition.ts'
import { useBench } from '../view/bench.ts'

const rest = 300

/** The filter while it is typed: taken once it rests and can be read, taken back by `revert`, and followed when the view's own changes. */
export function useFilterText() {
  const { state: { query: { filter } }, change, keys, linked } = useBench()
  const [text, setText] = useState(filter)
  const [known, setKnown] = useState(filter)
  if (known !== filter) {
    setKnown(filter)
    setText(filter)
  }
  const parsed = parseFilter(text, knownOf(keys))
  const fault: Fault | undefined = parsed.ok ? undefined : parsed.fault
  const take = (next: string) => {
    setKnown(next)
    change({ filter: next }, 'filter')
  }
  const { refused } = linked
  const isRefused = fault !== undefined
  useEffect(() => { refused.set(isRefused); return () => refused.set(false) }, [refused, isRefused])
  useEffect(() => {
    if (text === filter || fault) return
    const timer = setTimeout(() => take(text), rest)
    return () => clearTimeout(timer)
  })
  return {
    text, setText, fault,
    takeNow: () => { if (!fault) take(text) },
    clear: () => { setText(''); take('') },
    revert: () => setText(filter),
  }
}
