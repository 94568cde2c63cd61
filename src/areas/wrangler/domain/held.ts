import { kindOf } from './compile.ts'
import type { Recipe, Step } from './recipe.ts'

/** Whether a step is in a recipe, on or off, told by its operation and its settings with their defaults. */
export function isHeld({ steps }: Recipe, { op, params }: Pick<Step, 'op' | 'params'>): boolean {
  const wanted = settled({ op, params })
  return steps.some((step) => step.op === op && settled(step) === wanted)
}

function settled({ op, params }: Pick<Step, 'op' | 'params'>): string {
  const kind = kindOf(op)
  const read = kind.params.safeParse(kind.upgraded(params))
  return JSON.stringify(read.success ? read.data : params)
}
