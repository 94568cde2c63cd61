import { fuzzy } from '#areas/files/domain/fuzzy.ts'

export interface Ranked<T> {
  readonly item: T
  /** Places of the letters that were found. */
  readonly hits: readonly number[]
  readonly score: number
}

/** The items that fit the typed letters, the best first; with nothing typed all stay as they are. */
export function rank<T>(query: string, items: readonly T[], textOf: (item: T) => string): readonly Ranked<T>[] {
  if (query.trim() === '') return items.map((item) => ({ item, hits: [], score: 0 }))
  return items.flatMap((item) => {
    const fit = fuzzy(query, textOf(item))
    return fit ? [{ item, hits: fit.at, score: fit.score }] : []
  }).toSorted((a, b) => b.score - a.score)
}
