import { predicateWords } from '../../domain/words.ts'
import type { Place } from './usePlace.ts'

/** Says which rows the figures are of when a filter leaves some out. */
export function FilterNote({ place: { view, columns } }: { readonly place: Place }) {
  const name = (id: string) => columns.find((column) => column.id === id)?.name ?? id
  if (view.filter.length === 0) return null
  return <p className="text-xs text-ink-2">Of the rows where {view.filter.map((one) => predicateWords(one, name)).join(' and ')}.</p>
}
