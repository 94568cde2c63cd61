import type { ColumnId } from '../../columns.ts'
import type { Change, Context } from '../../step-kind.ts'

/** Columns put in another type in their place; a value that comes out missing and was not has failed. */
export function inPlace({ context, set, type, drop }: { readonly context: Context; readonly set: Readonly<Record<ColumnId, string>>; readonly type: string; readonly drop: boolean }): Change {
  const failed = Object.fromEntries(Object.entries(set).map(([id, converted]) => [id, `(${id}) IS NOT NULL AND (${converted}) IS NULL`]))
  const any = Object.values(failed)
  return {
    kind: 'cells',
    columns: context.columns.map((one) => (Object.hasOwn(set, one.id) ? { ...one, type } : one)),
    set, failed,
    ...(drop ? { keep: `NOT (${any.length === 1 ? any.join('') : any.map((sql) => `(${sql})`).join(' OR ')})` } : {}),
  }
}

/** Steps that took one `column` before take `columns`. */
export function withColumns({ column, ...params }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return column === undefined || params['columns'] !== undefined ? { ...(column === undefined ? {} : { column }), ...params } : { columns: [column], ...params }
}
