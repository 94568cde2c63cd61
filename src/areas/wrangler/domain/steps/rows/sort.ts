import { z } from 'zod'
import { familyOf } from '../../columns.ts'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context, Python } from '../../step-kind.ts'

const Key = z.object({
  column: field.column('Column'),
  descending: z.boolean().default(false).meta({ title: 'Largest first' }),
  nullsFirst: z.boolean().default(false).meta({ title: 'Missing first' }),
})
type Key = z.output<typeof Key>

export const sort = stepKind({
  op: 'sort', title: 'Sort rows', category: 'Rows', cost: 'row',
  about: 'Orders the rows; ties stay as they were. NaN counts as the largest number, text goes by code point, so Z comes before a.',
  params: z.object({ keys: z.array(Key).min(1, 'Choose at least one column.').meta({ widget: 'keys', title: 'Sort by' }) }),
  says: ({ keys }, name) => keys.map((key) => `${name(key.column)} ${key.descending ? '↓' : '↑'}`).join(', '),
  apply: ({ keys }, context) => ({
    kind: 'rows',
    order: keys.map((key) => ({ sql: context.column(key.column).id, descending: key.descending, nullsFirst: key.nullsFirst })),
  }),
  pandas: ({ keys }, python) => [plainly(keys, python.context) ? sortValues(keys, python) : `df = df.iloc[sort_positions(df, ${triples(keys, python)})].reset_index(drop=True)`],
  polars: ({ keys }, { q }) => [`df = df.sort([${keys.map(({ column }) => q(column)).join(', ')}], descending=[${flags(keys.map(({ descending }) => descending))}], nulls_last=[${flags(keys.map(({ nullsFirst }) => !nullsFirst))}], maintain_order=True)`],
})

/** pandas has one place for missing values for all keys, and counts NaN among them. */
function plainly(keys: readonly Key[], context: Context): boolean {
  return keys.every((key) => key.nullsFirst === keys[0]?.nullsFirst && familyOf(context.column(key.column).type) !== 'number')
}

function sortValues(keys: readonly Key[], { q }: Python): string {
  return `df = df.sort_values([${keys.map(({ column }) => q(column)).join(', ')}], ascending=[${flags(keys.map(({ descending }) => !descending))}], na_position="${keys[0]?.nullsFirst ? 'first' : 'last'}", kind="stable", ignore_index=True)`
}

function triples(keys: readonly Key[], { q }: Python): string {
  return `[${keys.map((key) => `(${q(key.column)}, ${flags([key.descending, key.nullsFirst])})`).join(', ')}]`
}

function flags(values: readonly boolean[]): string {
  return values.map((value) => (value ? 'True' : 'False')).join(', ')
}
