import { familyOf } from './columns.ts'
import type { Column, Family } from './columns.ts'
import type { Predicate } from './predicate.ts'
import type { Bin } from './profile.ts'
import type { View } from './view.ts'

const day = 86_400_000

/** The filter of bars `first` to `last`. An upper bound that is a border between bars belongs to the next one. */
export function brushed(column: Column, bins: readonly Bin[], first: number, last: number): Predicate | undefined {
  const low = bins[Math.min(first, last)]
  const at = Math.max(first, last)
  const high = bins[at]
  if (!low || !high) return undefined
  const open = at < bins.length - 1
  const family = familyOf(column.type)
  return { kind: 'between', column: column.id, from: bound(low.from, family, true), to: bound(high.to, family, open), ...(open ? { open } : {}) }
}

/** The bars that a filter of this column covers; undefined when it is not a range. */
export function coveredBins(filter: readonly Predicate[], column: Column, bins: readonly Bin[]): readonly [number, number] | undefined {
  const range = filter.find((one) => one.kind === 'between' && one.column === column.id)
  if (range?.kind !== 'between') return undefined
  const family = familyOf(column.type)
  const first = bins.findIndex((bin) => bound(bin.from, family, true) === range.from)
  const last = bins.findIndex((bin, i) => bound(bin.to, family, i < bins.length - 1) === range.to)
  return first < 0 || last < first ? undefined : [first, last]
}

/** The values of a column that a filter picks. */
export function pickedValues(filter: readonly Predicate[], column: string): readonly string[] {
  const picked = filter.find((one) => one.kind === 'in' && one.column === column)
  return picked?.kind === 'in' ? picked.values.map(String) : []
}

/** One value more or less among those picked. */
export function toggledValue(view: View, column: string, value: string): View {
  const picked = pickedValues(view.filter, column)
  const values = picked.includes(value) ? picked.filter((one) => one !== value) : [...picked, value]
  const rest = view.filter.filter((one) => !(one.kind === 'in' && one.column === column))
  return { ...view, filter: values.length ? [...rest, { kind: 'in', column, values: [...values] }] : rest }
}

/** The range of a column put in place of the one before; none takes it away. */
export function withRange(view: View, column: string, range: Predicate | undefined): View {
  const rest = view.filter.filter((one) => !(one.kind === 'between' && one.column === column))
  return { ...view, filter: range ? [...rest, range] : rest }
}

function bound(value: number, family: Family, ceiling: boolean): string | number {
  switch (family) {
    case 'date': return new Date((ceiling ? Math.ceil(value / day) : Math.floor(value / day)) * day).toISOString().slice(0, 10)
    case 'timestamp': return new Date(value).toISOString().replace('T', ' ').replace('Z', '').replace(/\.000$/, '')
    case 'time': return new Date(value).toISOString().slice(11, 23)
    default: return value
  }
}
