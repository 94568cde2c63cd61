import { catalogue } from './catalogue.ts'
import { freshStepId } from './recipe.ts'
import type { Recipe, Step } from './recipe.ts'

/** A step that is being written: new, to stand at `at`, or a change of the one of that id. */
export interface Draft { readonly step: Step; readonly at: number; readonly isNew: boolean }

export function newDraft(recipe: Recipe, op: string, params: Step['params'], after?: string): Draft {
  const found = after === 'source' ? -1 : recipe.steps.findIndex((step) => step.id === after)
  const at = after === undefined || (found < 0 && after !== 'source') ? recipe.steps.length : found + 1
  return { step: { id: freshStepId(recipe), op, v: 1, params, enabled: true }, at, isNew: true }
}

export function draftOf(recipe: Recipe, id: string): Draft | undefined {
  const at = recipe.steps.findIndex((step) => step.id === id)
  const step = recipe.steps[at]
  return step && { step: { ...step, enabled: true }, at, isNew: false }
}

/** A new step whose id was given to another meanwhile, as by a recipe taken over from elsewhere, gets one of its own. */
export function ownId(recipe: Recipe, draft: Draft): Draft {
  return draft.isNew && recipe.steps.some(({ id }) => id === draft.step.id) ? { ...draft, step: { ...draft.step, id: freshStepId(recipe) } } : draft
}

/** The recipe as it will be when the draft is applied; the steps behind it stay. */
export function withDraft(recipe: Recipe, { step, at, isNew }: Draft): Recipe {
  const { steps } = recipe
  if (isNew) return { ...recipe, steps: [...steps.slice(0, at), step, ...steps.slice(at)] }
  return { ...recipe, steps: steps.map((one) => (one.id === step.id ? { ...step, params: edited(one, step) } : one)) }
}

function edited(before: Step, { op, params }: Step): Step['params'] {
  return before.op === op ? { ...(catalogue.get(op)?.edited(before.params, params) ?? params) } : params
}

/** What decides the rows after a step: the enabled steps up to it, without words. Equal recipes give equal answers. */
export function essence(recipe: Recipe, upTo?: string): Recipe {
  const at = upTo === undefined ? -1 : recipe.steps.findIndex((step) => step.id === upTo)
  const steps = upTo === 'source' ? [] : at < 0 ? recipe.steps : recipe.steps.slice(0, at + 1)
  return { ...recipe, steps: steps.filter((step) => step.enabled).map(({ note: _, ...step }) => step) }
}
