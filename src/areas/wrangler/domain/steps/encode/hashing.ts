import { z } from 'zod'
import { field } from '../../fields.ts'
import { bucketSql, textSql } from '../../keys.ts'
import { stepKind } from '../../step-kind.ts'

const Params = z.object({
  column: field.column('Column'),
  buckets: z.int().min(2).max(1_048_576).default(64).meta({ title: 'Buckets' }),
  seed: field.seed(),
  name: field.name('New column'),
})

export const hashing = stepKind({
  op: 'hashing', title: 'Hash encode', category: 'Encode', cost: 'cell',
  about: 'Gives every value one of a fixed number of buckets without learning, the same in every engine (md5). Different values can share a bucket; a missing value stays missing.',
  params: Params,
  says: ({ column, buckets }, name) => `${name(column)} into ${buckets} buckets`,
  apply: ({ column, buckets, seed, name }, context) => {
    const source = context.column(column)
    const made = context.made(0, name === '' ? `${source.name} bucket` : name, 'INTEGER')
    return { kind: 'cells', columns: [...context.columns, made], set: { [made.id]: `(${bucketSql(`(${textSql(source)})`, seed)} % ${buckets})::INTEGER` } }
  },
  pandas: ({ column, buckets, seed }, { context, q, after }) => [
    `found = [None if v is None else md5_bucket(v, ${seed}) % ${buckets} for v in texts(df[${q(column)}])]`,
    `df[${after(context.made(0, '', '').id)}] = pd.Series(found, index=df.index, dtype=pd.ArrowDtype(pa.int32()))`,
  ],
  polars: ({ column, buckets, seed }, { context, q, after }) => [
    `found = [None if v is None else md5_bucket(v, ${seed}) % ${buckets} for v in texts(df[${q(column)}])]`,
    `df = df.with_columns(pl.Series(${after(context.made(0, '', '').id)}, found, dtype=pl.Int32))`,
  ],
})
