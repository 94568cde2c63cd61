import { catalogue } from './catalogue.ts'
import type { Recipe } from './recipe.ts'

/** Why the rows of a recipe are not there yet: its last step that needs all rows at once, else the reading of the source. */
export function computing(recipe: Recipe): string {
  const heavy = recipe.steps.findLast(({ op, enabled }) => enabled && ['window', 'shape', 'fit'].includes(catalogue.get(op)?.cost ?? ''))
  return heavy ? `Computing “${catalogue.get(heavy.op)?.title ?? heavy.op}” over all rows` : `Reading ${recipe.source.dataset}`
}
