import { Progress } from '#kit/Progress.tsx'
import { effectParts } from '../../domain/effect-words.ts'
import { scopeWords, timeWords } from '../../domain/words.ts'
import { useEffectOf } from './useEffectOf.ts'

/** The effect of a step in words, with what it rests on. */
export function EffectWords({ id }: { readonly id: string }) {
  const { data, error, isFetching } = useEffectOf(id)
  if (error) return <span className="text-bad">{error.message}</span>
  if (!data) return isFetching ? <Progress slim label="Counting what it changes" /> : null
  return (
    <span className="wr-effect" aria-live="polite">
      {effectParts(data).map(({ kind, text }) => <span key={text} className={kind}>{text}</span>)}
      <span className="text-ink-3">{scopeWords(data.scope)} · {timeWords(data.ms)}</span>
    </span>
  )
}
