import { z } from 'zod'
import { ColumnId } from './columns.ts'

/** A cleaning step is plain data, so that a recipe can be saved, replayed, undone and read as code. */
export const Step = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]{0,15}$/),
  op: z.string(),
  v: z.int().default(1),
  params: z.record(z.string(), z.unknown()),
  enabled: z.boolean().default(true),
  note: z.string().optional(),
})
export type Step = z.infer<typeof Step>

/** `columns` ties the ids used by the steps to the source's names, so that the recipe runs on a newer version whose columns moved. */
export const Source = z.strictObject({
  dataset: z.string(),
  /** The version that the steps were written over; absent: the newest. */
  version: z.int().optional(),
  columns: z.array(z.strictObject({ id: ColumnId, name: z.string() })),
})
export type Source = z.infer<typeof Source>

export const Recipe = z.strictObject({ schema: z.literal(1), source: Source, steps: z.array(Step) })
export type Recipe = z.infer<typeof Recipe>

export function withStep(recipe: Recipe, step: Step): Recipe {
  return { ...recipe, steps: [...recipe.steps, step] }
}

export function withStepChanged(recipe: Recipe, id: string, change: Partial<Omit<Step, 'id'>>): Recipe {
  return { ...recipe, steps: recipe.steps.map((step) => (step.id === id ? { ...step, ...change } : step)) }
}

export function withoutStep(recipe: Recipe, id: string): Recipe {
  return { ...recipe, steps: recipe.steps.filter((step) => step.id !== id) }
}

/** The step moved so that it stands at `index`. */
export function withStepAt(recipe: Recipe, id: string, index: number): Recipe {
  const step = recipe.steps.find((one) => one.id === id)
  if (!step) return recipe
  const rest = recipe.steps.filter((one) => one.id !== id)
  return { ...recipe, steps: [...rest.slice(0, index), step, ...rest.slice(index)] }
}

/** The recipe up to and with that step; all of it when no id is given. */
export function upTo(recipe: Recipe, id: string | undefined): Recipe {
  const at = id === undefined ? -1 : recipe.steps.findIndex((step) => step.id === id)
  if (id === 'source') return { ...recipe, steps: [] }
  return at < 0 ? recipe : { ...recipe, steps: recipe.steps.slice(0, at + 1) }
}

/** An id that no step of the recipe has. */
export function freshStepId({ steps }: Recipe): string {
  const taken = new Set(steps.map((step) => step.id))
  const numbers = Array.from({ length: steps.length + 1 }, (_, i) => `s${i + 1}`)
  return numbers.find((id) => !taken.has(id)) ?? `s${steps.length + 1}`
}
