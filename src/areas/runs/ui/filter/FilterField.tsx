import { Filter, X } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from '#kit/Button.tsx'
import { useBench } from '../view/bench.ts'
import { AddCondition } from './AddCondition.tsx'
import { CompletionList } from './CompletionList.tsx'
import { completionsAt } from './completions.ts'
import type { Completion } from './completions.ts'
import { FaultNote } from './FaultNote.tsx'
import { useFilterText } from './useFilterText.ts'

/** The filter as it is typed, with completion; it is taken when it can be read, and its fault is told at its place. */
export function FilterField({ problem }: { readonly problem: string | undefined }) {
  const { keys } = useBench()
  const { text, setText, fault, takeNow, clear, revert } = useFilterText()
  /** Undefined while nothing is offered. */
  const [caret, setCaret] = useState<number>()
  const [at, setAt] = useState<number>()
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const completions = caret === undefined ? [] : completionsAt(text, caret, keys)
  const picked = at === undefined ? undefined : completions[at]
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
  const acts = {
    pick: () => { if (picked) complete(picked) },
    take: () => { setCaret(undefined); takeNow() },
    close: () => { if (caret === undefined) revert(); setCaret(undefined) },
  }
  const press = (event: KeyboardEvent) => {
    const answer = answerOf(event.key, { count: completions.length, at })
    if (answer === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (typeof answer === 'number') setAt(answer)
    else acts[answer]()
  }
  const wrong = caret === undefined && (fault !== undefined || problem !== undefined)
  return (
    <div className="rn-filter" role="search" aria-label="Filter of the runs">
      <div className={`input mono${wrong ? ' invalid' : ''}`}>
        <Filter size={14} aria-hidden />
        <input
          ref={input} role="combobox" aria-label="Filter" aria-autocomplete="list" aria-expanded={completions.length > 0} aria-controls={`${id}-list`} aria-invalid={wrong} spellCheck={false} autoComplete="off"
          placeholder="metrics.loss < 0.3 and params.model = 'gbm'" value={text} aria-activedescendant={picked && `${id}-${at}`}
          onChange={({ target }) => write(target.value, target.selectionStart ?? target.value.length)} onClick={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
          onKeyDown={press} onBlur={() => setCaret(undefined)}
        />
        {text !== '' && <Button variant="ghost" size="s" icon={X} label="Clear the filter" onPress={clear} />}
        <AddCondition />
      </div>
      {completions.length > 0 && <CompletionList id={id} items={completions} at={at} onPick={complete} />}
      {wrong && <FaultNote text={text} fault={fault} problem={problem} />}
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
