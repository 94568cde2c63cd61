import { z } from 'zod'
import { literal } from '#lib/sql.ts'
import { familyOf, missingSql } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { field } from '../../fields.ts'
import { textSql } from '../../keys.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context, Python } from '../../step-kind.ts'
import { pyString } from '../../code/values.ts'
import { centreSql, hows, imputable, imputedType, learntPython, learntSql, learntText, teaches } from './fitted.ts'

const most = 10_000

const Params = z.object({
  column: field.column('Column', ['text', 'integer', 'number', 'decimal', 'boolean', 'date', 'time', 'timestamp']),
  groups: field.columns('In every group of', ['text', 'integer', 'number', 'decimal', 'boolean', 'date', 'time', 'timestamp']),
  how: z.enum(hows).default('median').meta({ title: 'With the' }),
})
type Params = z.output<typeof Params>

export const imputePerGroup = stepKind({
  op: 'imputePerGroup', title: 'Impute per group', category: 'Missing', cost: 'fit',
  about: 'Fills what is missing with the mean, median or mode of its group, learnt from the train rows. A group that was not seen, or had no value, gets the one of all rows.',
  params: Params,
  says: ({ column, groups, how }, name) => `${how} of ${name(column)} in each ${groups.map(name).join(', ')}`,
  learn: (params, context) => (params.how === 'mode' ? learnModes(params, context) : learnCentres(params, params.how, context)),
  apply: (params, context) => {
    const column = target(params, context)
    const type = imputedType(column, params.how)
    const { groups, overall } = lessons(context)
    const keys = params.groups.map((id, i) => `g.k${i} IS NOT DISTINCT FROM ${textSql(context.column(id))}`)
    const list = groups.map(({ keys: texts, value }) => `(${[...texts.map((text) => literal(text)), `CAST(${literal(value)} AS ${type})`].join(', ')})`)
    const found = list.length ? [`(SELECT g.v FROM (VALUES ${list.join(', ')}) g(${[...params.groups.map((_, i) => `k${i}`), 'v'].join(', ')}) WHERE ${keys.join(' AND ')})`] : []
    const value = [...found, learntSql(overall, type) ?? `CAST(NULL AS ${type})`].join(', ')
    return {
      kind: 'cells',
      columns: context.columns.map((one) => (one.id === column.id ? { ...one, type } : one)),
      set: { [column.id]: `CASE WHEN ${missingSql(column)} THEN coalesce(${value}) ELSE CAST(${column.id} AS ${type}) END` },
    }
  },
  pandas: (params, python) => {
    const name = python.q(params.column)
    const type = imputedType(target(params, python.context), params.how)
    const dtype = type === target(params, python.context).type ? `df[${name}].dtype` : 'pd.ArrowDtype(pa.float64())'
    return [...code(params, python), `df[${name}] = pd.Series(pd.array([${chosen(params, python)} for v, fill in zip(plain(df[${name}]), fills)], dtype=${dtype}), index=df.index)`]
  },
  polars: (params, python) => {
    const name = python.q(params.column)
    const type = imputedType(target(params, python.context), params.how)
    const dtype = type === target(params, python.context).type ? `df[${name}].dtype` : 'pl.Float64'
    return [...code(params, python), `df = df.with_columns(pl.Series(${name}, [${chosen(params, python)} for v, fill in zip(plain(df[${name}]), fills)], dtype=${dtype}))`]
  },
})

function target({ column, how }: Params, context: Context): Column {
  const [one] = imputable([column], how, context)
  return one ?? context.column(column)
}

function learnCentres(params: Params, how: 'mean' | 'median', context: Context): string {
  const keys = params.groups.map((id, i) => `${textSql(context.column(id))} AS k${i}`)
  const names = params.groups.map((_, i) => `k${i}`).join(', ')
  const { id, type } = target(params, context)
  const value = centreSql({ id, name: '', type }, how, { ...context, train: context.train ? 'taught' : undefined })
  return `SELECT grouping(k0) = 1 AS overall, ${names}, ${value} AS v FROM (SELECT ${keys.join(', ')}, ${id}${context.train ? `, (${context.train}) AS taught` : ''} FROM prev) GROUP BY GROUPING SETS ((${names}), ()) ORDER BY overall DESC, ${names} LIMIT ${most + 2}`
}

function learnModes(params: Params, context: Context): string {
  const column = target(params, context)
  const keys = params.groups.map((id, i) => `${textSql(context.column(id))} AS k${i}`).join(', ')
  const names = params.groups.map((_, i) => `k${i}`).join(', ')
  const rows = `SELECT ${keys}, ${column.id} FROM prev WHERE ${teaches(column, context)}`
  const per = (sets: string) => `SELECT grouping(k0) = 1 AS overall, ${names}, ${column.id} AS x, count(*) AS n FROM (${rows}) GROUP BY GROUPING SETS (${sets})`
  return `SELECT overall, ${names}, CAST(x AS VARCHAR) AS v FROM (${per(`(${names}, ${column.id}), (${column.id})`)}) QUALIFY row_number() OVER (PARTITION BY overall, ${names} ORDER BY n DESC, x) = 1 ORDER BY overall DESC, ${names} LIMIT ${most + 2}`
}

/** What was learnt of each group, without those that had no value, and of all rows. */
function lessons({ learned }: Context) {
  const rows = (learned?.rows ?? []).map((row) => ({ all: row[0] === true, keys: row.slice(1, -1).map((key) => learntText(key) ?? null), value: learntText(row.at(-1)) }))
  if (rows.length > most + 1) throw new RecipeProblem(`Impute per group: there are more than ${most.toLocaleString('en')} groups. Group by fewer columns, or by coarser ones.`, 'groups')
  const known = rows.flatMap(({ all, keys, value }) => (all || value === undefined ? [] : [{ keys, value }]))
  return { groups: known, overall: rows.find(({ all }) => all)?.value }
}

function code(params: Params, python: Python): string[] {
  const type = imputedType(target(params, python.context), params.how)
  const { groups, overall } = lessons(python.context)
  const entries = groups.map(({ keys, value }) => `(${keys.map((key) => (key === null ? 'None' : pyString(key))).join(', ')},): ${learntPython(value, type) ?? 'None'}`)
  return [`${params.how}s = {${entries.join(', ')}}  # learnt by Atelier`, `fills = group_values(df, [${params.groups.map(python.q).join(', ')}], ${params.how}s, ${learntPython(overall, type) ?? 'None'})`]
}

function chosen(params: Params, { context }: Python): string {
  const column = target(params, context)
  const test = familyOf(column.type) === 'number' ? 'v is None or v != v' : 'v is None'
  return `fill if ${test} else ${imputedType(column, params.how) === column.type ? 'v' : 'float(v)'}`
}
