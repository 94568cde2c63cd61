import { z } from 'zod'
import { literals } from '#lib/sql.ts'
import { pyValue } from '../../code/values.ts'
import { missingSql } from '../../columns.ts'
import { field, onlyWhen } from '../../fields.ts'
import { doubleSql, finiteSql, learnedNumber, trainSql } from '../../keys.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'

const Params = z.object({
  column: field.numericColumn('Column'),
  method: z.enum(['width', 'quantile', 'custom']).default('width').meta({ title: 'Bins', description: 'Equal width, equal count, or your own edges.' }),
  bins: onlyWhen(z.int().min(2).max(1000).default(10).meta({ title: 'How many' }), { method: ['width', 'quantile'] }),
  edges: onlyWhen(field.lines('Edges').default([]), { method: ['custom'] }),
  label: z.enum(['number', 'range']).default('range').meta({ title: 'Write', description: 'The number of the bin from 0, or its range as text.' }),
  name: field.name('New column'),
})
type Params = z.output<typeof Params>

export const bin = stepKind({
  op: 'bin', title: 'Bin', category: 'Numeric', cost: 'fit',
  about: 'Puts every number into a bin that holds its lower edge and not its upper one. The first and the last bin are open, so that new values always find one; missing and NaN stay missing.',
  costOf: ({ method }) => (method === 'custom' ? 'cell' : 'fit'),
  params: Params,
  says: ({ column, method, bins, edges }, name) => `${name(column)} into ${method === 'custom' ? `${edges.length + 1} bins` : `${bins} bins of equal ${method === 'width' ? 'width' : 'count'}`}`,
  learn: (params, context) => {
    const column = context.column(params.column)
    const x = `${column.id}::DOUBLE`
    const where = `FILTER (WHERE ${finiteSql(column)} AND ${trainSql(context)})`
    if (params.method === 'custom') return undefined
    if (params.method === 'width') return `SELECT min(${x}) ${where} AS lowest, max(${x}) ${where} AS highest FROM prev`
    const inner = Array.from({ length: params.bins - 1 }, (_, i) => `quantile_cont(${x}, ${doubleSql((i + 1) / params.bins)}) ${where} AS q${i}`)
    return `SELECT ${inner.join(', ')} FROM prev`
  },
  apply: (params, context) => {
    const column = context.column(params.column)
    const made = context.made(0, newName(params, column.name), params.label === 'number' ? 'INTEGER' : 'VARCHAR')
    const edges = edgesOf(params, context)
    const number = edges.length === 0 ? '0' : edges.map((edge) => `(${column.id} >= ${doubleSql(edge)})::INTEGER`).join(' + ')
    const value = params.label === 'number' ? number : `[${literals(labels(edges))}][1 + ${number}]`
    return { kind: 'cells', columns: [...context.columns, made], set: { [made.id]: `CASE WHEN NOT ${missingSql(column)} THEN ${value} END` } }
  },
  pandas: (params, { context, q, after }) => [
    `edges = ${pyValue(edgesOf(params, context))}`,
    `found = bins(present_or_none(df[${q(params.column)}]), edges)`,
    ...named(params, context),
    `df[${after(context.made(0, '', '').id)}] = pd.Series(found, index=df.index, dtype=pd.ArrowDtype(${params.label === 'number' ? 'pa.int32()' : 'pa.string()'}))`,
  ],
  polars: (params, { context, q, after }) => [
    `edges = ${pyValue(edgesOf(params, context))}`,
    `found = bins(present_or_none(df[${q(params.column)}]), edges)`,
    ...named(params, context),
    `df = df.with_columns(pl.Series(${after(context.made(0, '', '').id)}, found, dtype=${params.label === 'number' ? 'pl.Int32' : 'pl.String'}))`,
  ],
})

function newName({ name }: Params, old: string): string {
  return name === '' ? `${old} bin` : name
}

function named(params: Params, context: Context): string[] {
  if (params.label === 'number') return []
  return [`labels = ${pyValue(labels(edgesOf(params, context)))}`, 'found = [None if i is None else labels[i] for i in found]']
}

/** The edges between the bins, ascending, without repeats. */
function edgesOf(params: Params, context: Context): readonly number[] {
  if (params.method === 'custom') return custom(params)
  const learnt = (context.learned?.rows[0] ?? []).map((_, i) => learnedNumber(context, 0, i)).filter((one) => one !== undefined)
  const [low, high] = learnt
  if (params.method === 'quantile') return unique(learnt)
  if (low === undefined || high === undefined || !Number.isFinite(high - low)) return []
  return low === high ? [] : unique(Array.from({ length: params.bins - 1 }, (_, i) => low + ((i + 1) * (high - low)) / params.bins))
}

function custom({ edges }: Params): readonly number[] {
  const numbers = edges.filter((edge) => edge.trim() !== '').map(Number)
  if (numbers.length === 0) throw new RecipeProblem('Bin: write at least one edge, one a line.', 'edges')
  if (!numbers.every(Number.isFinite)) throw new RecipeProblem('Bin: every edge must be a number, one a line.', 'edges')
  return unique(numbers)
}

function unique(edges: readonly number[]): readonly number[] {
  return [...new Set(edges)].sort((a, b) => a - b)
}

function labels(edges: readonly number[]): readonly string[] {
  const text = edges.map((edge) => String(Number(edge.toPrecision(6))))
  const shown = new Set(text).size === edges.length ? text : edges.map(String)
  if (shown.length === 0) return ['all']
  return [`< ${shown[0]}`, ...shown.slice(1).map((high, i) => `[${shown[i]}, ${high})`), `≥ ${shown.at(-1)}`]
}
