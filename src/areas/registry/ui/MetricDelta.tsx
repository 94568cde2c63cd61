import { ArrowDown, ArrowUp, Equal } from 'lucide-react'
import { given } from '#lib/given.ts'
import type { MetricDelta as Delta } from '../domain/difference.ts'
import { deltaOf } from '../domain/figure.ts'

/** How far a number is from the one it is held against; better and worse are told by a word for those who do not see the colour. */
export function MetricDelta({ delta: { delta, verdict } }: { readonly delta: Delta }) {
  if (delta === null || verdict === 'unknown') return <span className="text-ink-3">–</span>
  const Arrow = verdict === 'same' ? Equal : delta > 0 ? ArrowUp : ArrowDown
  const colour = verdict === 'better' ? 'text-good' : verdict === 'worse' ? 'text-bad' : 'text-ink-2'
  const word = verdict === 'neither' ? undefined : verdict
  return <span className={`inline-flex items-center gap-0.5 whitespace-nowrap ${colour}`} {...given({ title: word })}><Arrow size={11} aria-hidden />{deltaOf(delta)}{word && <span className="sr-only">, {word}</span>}</span>
}
