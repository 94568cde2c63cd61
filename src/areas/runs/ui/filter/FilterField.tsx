import { Filter, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from '#kit/Button.tsx'
import { parseFilter } from '../../domain/filter/parse.ts'
import { useBench } from '../view/bench.ts'
import { AddCondition } from './AddCondition.tsx'
import { CompletionList } from './CompletionList.tsx'
import { completionsAt } from './completions.ts'
import type { Completion } from './completions.ts'
import { FaultNote } from './FaultNote.tsx'

const rest = 300

/** The filter as it is typed, with completion; it is taken when it can be read, and its fault is told at its place. */
export function FilterField({ problem }: { readonly problem: string | undefined }) {
  const { state: { query: { filter } }, change, keys } = useBench()
  const [text, setText] = useState(filter)
  const [known, setKnown] = useState(filter)
  const [caret, setCaret] = useState<number>()
  const [at, setAt] = useState<number>()
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  if (known !== filter) {
    setKnown(filter)
    setText(filter)
  }
  const parsed = parseFilter(text)
  const completions = caret === undefined ? [] : completionsAt(text, caret, keys)
  const picked = at === undefined ? undefined : completions[at]
  const take = (next: string) => {
    setKnown(next)
    change({ filter: next }, 'filter')
  }
  useEffect(() => {
    if (text === filter || !parsed.ok) return
    const timer = setTimeout(() => take(text), rest)
    return () => clearTimeout(timer)
  })
  const write = (next: string, place: number) => {
    setText(next)
    setCaret(place)
    setAt(undefined)
  }
  const complete = ({ text: next, caret: place }: Completion) => {
    write(next, place)
    input.current?.focus()
    requestAnimationFrame(() => input.current?.setSelectionRange(place, place))
  }
  const press = (event: KeyboardEvent) => {
    const answer = answerOf(event.key, { count: completions.length, at })
    if (answer === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (answer === 'pick' && picked) complete(picked)
    else if (answer === 'take') {
      setCaret(undefined)
      if (parsed.ok) take(text)
    } else if (answer === 'close') {
      if (caret === undefined) setText(filter)
      setCaret(undefined)
    } else if (typeof answer === 'number') setAt(answer)
  }
  const fault = parsed.ok ? undefined : parsed.fault
  return (
    <div className="rn-filter" role="search" aria-label="Filter of the runs">
      <div className={`input mono${fault || problem ? ' invalid' : ''}`}>
        <Filter size={14} aria-hidden />
        <input
          ref={input} role="combobox" aria-label="Filter" aria-autocomplete="list" aria-expanded={completions.length > 0} aria-controls={`${id}-list`} aria-invalid={fault !== undefined} spellCheck={false} autoComplete="off"
          placeholder="metrics.loss < 0.3 and params.model = 'gbm'" value={text} {...(picked ? { 'aria-activedescendant': `${id}-${at}` } : {})}
          onChange={(event) => write(event.target.value, event.target.selectionStart ?? event.target.value.length)}
          onSelect={(event) => { if (caret !== undefined) setCaret(event.currentTarget.selectionStart ?? undefined) }} onClick={(event) => setCaret(event.currentTarget.selectionStart ?? undefined)}
          onKeyDown={press} onBlur={() => setCaret(undefined)}
        />
        {text !== '' && <Button variant="ghost" size="s" icon={X} label="Clear the filter" onPress={() => { setText(''); take('') }} />}
        <AddCondition />
      </div>
      {completions.length > 0 && <CompletionList id={id} items={completions} at={at} onPick={complete} />}
      {completions.length === 0 && caret === undefined && (fault ?? problem) !== undefined && <FaultNote text={text} fault={fault} problem={problem} />}
    </div>
  )
}

/** What a key does: move among the completions, take one, take the filter, or close. */
function answerOf(key: string, { count, at }: { readonly count: number; readonly at: number | undefined }): number | 'pick' | 'take' | 'close' | undefined {
  if (key === 'ArrowDown' && count > 0) return at === undefined ? 0 : (at + 1) % count
  if (key === 'ArrowUp' && count > 0) return at === undefined ? count - 1 : (at - 1 + count) % count
  if (key === 'Tab' && at !== undefined) return 'pick'
  if (key === 'Enter') return at === undefined ? 'take' : 'pick'
  return key === 'Escape' ? 'close' : undefined
}
