import { catalogue } from '../../domain/catalogue.ts'
import { effectMark } from '../../domain/effect-words.ts'
import { scopeWords, timeWords } from '../../domain/words.ts'
import { useEffectOf } from './useEffectOf.ts'

/** The one figure at the right of a step's card. */
export function EffectMark({ id, op, problem }: { readonly id: string; readonly op: string; readonly problem: string | undefined }) {
  const { data, error } = useEffectOf(id, problem === undefined)
  if (problem !== undefined || error) return <span className="failed" title={problem ?? error?.message}>problem</span>
  if (!data) return <span className="text-ink-3">…</span>
  const { kind, text } = effectMark(data)
  if (kind === 'none' && catalogue.get(op)?.category === 'Columns') return null
  return <span className={kind} title={`${scopeWords(data.scope)} · ${timeWords(data.ms)}`}>{text}</span>
}
