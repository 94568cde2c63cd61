import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { catalogue } from '../../domain/catalogue.ts'
import { fieldsOf } from '../../domain/form/fields.ts'
import type { Recipe } from '../../domain/recipe.ts'
import type { FormWorld } from '../form/field-props.ts'
import { FormFields } from '../form/FormFields.tsx'
import { useBench } from '../session/bench.ts'
import { EffectWords } from './EffectWords.tsx'
import { FittedNote } from './FittedNote.tsx'

/** The form of the step that is written, with its effect as it will be. */
export function StepForm() {
  const { draft, setDraft, applyDraft, before, recipe, steps, preview } = useBench()
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  if (!draft) return null
  const kind = catalogue.get(draft.step.op)
  if (!kind) return <ProblemNote error={`There is no step “${draft.step.op}” in this version of Atelier.`} />
  const { step } = draft
  const checked = kind.params.safeParse(step.params)
  const planned = preview ? steps.find(({ id }) => id === step.id)?.problem : undefined
  const issues = checked.success ? [] : checked.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
  const world: FormWorld = {
    columns: before, recipe: upToDraft(recipe, draft.at),
    errorAt: (path) => issues.find((issue) => issue.path === path && touched.has(path.split('.')[0] ?? ''))?.message ?? (planned?.where === path ? planned.message : undefined),
  }
  const change = (params: Record<string, unknown>) => {
    const changed = Object.keys({ ...params, ...step.params }).filter((name) => params[name] !== step.params[name])
    setTouched(new Set([...touched, ...changed]))
    setDraft({ ...draft, step: { ...step, params } })
  }
  const missing = issues.find(({ path }) => path === '' || !fieldsOf(kind.params).some(({ name }) => path.split('.')[0] === name))
  return (
    <form
      className="wr-form" aria-label={`${draft.isNew ? 'New step' : 'Edit step'}: ${kind.title}`}
      onSubmit={(event) => { event.preventDefault(); applyDraft() }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); applyDraft() }
        if (event.key === 'Escape' && !event.defaultPrevented) setDraft(undefined)
      }}
    >
      <p className="text-xs text-ink-2">{kind.about}</p>
      <FormFields fields={fieldsOf(kind.params)} values={step.params} onChange={change} world={world} />
      {planned && planned.where === undefined && <ProblemNote error={planned.message} />}
      {missing && <ProblemNote error={missing.message} />}
      <FittedNote notes={steps.find(({ id }) => preview && id === step.id)?.notes ?? []} />
      <div className="wr-formfoot">
        <div className="text-xs text-ink-2 min-h-4">{preview && !planned ? <EffectWords id={step.id} /> : !checked.success && <span>{hintOf(issues)}</span>}</div>
        <div className="flex gap-2">
          <Button variant="primary" submit className="flex-1" disabled={!checked.success} keyHint="Mod+Enter">{draft.isNew ? 'Apply step' : 'Apply change'}</Button>
          <Button onPress={() => setDraft(undefined)}>Discard</Button>
        </div>
      </div>
    </form>
  )
}

function upToDraft(recipe: Recipe, at: number): Recipe {
  return { ...recipe, steps: recipe.steps.slice(0, at) }
}

function hintOf(issues: readonly { readonly path: string; readonly message: string }[]): string {
  const [first] = issues
  if (!first) return ''
  return /^Invalid input/.test(first.message) ? 'Fill in the fields above to see the effect.' : first.message
}
