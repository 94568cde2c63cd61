import { z } from 'zod'
import { familyOf, missingSql } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context, Python } from '../../step-kind.ts'

export const missingIndicator = stepKind({
  op: 'missingIndicator', title: 'Missing indicator', category: 'Missing', cost: 'cell',
  about: 'Adds a column that says where a value is missing, NaN included. Add it before filling: afterwards nothing is missing any more.',
  params: z.object({ columns: field.columns('Columns') }),
  says: ({ columns }, name) => columns.map(name).join(', '),
  apply: ({ columns }, context) => {
    const made = pairs(columns, context)
    return {
      kind: 'cells',
      columns: [...context.columns, ...made.map(([, flag]) => flag)],
      set: Object.fromEntries(made.map(([column, flag]) => [flag.id, missingSql(column)])),
    }
  },
  pandas: ({ columns }, python) => pairs(columns, python.context).map(([column, flag]) => {
    const series = `df[${python.q(column.id)}]`
    return `df[${python.after(flag.id)}] = ${floating(column) ? `missing(${series})` : `${series}.isna()`}`
  }),
  polars: ({ columns }, python: Python) => pairs(columns, python.context).map(([column, flag]) => {
    const name = `pl.col(${python.q(column.id)})`
    return `df = df.with_columns((${floating(column) ? `${name}.is_null() | ${name}.is_nan()` : `${name}.is_null()`}).alias(${python.after(flag.id)}))`
  }),
})

function pairs(columns: readonly string[], context: Context): (readonly [Column, Column])[] {
  return columns.map(context.column).map((column) => [column, context.made(column.id, `${column.name}_missing`, 'BOOLEAN')] as const)
}

function floating({ type }: Column): boolean {
  return familyOf(type) === 'number'
}
