import { z } from 'zod'
import { literal, literals } from '#lib/sql.ts'
import { pyConstant } from '../../code/constants.ts'
import { ColumnId } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { constantSql } from '../missing/constant.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context, Python } from '../../step-kind.ts'

const Edit = z.object({ row: z.int().min(0), column: ColumnId, value: z.union([z.string(), z.number(), z.boolean(), z.null()]) })
type Edit = z.output<typeof Edit>

export const editCell = stepKind({
  op: 'editCell', title: 'Edit cells', category: 'Rows', cost: 'cell',
  about: 'Puts values into single cells and takes single rows away, by row number. An edit of a row that an earlier step drops is lost, and comes back with the row.',
  params: z.object({
    edits: z.array(Edit).default([]).meta({ title: 'Cells' }),
    drop: z.array(z.int().min(0)).default([]).meta({ title: 'Rows to drop' }),
  }),
  says: ({ edits, drop }, name) => [...edits.slice(0, 3).map(({ row, column, value }) => `${name(column)} of row ${row} = ${value ?? 'missing'}`), ...(edits.length > 3 ? [`${edits.length - 3} more`] : []), ...(drop.length ? [`${drop.length} rows dropped`] : [])].join(', '),
  usesRowId: true,
  apply: ({ edits, drop }, context) => ({
    kind: 'cells',
    columns: context.columns,
    set: Object.fromEntries(byColumn(edits, context).map(([column, values]) => [column.id, patched(column, values)])),
    ...(drop.length ? { keep: `_rid NOT IN (${literals(drop)})` } : {}),
  }),
  pandas: ({ edits, drop }, python) => [
    ...byColumn(edits, python.context).map(([column, values]) => {
      const name = python.q(column.id)
      return `df[${name}] = pd.Series(pd.array([${lookup(values, column)}.get(rid, v) for rid, v in zip(df["_rid"], plain(df[${name}]))], dtype=df[${name}].dtype), index=df.index)`
    }),
    ...(drop.length ? [`df = df[~df["_rid"].isin([${drop.join(', ')}])].reset_index(drop=True)`] : []),
  ],
  polars: ({ edits, drop }, python: Python) => [
    ...byColumn(edits, python.context).map(([column, values]) => {
      const name = python.q(column.id)
      return `df = df.with_columns(pl.Series(${name}, [${lookup(values, column)}.get(rid, v) for rid, v in zip(df["_rid"], df[${name}])], dtype=df[${name}].dtype))`
    }),
    ...(drop.length ? [`df = df.filter(~pl.col("_rid").is_in([${drop.join(', ')}]))`] : []),
  ],
})

/** The edits of each column; the last one of a cell counts. */
function byColumn(edits: readonly Edit[], context: Context): readonly (readonly [Column, ReadonlyMap<number, Edit['value']>])[] {
  const ids = [...new Set(edits.map(({ column }) => column))]
  return ids.map((id) => [context.column(id), new Map(edits.filter(({ column }) => column === id).map(({ row, value }) => [row, value]))])
}

function patched(column: Column, values: ReadonlyMap<number, Edit['value']>): string {
  const cases = [...values].map(([row, value]) => `WHEN ${literal(row)} THEN ${value === null ? 'NULL' : constantSql(value, column, 'edits')}`)
  return `CASE _rid ${cases.join(' ')} ELSE ${column.id} END`
}

function lookup(values: ReadonlyMap<number, Edit['value']>, { type }: Column): string {
  return `{${[...values].map(([row, value]) => `${row}: ${value === null ? 'None' : pyConstant(value, type) ?? 'None'}`).join(', ')}}`
}
