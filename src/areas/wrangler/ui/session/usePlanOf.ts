import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asking } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import type { Recipe } from '../../domain/recipe.ts'

/** What each step says and makes; asked again while one of them still learns. */
export function usePlanOf(recipe: Recipe | undefined) {
  return useQuery({
    ...asking(wrangler.plan, { recipe: recipe ?? nothing }),
    enabled: recipe !== undefined, placeholderData: keepPreviousData, staleTime: Infinity,
    refetchInterval: ({ state: { data, status } }) => (data?.wait && status !== 'error' ? 350 : false),
  })
}

const nothing: Recipe = { schema: 1, source: { dataset: '', columns: [] }, steps: [] }
