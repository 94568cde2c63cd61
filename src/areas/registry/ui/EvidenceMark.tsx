import { CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import type { Evidence } from '../domain/policy.ts'

const marks = { met: { icon: CircleCheck, colour: 'text-good' }, unmet: { icon: CircleX, colour: 'text-bad' }, missing: { icon: CircleDashed, colour: 'text-ink-2' } } as const satisfies Record<Evidence['state'], unknown>

/** Told by its shape and its word, not by its colour alone. */
export function EvidenceMark({ state, words = false }: { readonly state: Evidence['state']; readonly words?: boolean }) {
  const { icon: Icon, colour } = marks[state]
  return (
    <span className={`inline-flex flex-none items-center gap-1.5 ${colour}`} title={words ? undefined : state}>
      <Icon size={15} aria-hidden />
      <span className={words ? 'text-xs font-medium text-ink-2' : 'sr-only'}>{state}</span>
    </span>
  )
}
