import { z } from 'zod'
import { field, onlyWhen } from '../../fields.ts'
import { bucketSql, doubleSql } from '../../keys.ts'
import { stepKind } from '../../step-kind.ts'
import type { Python } from '../../step-kind.ts'
import { nameList, partitionSql } from './groups.ts'

const Params = z.object({
  groups: field.columns('In every group of'),
  size: z.enum(['share', 'count']).default('share').meta({ title: 'Size' }),
  share: onlyWhen(z.number().min(0).max(1).default(0.1).meta({ title: 'Share of each group' }), { size: ['share'] }),
  count: onlyWhen(z.int().min(1).default(100).meta({ title: 'Rows of each group' }), { size: ['count'] }),
  seed: field.seed(),
})
type Params = z.output<typeof Params>

export const stratifiedSample = stepKind({
  op: 'stratifiedSample', title: 'Stratified sample', category: 'Rows', cost: 'window',
  about: 'Draws the same share, or number, of rows from every group. A small group gives one row at least, missing values are a group of their own.',
  params: Params,
  says: ({ groups, size, share, count, seed }, name) => `${size === 'share' ? `${Number((share * 100).toPrecision(6))} %` : count} of each ${groups.map(name).join(', ')}, seed ${seed}`,
  usesRowId: true,
  apply: ({ groups, size, share, count, seed }, context) => {
    const partition = partitionSql(groups, context)
    const wanted = size === 'count' ? String(count) : `greatest(1, floor(${doubleSql(share)} * count(*) OVER (${partition.trim()}) + 0.5e0))`
    return { kind: 'rows', qualify: `row_number() OVER (${partition}ORDER BY ${bucketSql('_rid', seed)}, _rid) <= ${wanted}` }
  },
  pandas: (params, python) => [`df = df.iloc[${positions(params, python)}].reset_index(drop=True)`],
  polars: (params, python) => [`df = df[${positions(params, python)}]`],
})

function positions({ groups, size, share, count, seed }: Params, python: Python): string {
  return `stratified_positions(df, ${nameList(groups, python)}, ${seed}, lambda rows: ${size === 'count' ? count : `max(1, math.floor(${share} * rows + 0.5))`})`
}
