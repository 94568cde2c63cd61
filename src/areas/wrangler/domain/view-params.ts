import type { Column } from './columns.ts'
import type { Predicate } from './predicate.ts'
import { emptyView, View } from './view.ts'
import type { SortKey } from './view.ts'

/** A view as it stands in an address; an empty one is an empty text. */
export function viewText(view: View): string {
  if (view.sort.length === 0 && view.filter.length === 0) return ''
  return JSON.stringify({ ...(view.sort.length ? { sort: view.sort } : {}), ...(view.filter.length ? { filter: view.filter } : {}) })
}

export function viewOf(text: string | undefined): View {
  try {
    const parsed = View.safeParse(JSON.parse(text || '{}'))
    return parsed.success ? parsed.data : emptyView
  } catch {
    return emptyView
  }
}

/** The part of a view that these columns can answer. */
export function viewOver(view: View, columns: readonly Column[]): View {
  const there = new Set(columns.map(({ id }) => id))
  const sort = view.sort.filter(({ column }) => there.has(column))
  const filter = view.filter.filter((one) => columnsOf(one).every((id) => there.has(id)))
  return sort.length === view.sort.length && filter.length === view.filter.length ? view : { sort, filter }
}

export function columnsOf(predicate: Predicate): string[] {
  switch (predicate.kind) {
    case 'all': case 'any': return predicate.of.flatMap(columnsOf)
    case 'not': return columnsOf(predicate.of)
    default: return [predicate.column]
  }
}

/** A press on a head: none, downwards, upwards, none. With `additive` the other keys stay. */
export function withSortPressed(sort: readonly SortKey[], column: string, additive: boolean): SortKey[] {
  const now = sort.find((key) => key.column === column)
  const next = now === undefined ? [{ column, descending: true, nullsFirst: false }] : now.descending ? [{ ...now, descending: false }] : []
  if (!additive) return next
  return now ? sort.flatMap((key) => (key.column === column ? next : [key])) : [...sort, ...next]
}
