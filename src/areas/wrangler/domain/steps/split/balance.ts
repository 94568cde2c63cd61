import { z } from 'zod'
import { field } from '../../fields.ts'
import { bucketSql, learnedNumber, splitColumn, textSql } from '../../keys.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Change, Context } from '../../step-kind.ts'

const Params = z.object({
  column: field.column('Class'),
  method: z.enum(['under', 'over']).default('under').meta({ title: 'How', description: 'Under leaves rows of the large classes out, over repeats rows of the small ones.' }),
  seed: field.seed(),
})
type Params = z.output<typeof Params>

export const balance = stepKind({
  op: 'balance', title: 'Balance classes', category: 'Split and check', cost: 'window',
  about: 'Makes the classes equally large in the train rows; valid, test and rows without a class stay as they are. It refuses to run before a split, because repeated rows would be in train and in test.',
  usesRowId: true,
  params: Params,
  says: ({ column, method }, name) => `${name(column)}, ${method === 'under' ? 'fewer of the large classes' : 'more of the small classes'}, train rows only`,
  learn: ({ column }, context) => {
    const key = textSql(context.column(column))
    return `SELECT min(n) AS smallest, max(n) AS largest FROM (SELECT count(*) AS n FROM prev WHERE ${needed(context)} AND (${key}) IS NOT NULL GROUP BY ${key})`
  },
  apply: (params, context) => {
    const { column, seed } = params
    const key = textSql(context.column(column))
    const touched = `coalesce(${needed(context)} AND (${key}) IS NOT NULL, false)`
    const within = `PARTITION BY ${touched}, ${key}`
    const place = `row_number() OVER (${within} ORDER BY ${bucketSql('_rid', seed)}, _rid)`
    return params.method === 'under'
      ? { kind: 'rows', qualify: `NOT ${touched} OR ${place} <= ${target(params, context)}` }
      : repeated(params, context, { touched, place, size: `count(*) OVER (${within})` })
  },
  pandas: (params, { context, q }) => [`df = df.iloc[${rows(params, context, q)}].reset_index(drop=True)`],
  polars: (params, { context, q }) => [`df = df[pl.Series(${rows(params, context, q)}, dtype=pl.UInt32)]`],
})

function repeated(params: Params, context: Context, sql: { touched: string; place: string; size: string }): Change {
  const goal = target(params, context)
  const copies = `CASE WHEN ${sql.touched} THEN ${goal} // ${sql.size} + (${sql.place} <= ${goal} % ${sql.size})::BIGINT ELSE 1 END`
  return {
    kind: 'table',
    columns: context.columns,
    select: `SELECT *, unnest(range(_copies)) AS _copy FROM (SELECT *, row_number() OVER (ORDER BY ${context.order}) AS _at, ${copies} AS _copies FROM prev)`,
    order: '_at, _copy',
  }
}

function needed({ train }: Context): string {
  if (train) return train
  throw new RecipeProblem('Balance classes: it needs a split before it, so that only train rows are repeated or left out. Add the step Split above it.')
}

/** Rows of each class afterwards. */
function target({ method }: Params, context: Context): number {
  return learnedNumber(context, 0, method === 'under' ? 0 : 1) ?? 0
}

function rows(params: Params, context: Context, q: (id: string) => string): string {
  const part = splitColumn(context)
  const trains = part ? `[p == "train" for p in texts(df[${q(part.id)}])]` : '[]'
  return `balanced_rows(texts(df[${q(params.column)}]), ${trains}, df["_rid"].to_list(), ${params.seed}, target=${target(params, context)})`
}
