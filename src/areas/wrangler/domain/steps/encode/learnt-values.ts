import { RecipeProblem } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'

/** More categories than this are no categories; they would also make the recipe unreadable. */
export const mostCategories = 10_000

/** What the fit learnt, one row a category; a RecipeProblem when there are too many. */
export function learntRows({ learned }: Context, title: string): readonly (readonly unknown[])[] {
  const rows = learned?.rows ?? []
  if (rows.length <= mostCategories) return rows
  throw new RecipeProblem(`${title}: the column has more than ${mostCategories.toLocaleString('en')} different values. Use Hash encode, or replace rare values first.`, 'column')
}
