import { pyString, pyValue } from '../../code/values.ts'
import { uniqueNames } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import type { Python, Table } from '../../step-kind.ts'

interface Merge {
  readonly kind: string
  readonly dataset: string
  readonly table: Table
  readonly keys: readonly { readonly left: Column; readonly right: Column }[]
  readonly left: readonly { readonly column: Column; readonly source: Column }[]
  readonly right: readonly { readonly column: Column; readonly source: Column }[]
}

/** Where equal means the same to everyone: NaN and decimals of other scales are left to lists of keys. */
const plain = /^(U?(TINY|SMALL|BIG)INT|U?INTEGER|VARCHAR|BOOLEAN|DATE)$/

/** A join as the library's own, where it joins as SQL does; undefined where it does not. The other table takes the names that its columns get. */
export function merged(frames: 'pandas' | 'polars', { kind, dataset, table, keys, left, right }: Merge, { q, after, read }: Python): string[] | undefined {
  if (!['inner', 'left'].includes(kind) || keys.length === 0 || keys.some((key) => !plain.test(key.left.type) || key.left.type !== key.right.type)) return undefined
  if (left.some(({ column, source }) => after(column.id) !== q(source.id)) || new Set(keys.map((key) => key.right.id)).size < keys.length) return undefined
  const made = new Map(right.map(({ column, source }) => [source.id, after(column.id)]))
  const taken = new Set([...left, ...right].map(({ column }) => after(column.id)))
  const label = uniqueNames(table.columns)
  const keyName = ({ id }: Column) => Array.from({ length: taken.size + 1 }, (_, n) => pyString(`${label.get(id) ?? id} key${n === 0 ? '' : ` ${n}`}`)).find((name) => !taken.has(name)) ?? ''
  const names = new Map(table.columns.map((column) => [column.id, made.get(column.id) ?? keyName(column)]))
  const rightOn = `[${keys.map((key) => names.get(key.right.id) ?? '').join(', ')}]`
  const on = `how=${pyString(kind)}, left_on=[${keys.map((key) => q(key.left.id)).join(', ')}], right_on=${rightOn}`
  return [
    `other = ${read(dataset)}  # ${dataset}`,
    `other.columns = [${table.columns.map(({ id }) => names.get(id) ?? '').join(', ')}]`,
    frames === 'pandas' ? `df = df.merge(other.dropna(subset=${rightOn}), ${on}).drop(columns=${rightOn})` : `df = df.join(other, ${on}, coalesce=True, maintain_order=${pyValue('left_right')})`,
  ]
}
