import type { Params } from '#kit/desk.ts'
import { essence } from '../../domain/draft.ts'
import type { Recipe } from '../../domain/recipe.ts'
import type { View } from '../../domain/view.ts'
import { viewOf } from '../../domain/view-params.ts'
import { useOpened } from './useOpened.ts'

/** The rows that an address means, for the views beside the table: recipe file or data set, step and view. */
export function usePlace(params: Params) {
  const version = Number(params['version'])
  const path = params['path'] ?? params['recipe']
  const { opened, error, retry } = useOpened({ dataset: params['dataset'], version: Number.isInteger(version) && version > 0 ? version : undefined, path })
  const recipe: Recipe | undefined = opened && essence(opened.recipe, params['step'])
  const view: View = viewOf(params['view'])
  return { opened, recipe, view, path, error, retry }
}
