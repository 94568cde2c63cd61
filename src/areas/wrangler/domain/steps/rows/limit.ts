import { z } from 'zod'
import { stepKind } from '../../step-kind.ts'

export const limit = stepKind({
  op: 'limit', title: 'Limit rows', category: 'Rows', cost: 'row',
  about: 'Keeps so many rows from the top, as the rows stand now; sort first to choose which.',
  params: z.object({
    count: z.int().min(0).default(1000).meta({ title: 'Rows to keep' }),
    skip: z.int().min(0).default(0).meta({ title: 'Rows to skip before' }),
  }),
  says: ({ count, skip }) => `${count} rows${skip ? ` after the first ${skip}` : ' from the top'}`,
  apply: ({ count, skip }, { order }) => (skip === 0
    ? { kind: 'rows', limit: count }
    : { kind: 'rows', qualify: `row_number() OVER (ORDER BY ${order}) BETWEEN ${skip + 1} AND ${skip + count}` }),
  pandas: ({ count, skip }) => [`df = df.iloc[${skip}:${skip + count}].reset_index(drop=True)`],
  polars: ({ count, skip }) => [`df = df.slice(${skip}, ${count})`],
})
