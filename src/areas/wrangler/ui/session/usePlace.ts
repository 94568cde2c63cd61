import type { Params } from '#kit/desk.ts'
import type { Wait } from '../../contract.ts'
import type { Column } from '../../domain/columns.ts'
import { essence } from '../../domain/draft.ts'
import type { Recipe } from '../../domain/recipe.ts'
import type { View } from '../../domain/view.ts'
import { viewOf, viewOver } from '../../domain/view-params.ts'
import { placeOf, useOpened } from './useOpened.ts'
import { usePlanOf } from './usePlanOf.ts'

/** The rows that an address means, for the views beside the table. */
export interface Place {
  readonly dataset: string
  readonly path: string | undefined
  readonly recipe: Recipe
  readonly columns: readonly Column[]
  /** Without an order: figures need none. */
  readonly view: View
}

export function usePlace(params: Params): { readonly place: Place | undefined; readonly wait: Wait | null; readonly error: Error | null; readonly retry: () => void } {
  const asked = placeOf(params)
  const { opened, error, retry } = useOpened(asked)
  const recipe = opened && essence(opened.recipe, params['step'])
  const plan = usePlanOf(recipe)
  const columns = plan.data?.wait || plan.isPlaceholderData ? undefined : plan.data?.columns
  const place = recipe && columns && { dataset: recipe.source.dataset, path: asked.path, recipe, columns, view: { ...viewOver(viewOf(params['view']), columns), sort: [] } }
  return { place, wait: plan.data?.wait ?? null, error: error ?? plan.error, retry: () => { retry(); void plan.refetch() } }
}
