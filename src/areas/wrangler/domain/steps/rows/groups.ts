import { familyOf } from '../../columns.ts'
import type { ColumnId } from '../../columns.ts'
import type { Context, Python } from '../../step-kind.ts'

/** The PARTITION BY text of a grouping, empty for none; missing values form one group. */
export function partitionSql(groups: readonly ColumnId[], context: Context): string {
  return groups.length ? `PARTITION BY ${groups.map((id) => groupSql(id, context)).join(', ')} ` : ''
}

export function groupSql(id: ColumnId, context: Context): string {
  const column = context.column(id)
  return familyOf(column.type) === 'number' ? `(CASE WHEN isnan(${column.id}) THEN NULL ELSE ${column.id} END)` : column.id
}

/** A Python list of the columns' names. */
export function nameList(ids: readonly ColumnId[], { q }: Python): string {
  return `[${ids.map(q).join(', ')}]`
}
