import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { FocusEvent, SyntheticEvent } from 'react'
import { nameFault } from '../domain/names.ts'

interface Props {
  readonly initial: string
  /** Answers why the name was refused, if it was. */
  readonly onDone: (name: string | undefined) => Promise<string | undefined>
}

/** A name typed in its place in the tree: Enter takes it, Esc leaves it, leaving the field takes it too. One that is refused stays to be mended. */
export function NameField({ initial, onDone }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(initial)
  const [refused, setRefused] = useState<{ readonly name: string; readonly fault: string }>()
  const wrong = name === initial || name === '' ? undefined : nameFault(name)
  const fault = wrong ?? (refused?.name === name ? refused.fault : undefined)
  const over = useRef(false)
  const finish = async (taken: boolean) => {
    if (over.current || (taken && wrong)) return
    over.current = true
    const told = await onDone(taken && name !== '' && name !== initial ? name.trim() : undefined)
    if (told === undefined) return
    over.current = false
    setRefused({ name, fault: told })
    field.current?.focus()
  }
  const leaving = useRef(false)
  /** A grid gives its rows the focus as they come; only the user leaves the field. */
  const left = ({ currentTarget, relatedTarget }: FocusEvent<HTMLInputElement>) => {
    if (!leaving.current && relatedTarget && currentTarget.closest('[role=treegrid]')?.contains(relatedTarget)) currentTarget.focus()
    else void finish(fault === undefined)
  }
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    leaving.current = event.key === 'Tab'
    if (event.target !== field.current) return
    event.stopPropagation()
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault()
      void finish(event.key === 'Enter')
    }
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => pressed(event)
    const point = (event: PointerEvent) => { leaving.current = event.target !== field.current }
    window.addEventListener('keydown', hear, true)
    window.addEventListener('pointerdown', point, true)
    const input = field.current
    input?.focus()
    const dot = initial.lastIndexOf('.')
    input?.setSelectionRange(0, dot > 0 ? dot : initial.length)
    return () => {
      window.removeEventListener('keydown', hear, true)
      window.removeEventListener('pointerdown', point, true)
    }
  }, [initial])
  return (
    <input
      ref={field} value={name} aria-label={initial ? `New name of ${initial}` : 'Name'} aria-invalid={fault !== undefined} title={fault} spellCheck={false} autoComplete="off"
      className={`h-5.5 min-w-0 flex-1 rounded-1 border bg-surface px-1 text-m text-ink outline-none ${fault ? 'border-bad' : 'border-accent'}`}
      onChange={(event) => setName(event.target.value)} onBlur={left} onPointerDown={halt} onMouseDown={halt} onClick={halt} onDoubleClick={halt}
    />
  )
}

/** Keeps the row from taking the press as its own. */
function halt(event: SyntheticEvent): void {
  event.stopPropagation()
}
