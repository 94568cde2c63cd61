import { catalogue } from '../../domain/catalogue.ts'
import { effectMark } from '../../domain/effect-words.ts'
import { scopeWords, timeWords } from '../../domain/words.ts'
import { useBench } from '../session/bench.ts'
import { useEffectOf } from './useEffectOf.ts'

/** The one figure at the right of a step's card. */
export function EffectMark({ id, op, problem }: { readonly id: string; readonly op: string; readonly problem: string | undefined }) {
  const { data, error } = useEffectOf(id, problem === undefined)
  if (problem !== undefined || error) return <span className="failed" title={problem ?? error?.message}>problem</span>
  if (!data) return <MarkWait id={id} />
  const { kind, text } = effectMark(data)
  if (kind === 'none' && catalogue.get(op)?.category === 'Columns') return null
  return <span className={kind} title={`${scopeWords(data.scope)} · ${timeWords(data.ms)}`}>{text}</span>
}

/** In one word; the reason whole in its tip. */
function MarkWait({ id }: { readonly id: string }) {
  const { planWait, steps } = useBench()
  const learning = planWait !== null && steps.some((step) => step.id === id && step.pending)
  return <span className="text-ink-3" title={learning ? planWait.reason : 'Counting what this step changes'}>{learning ? 'learning' : 'counting'}</span>
}
