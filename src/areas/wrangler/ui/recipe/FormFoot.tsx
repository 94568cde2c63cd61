import { CircleAlert } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Progress } from '#kit/Progress.tsx'
import { useBench } from '../session/bench.ts'
import { EffectWords } from './EffectWords.tsx'

/** Why a step cannot be applied: it waits to be filled in, or it is wrong; `told` where its field says so, too. */
export interface Trouble { readonly message: string; readonly kind: 'waiting' | 'wrong' | 'told' }

/** Always in sight: what the step will do or what keeps it from being applied, and the ways out of its form. */
export function FormFoot({ trouble, applies }: { readonly trouble: Trouble | undefined; readonly applies: string }) {
  const { dropDraft } = useBench()
  return (
    <div className="wr-formfoot">
      <div className="text-xs text-ink-2 min-h-4">{trouble ? <TroubleWords trouble={trouble} /> : <DraftEffect />}</div>
      <div className="flex gap-2">
        <Button variant="primary" submit className="flex-1" disabled={trouble !== undefined} keyHint="Mod+Enter">{applies}</Button>
        <Button onPress={dropDraft}>Discard</Button>
      </div>
    </div>
  )
}

function TroubleWords({ trouble: { message, kind } }: { readonly trouble: Trouble }) {
  if (kind === 'waiting') return message
  return <p className="wr-trouble" title={message} {...(kind === 'wrong' ? { role: 'alert' } : {})}><CircleAlert size={12} /><span>{message}</span></p>
}

/** What the draft does, or what that waits for. */
function DraftEffect() {
  const { planWait, draftState: state } = useBench()
  if (planWait && (!state || state.pending)) return <Progress slim label={planWait.reason} {...(planWait.progress === null ? {} : { done: planWait.progress })} />
  return state ? <EffectWords id={state.id} /> : <Progress slim label="Checking the step" />
}
