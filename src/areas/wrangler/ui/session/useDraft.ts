import { useEffect, useRef, useState } from 'react'
import { useDesk } from '#kit/desk.ts'
import { catalogue } from '../../domain/catalogue.ts'
import type { Draft } from '../../domain/draft.ts'
import type { Step } from '../../domain/recipe.ts'
import type { StepKind } from '../../domain/step-kind.ts'

/** The step that is written. One that goes without being applied is told, and can be gone back to. */
export function useDraft() {
  const desk = useDesk()
  const [draft, setDraft] = useState<Draft>()
  /** The params as the form opened: left so, there is nothing to bring back. */
  const [begun, setBegun] = useState<Step['params']>()
  /** As it is when somebody goes back: what is written by then is dropped in its turn. */
  const dropping = useRef<() => void>(undefined)
  const tellDropped = () => {
    if (!draft || draft.step.params === begun) return
    const back = () => {
      dropping.current?.()
      setDraft(draft)
    }
    desk.notify({ kind: 'info', text: `“${catalogue.get(draft.step.op)?.title ?? draft.step.op}” was not applied.`, action: { label: 'Go back to it', run: back } })
  }
  useEffect(() => { dropping.current = tellDropped })
  return {
    draft, setDraft,
    begin: (op: string, make: (kind: StepKind) => Draft | undefined) => {
      const kind = catalogue.get(op)
      if (!kind) return
      const next = make(kind)
      setDraft(next)
      setBegun(next?.step.params)
      tellDropped()
    },
    drop: () => {
      setDraft(undefined)
      tellDropped()
    },
  }
}
