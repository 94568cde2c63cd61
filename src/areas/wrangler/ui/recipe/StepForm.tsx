import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { catalogue } from '../../domain/catalogue.ts'
import type { Draft } from '../../domain/draft.ts'
import { fieldsOf } from '../../domain/form/fields.ts'
import { firstToFill } from '../../domain/form/first-to-fill.ts'
import type { Step } from '../../domain/recipe.ts'
import type { StepKind } from '../../domain/step-kind.ts'
import type { FormWorld } from '../form/field-props.ts'
import { FormFields } from '../form/FormFields.tsx'
import { useBench } from '../session/bench.ts'
import { FittedNote } from './FittedNote.tsx'
import { FormFoot } from './FormFoot.tsx'
import type { Trouble } from './FormFoot.tsx'
import { useFormInSight } from './useFormInSight.ts'

interface Issue { readonly path: string; readonly message: string }

/** The form of the step that is written, with its effect as it will be. */
export function StepForm() {
  const { draft } = useBench()
  const kind = draft && catalogue.get(draft.step.op)
  if (!draft) return null
  return kind ? <KindForm key={`${draft.step.id} ${kind.op}`} kind={kind} draft={draft} /> : <ProblemNote error={`There is no step “${draft.step.op}” in this version of Atelier.`} />
}

function KindForm({ kind, draft }: { readonly kind: StepKind; readonly draft: Draft }) {
  const { setDraft, dropDraft, applyDraft, before, recipe, draftState } = useBench()
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const { step, isNew } = draft
  const fields = fieldsOf(kind.params)
  const [begin] = useState(() => (isNew ? firstToFill(fields, step.params) : undefined))
  const issues = issuesOf(kind, step.params)
  const problem = draftState?.problem
  const seen = (path: string) => touched.has(headOf(path))
  const world: FormWorld = {
    columns: before, recipe: { ...recipe, steps: recipe.steps.slice(0, draft.at) }, begin,
    errorAt: (path) => {
      if (problem?.where === path && (seen(path) || !isNew)) return problem.message
      return seen(path) ? issues.find((issue) => issue.path === path)?.message : undefined
    },
  }
  const trouble = troubleOf(issues, problem ?? undefined, (path) => (seen(path) || !isNew) && fields.some(({ name }) => name === headOf(path)))
  const form = useRef<HTMLFormElement>(null)
  useFormInSight({ form, isNew, begin, trouble: trouble?.message })
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
    <form ref={form} className="wr-form" aria-label={`${isNew ? 'New step' : 'Edit step'}: ${kind.title}`} onSubmit={(event) => { event.preventDefault(); applyDraft() }} onKeyDown={keys} onKeyDownCapture={applyKey}>
      <p className="text-xs text-ink-2">{kind.about}</p>
      <FormFields fields={fields} values={step.params} onChange={change} world={world} />
      <FittedNote notes={draftState?.notes ?? []} />
      <FormFoot trouble={trouble} applies={isNew ? 'Apply step' : 'Apply change'} />
    </form>
  )
}

/** What keeps the step from being applied. The plan knows no more than what the schema refuses already. */
function troubleOf(issues: readonly Issue[], problem: { readonly message: string; readonly where?: string | undefined } | undefined, isShown: (path: string) => boolean): Trouble | undefined {
  const [first] = issues
  if (first) return { message: first.message.startsWith('Invalid input') ? 'Fill in the fields above to see the effect.' : first.message, kind: isShown(first.path) ? 'told' : 'waiting' }
  return problem && { message: problem.message, kind: isShown(problem.where ?? '') ? 'told' : 'wrong' }
}

function issuesOf(kind: StepKind, params: Step['params']): readonly Issue[] {
  const checked = kind.params.safeParse(params)
  return checked.success ? [] : checked.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
}

function headOf(path: string): string {
  return path.split('.')[0] ?? ''
}
