import { uniqueNames } from './columns.ts'
import type { Column, ColumnId } from './columns.ts'
import { customSql } from './steps/expression/custom-sql.ts'

interface Given { readonly op: string | undefined; readonly before: readonly Column[]; readonly after: readonly Column[] }

/** The ids after a step of columns that stood before it, and the names of those that went. A query of one's own may write a name in other letters: there they are known by name. */
export function stoodOf({ op, before, after }: Given): { readonly had: ReadonlySet<ColumnId>; readonly gone: string[] } {
  const names = uniqueNames(before)
  const keyOf = ({ id, name }: Column) => (op === customSql.op ? (names.get(id) ?? name).toLowerCase() : id)
  const [has, stood] = [new Set(after.map(keyOf)), new Set(before.map(keyOf))]
  return { had: new Set(after.filter((column) => stood.has(keyOf(column))).map(({ id }) => id)), gone: before.filter((column) => !has.has(keyOf(column))).map(({ name }) => name) }
}
