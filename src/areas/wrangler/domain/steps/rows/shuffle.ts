import { z } from 'zod'
import { field } from '../../fields.ts'
import { bucketSql } from '../../keys.ts'
import { stepKind } from '../../step-kind.ts'

export const shuffle = stepKind({
  op: 'shuffle', title: 'Shuffle rows', category: 'Rows', cost: 'row',
  about: 'Puts the rows in an order that depends on their row numbers and the seed only, the same every time.',
  params: z.object({ seed: field.seed() }),
  says: ({ seed }) => `seed ${seed}`,
  usesRowId: true,
  apply: ({ seed }) => ({ kind: 'rows', order: [{ sql: bucketSql('_rid', seed) }] }),
  pandas: ({ seed }) => [`df = df.iloc[sort_by_hash(df, ${seed})].reset_index(drop=True)`],
  polars: ({ seed }) => [`df = df[sort_by_hash(df, ${seed})]`],
})
