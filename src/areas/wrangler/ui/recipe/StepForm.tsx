import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from '#kit/Button.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Progress } from '#kit/Progress.tsx'
import { catalogue } from '../../domain/catalogue.ts'
import { fieldsOf } from '../../domain/form/fields.ts'
import type { FormField } from '../../domain/form/fields.ts'
import type { Step } from '../../domain/recipe.ts'
import type { StepKind } from '../../domain/step-kind.ts'
import type { Draft } from '../../domain/draft.ts'
import type { StepState } from '../../contract.ts'
import type { FormWorld } from '../form/field-props.ts'
import { FormFields } from '../form/FormFields.tsx'
import { useBench } from '../session/bench.ts'
import { EffectWords } from './EffectWords.tsx'
import { FittedNote } from './FittedNote.tsx'

interface Issue { readonly path: string; readonly message: string }

/** The form of the step that is written, with its effect as it will be. */
export function StepForm() {
  const { draft } = useBench()
  const kind = draft && catalogue.get(draft.step.op)
  if (!draft) return null
  return kind ? <KindForm kind={kind} draft={draft} /> : <ProblemNote error={`There is no step “${draft.step.op}” in this version of Atelier.`} />
}

function KindForm({ kind, draft }: { readonly kind: StepKind; readonly draft: Draft }) {
  const { setDraft, dropDraft, applyDraft, before, recipe, steps, preview } = useBench()
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const form = useRef<HTMLFormElement>(null)
  const { isNew } = draft
  useEffect(() => focusFirst(form.current, isNew), [isNew])
  const { step } = draft
  const fields = fieldsOf(kind.params)
  const issues = issuesOf(kind, step.params)
  const state = preview && steps.find(({ id }) => id === step.id)
  const world: FormWorld = {
    columns: before, recipe: { ...recipe, steps: recipe.steps.slice(0, draft.at) },
    errorAt: (path) => {
      const seen = touched.has(path.split('.')[0] ?? '')
      if (state?.problem?.where === path && (seen || !draft.isNew)) return state.problem.message
      return seen ? issues.find((issue) => issue.path === path)?.message : undefined
    },
  }
  const change = (params: Record<string, unknown>) => {
    const changed = Object.keys({ ...params, ...step.params }).filter((name) => params[name] !== step.params[name])
    setTouched(new Set([...touched, ...changed]))
    setDraft({ ...draft, step: { ...step, params } })
  }
  const keys = (event: KeyboardEvent) => {
    const inEditor = event.target instanceof Element && event.target.closest('.monaco-editor') !== null
    if (event.key === 'Escape' && !event.defaultPrevented && !inEditor) dropDraft()
  }
  const applyKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    applyDraft()
  }
  return (
    <form ref={form} className="wr-form" aria-label={`${draft.isNew ? 'New step' : 'Edit step'}: ${kind.title}`} onSubmit={(event) => { event.preventDefault(); applyDraft() }} onKeyDown={keys} onKeyDownCapture={applyKey}>
      <p className="text-xs text-ink-2">{kind.about}</p>
      <FormFields fields={fields} values={step.params} onChange={change} world={world} />
      <Problems issues={issues} state={state} fields={fields} />
      <div className="wr-formfoot">
        <div className="text-xs text-ink-2 min-h-4">{issues.length > 0 ? hintOf(issues) : <DraftEffect state={state} />}</div>
        <div className="flex gap-2">
          <Button variant="primary" submit className="flex-1" disabled={issues.length > 0 || (draft.isNew && Boolean(state?.problem))} keyHint="Mod+Enter">{draft.isNew ? 'Apply step' : 'Apply change'}</Button>
          <Button onPress={dropDraft}>Discard</Button>
        </div>
      </div>
    </form>
  )
}

/** What is wrong with the step as a whole, or at a place that no field shows. */
function Problems({ issues, state, fields }: { readonly issues: readonly Issue[]; readonly state: StepState | undefined; readonly fields: readonly FormField[] }) {
  const names = new Set(fields.map(({ name }) => name))
  const homeless = issues.find(({ path }) => !names.has(path.split('.')[0] ?? ''))
  const whole = state?.problem && !names.has(state.problem.where ?? '') ? state.problem.message : undefined
  return (
    <>
      {whole && <ProblemNote error={whole} />}
      {homeless && <ProblemNote error={homeless.message} />}
      <FittedNote notes={state?.notes ?? []} />
    </>
  )
}

/** What the draft does, or what that waits for. */
function DraftEffect({ state }: { readonly state: StepState | undefined }) {
  const { planWait } = useBench()
  if (state?.problem) return null
  if (planWait && (!state || state.pending)) return <Progress slim label={planWait.reason} {...(planWait.progress === null ? {} : { done: planWait.progress })} />
  return state ? <EffectWords id={state.id} /> : <Progress slim label="Checking the step" />
}

function issuesOf(kind: StepKind, params: Step['params']): readonly Issue[] {
  const checked = kind.params.safeParse(params)
  return checked.success ? [] : checked.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
}

function hintOf([first]: readonly Issue[]): string {
  if (!first) return ''
  return first.message.startsWith('Invalid input') ? 'Fill in the fields above to see the effect.' : first.message
}

/** Into the first field that is still empty; when all of a new step are filled, to the button that applies. One that is edited begins at its first field. */
function focusFirst(form: HTMLFormElement | null, isNew: boolean): void {
  if (!isNew) return form?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  const inputs = [...(form?.querySelectorAll<HTMLInputElement>('input:not([type="checkbox"]), textarea') ?? [])]
  const target = inputs.find((input) => input.value === '') ?? form?.querySelector<HTMLElement>('button[type="submit"]:not([disabled])') ?? inputs[0]
  target?.focus()
}
