import { z } from 'zod'
import { ColumnId } from './columns.ts'
import { Predicate } from './predicate.ts'
import type { Recipe, Step } from './recipe.ts'

export const SortKey = z.object({ column: ColumnId, descending: z.boolean().default(false), nullsFirst: z.boolean().default(false) })
export type SortKey = z.infer<typeof SortKey>

/** How the rows are looked at; it changes no data, and can be turned into steps. */
export const View = z.object({ sort: z.array(SortKey).default([]), filter: z.array(Predicate).default([]) })
export type View = z.infer<typeof View>

export const emptyView: View = { sort: [], filter: [] }

/** The view as steps behind the recipe's own: first what stays, then the order. */
export function viewSteps({ sort, filter }: View): Step[] {
  const steps: Step[] = []
  if (filter.length > 0) steps.push({ id: 'viewfilter', op: 'filter', v: 1, enabled: true, params: { predicate: { kind: 'all', of: filter }, keep: 'keep' } })
  if (sort.length > 0) steps.push({ id: 'viewsort', op: 'sort', v: 1, enabled: true, params: { keys: sort } })
  return steps
}

export function withView(recipe: Recipe, view: View): Recipe {
  return { ...recipe, steps: [...recipe.steps, ...viewSteps(view)] }
}
