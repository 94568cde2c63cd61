import { z } from 'zod'
import { field, onlyWhen } from '../../fields.ts'
import { bucketSql, doubleSql } from '../../keys.ts'
import { stepKind } from '../../step-kind.ts'

export const sample = stepKind({
  op: 'sample', title: 'Random sample', category: 'Rows', cost: 'row',
  about: 'Keeps rows chosen by their row number and the seed, so that the same rows come back every time. A share is met nearly, a count exactly.',
  params: z.object({
    size: z.enum(['share', 'count']).default('share').meta({ title: 'Size' }),
    share: onlyWhen(z.number().min(0).max(1).default(0.1).meta({ title: 'Share of rows' }), { size: ['share'] }),
    count: onlyWhen(z.int().min(0).default(1000).meta({ title: 'Number of rows' }), { size: ['count'] }),
    seed: field.seed(),
  }),
  says: ({ size, share, count, seed }) => `${size === 'share' ? `${Number((share * 100).toPrecision(6))} %` : count} of the rows, seed ${seed}`,
  usesRowId: true,
  costOf: ({ size }) => (size === 'share' ? 'row' : 'window'),
  apply: ({ size, share, count, seed }) => (size === 'share'
    ? { kind: 'rows', where: `${bucketSql('_rid', seed)} < ${doubleSql(share)} * 4294967296e0` }
    : { kind: 'rows', qualify: `row_number() OVER (ORDER BY ${bucketSql('_rid', seed)}, _rid) <= ${count}` }),
  pandas: ({ size, share, count, seed }) => (size === 'share'
    ? [`df = df[np.array([md5_bucket(rid, ${seed}) < ${share} * 2**32 for rid in df["_rid"]], dtype=bool)].reset_index(drop=True)`]
    : [`df = df.iloc[sorted(hash_order(df["_rid"].to_list(), ${seed})[:${count}])].reset_index(drop=True)`]),
  polars: ({ size, share, count, seed }) => (size === 'share'
    ? [`df = df.filter(pl.Series([md5_bucket(rid, ${seed}) < ${share} * 2**32 for rid in df["_rid"]], dtype=pl.Boolean))`]
    : [`df = df[sorted(hash_order(df["_rid"].to_list(), ${seed})[:${count}])]`]),
})
