import { z } from 'zod'
import { pyString } from '../../code/values.ts'
import { ColumnId, comparable, familyOf, missingSql, uniqueNames } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { field, onlyWhen } from '../../fields.ts'
import { madeKeys } from '../../made-keys.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context, Python, Table } from '../../step-kind.ts'
import { countedJoin, joinKinds } from './join-count.ts'
import { merged } from './join-merge.ts'
import { placedSql } from './keys.ts'
import { pandasCast, polarsCast, unified } from './unify.ts'

const words = { inner: 'inner', left: 'left', right: 'right', full: 'full', semi: 'rows found in', anti: 'rows not found in', cross: 'every pair with', asof: 'latest row of' } as const

const Params = z.object({
  dataset: field.dataset('Join with'),
  kind: z.enum(joinKinds).default('left').meta({ title: 'Kind', description: 'Semi keeps rows that have a match, anti those that have none; as-of takes the latest row of the other table that is not after this one.' }),
  on: onlyWhen(z.array(z.object({ left: ColumnId, right: ColumnId })).default([]).meta({ widget: 'pairs', title: 'Keys', description: 'For as-of the last pair is the time.' }), { kind: ['inner', 'left', 'right', 'full', 'semi', 'anti', 'asof'] }),
  suffix: field.name('Suffix for names that clash', '_right'),
})
type Params = z.output<typeof Params>

export const join = stepKind({
  op: 'join', title: 'Join', category: 'Shape and combine', cost: 'shape',
  about: 'Adds the columns of another data set by equal keys. A missing key matches nothing, not even another missing one; keys that repeat in both tables multiply their rows.',
  params: Params,
  says: ({ dataset, kind, on }, name) => `${words[kind]} ${dataset}${kind === 'cross' ? '' : ` by ${on.map(({ left }) => name(left)).join(', ')}`}`,
  apply: (params, context) => {
    const plan = planOf(params, context)
    const list = [
      ...plan.left.map(({ column, other }) => `${other ? `coalesce(l.${column.id}::${column.type}, r.${other.id}::${column.type})` : `l.${column.id}`} AS ${column.id}`),
      ...plan.right.map(({ column, source }) => `r.${source.id} AS ${column.id}`),
    ]
    const place = ['semi', 'anti'].includes(params.kind) ? '0' : 'r._bt'
    return {
      kind: 'table', columns: [...plan.left, ...plan.right].map(({ column }) => column), order: '_at NULLS LAST, _bt NULLS LAST',
      counted: countedJoin({ kind: params.kind, table: plan.table.sql, keys: plan.keys.map(({ left, right }) => ({ left: presentKey(left, 'prev'), right: right.id })) }),
      select: `SELECT ${list.join(', ')}, l._at AS _at, ${place} AS _bt FROM ${placedSql(context)} AS l ${joinSql(params, plan)}`,
    }
  },
  pandas: (params, python) => merged('pandas', { ...params, ...planOf(params, python.context) }, python) ?? [
    ...pairs(params, python),
    `df = pd.DataFrame({${cells(params, python, {
      cast: pandasCast, coalesce: (a, b) => `pd.Series(pd.arrays.ArrowExtensionArray(pc.coalesce(pa.array(${a}), pa.array(${b}))))`,
    }).join(', ')}})`,
  ],
  polars: (params, python) => merged('polars', { ...params, ...planOf(params, python.context) }, python) ?? [
    ...pairs(params, python),
    `df = pl.DataFrame({${cells(params, python, {
      cast: polarsCast, coalesce: (a, b) => `${a}.zip_with(${a}.is_not_null(), ${b})`,
    }).join(', ')}})`,
  ],
})

interface Key { readonly left: Column; readonly right: Column }
interface Plan {
  readonly table: Table
  readonly keys: readonly Key[]
  /** `other` fills a key where only the other table has the row; `source` is the column before the step. */
  readonly left: readonly { readonly column: Column; readonly source: Column; readonly other: Column | undefined }[]
  readonly right: readonly { readonly column: Column; readonly source: Column }[]
}

function planOf(params: Params, context: Context): Plan {
  const table = context.tables[params.dataset]
  if (!table) throw new RecipeProblem(`Join: there is no data set “${params.dataset}”. Choose another, or register it again.`, 'dataset')
  const keys = params.kind === 'cross' ? [] : keysOf(params, context, table)
  const filling = ['right', 'full'].includes(params.kind)
  const left = context.columns.map((source) => {
    const other = filling ? keys.find((key) => key.left.id === source.id)?.right : undefined
    return { source, other, column: other ? { ...source, type: unified([source.type, other.type]) ?? source.type } : source }
  })
  if (['semi', 'anti'].includes(params.kind)) return { table, keys, left, right: [] }
  const shared = new Set((params.kind === 'asof' ? keys.slice(0, -1) : keys).map(({ right }) => right.id))
  const names = new Set(context.columns.map(({ name }) => name.toLowerCase()))
  const ids = madeKeys(table.columns.map(({ name }) => name))
  const right = table.columns.flatMap((source, i) => {
    if (shared.has(source.id)) return []
    return [{ source, column: context.made(ids[i] ?? i, names.has(source.name.toLowerCase()) ? `${source.name}${params.suffix}` : source.name, source.type) }]
  })
  return { table, keys, left, right }
}

function keysOf({ on }: Params, context: Context, table: Table): Key[] {
  if (on.length === 0) throw new RecipeProblem('Join: choose at least one pair of keys, or the kind cross.', 'on')
  return on.map((pair) => {
    const left = context.column(pair.left)
    const right = table.columns.find(({ id }) => id === pair.right)
    if (!right) throw new RecipeProblem('Join: a key of the other data set is not there any more. Choose the keys again.', 'on')
    if (comparable(left.type, right.type)) return { left, right }
    throw new RecipeProblem(`Join: “${left.name}” holds ${left.type} and “${right.name}” holds ${right.type}, which are never equal. Change the type of one of them first.`, 'on')
  })
}

function joinSql({ kind }: Params, { table, keys }: Plan): string {
  const right = `(SELECT *, row_number() OVER () AS _bt FROM (${table.sql}))`
  if (kind === 'cross') return `CROSS JOIN ${right} AS r`
  if (kind !== 'asof') return `${kind.toUpperCase()} JOIN ${right} AS r ON ${keys.map((key) => equalSql(key, '=')).join(' AND ')}`
  const ids = keys.map((key) => key.right.id).join(', ')
  const present = keys.map((key) => `NOT ${missingSql(key.right)}`).join(' AND ')
  const latest = `(SELECT * FROM ${right} WHERE ${present} QUALIFY row_number() OVER (PARTITION BY ${ids} ORDER BY _bt DESC) = 1)`
  return `ASOF LEFT JOIN ${latest} AS r ON ${keys.map((key, i) => equalSql(key, i === keys.length - 1 ? '>=' : '=')).join(' AND ')}`
}

function equalSql({ left, right }: Key, by: '=' | '>='): string {
  return `${presentKey(left, 'l')} ${by} r.${right.id}`
}

/** NaN is missing, so it equals nothing. */
function presentKey({ id, type }: Column, from: 'l' | 'prev'): string {
  return familyOf(type) === 'number' ? `nullif(${from}.${id}, 'NaN'::${type})` : `${from}.${id}`
}

function pairs(params: Params, { context, q, read }: Python): string[] {
  const { table, keys } = planOf(params, context)
  const names = uniqueNames(table.columns)
  const keyList = (one: (key: Key) => string) => `list(zip(${keys.map((key) => `present_or_none(${one(key)})`).join(', ')}))`
  const both = `${keyList(({ left }) => `df[${q(left.id)}]`)}, ${keyList(({ right }) => `other[${pyString(names.get(right.id) ?? right.id)}]`)}`
  const call = params.kind === 'asof' ? `asof_rows(${both})` : `join_rows(${both}, ${pyString(params.kind)})`
  return [
    `other = ${read(params.dataset)}`,
    `other.columns = [${[...names.values()].map(pyString).join(', ')}]`,
    `rows = ${params.kind === 'cross' ? '[(i, j) for i in range(len(df)) for j in range(len(other))]' : call}`,
    'left, right = [i for i, _ in rows], [j for _, j in rows]',
  ]
}

interface Words {
  readonly cast: (from: Column, to: string, text: string) => string
  readonly coalesce: (a: string, b: string) => string
}

function cells(params: Params, { context, q, after }: Python, { cast, coalesce }: Words): string[] {
  const plan = planOf(params, context)
  const names = uniqueNames(plan.table.columns)
  const other = (column: Column) => `taken(other[${pyString(names.get(column.id) ?? column.id)}], right)`
  return [
    ...plan.left.map(({ column, source, other: filler }) => {
      const mine = `taken(df[${q(source.id)}], left)`
      return `${after(column.id)}: ${filler ? coalesce(cast(source, column.type, mine), cast(filler, column.type, other(filler))) : mine}`
    }),
    ...plan.right.map(({ column, source }) => `${after(column.id)}: ${other(source)}`),
  ]
}
