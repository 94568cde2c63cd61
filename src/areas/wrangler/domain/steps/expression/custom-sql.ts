import { z } from 'zod'
import { name as quoted } from '#lib/sql.ts'
import { pyString } from '../../code/values.ts'
import { uniqueNames } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { field } from '../../fields.ts'
import { madeKeys } from '../../made-keys.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context, Python } from '../../step-kind.ts'
import { keepsRows, ordersRows, selectProblem } from './one-select.ts'
import { sqlFault } from './sql-fault.ts'

export const customSql = stepKind({
  op: 'customSql', title: 'Custom SQL', category: 'Columns', cost: 'shape',
  about: 'One SELECT in DuckDB’s SQL over prev, the rows before this step, with columns by their names. Rows stand as its ORDER BY says; a query that groups or joins without one is ordered by all its columns.',
  params: z.object({ sql: field.sql('SELECT').default('SELECT *\nFROM prev') }),
  says: ({ sql }) => sql.replaceAll(/\s+/g, ' ').trim(),
  learn: ({ sql }, context) => `SELECT column_name, column_type FROM (DESCRIBE ${overLabels(checked(sql), context)})`,
  refused: ({ sql }, { message, text, columns }) => new RecipeProblem(`Custom SQL: ${sqlFault({ message, text, sql: checked(sql), names: [...uniqueNames(columns).values()] })}`, 'sql'),
  apply: ({ sql }, context) => {
    const text = checked(sql)
    const columns = columnsOf(context)
    if (columns.length === 0) throw new RecipeProblem('This SELECT gives no columns.', 'sql')
    const ids = columns.map(({ id }) => id).join(', ')
    const kept = columns.map(({ id, type }, i) => (type === context.learned?.rows[i]?.[1] ? id : `CAST(${id} AS ${type}) AS ${id}`)).join(', ')
    return { kind: 'table', columns, order: sorted(text) ? ids : '_at', select: `SELECT row_number() OVER () AS _at, ${kept} FROM (${overLabels(text, context)}) t(${ids})` }
  },
  pandas: ({ sql }, python) => pythonLines(sql, python, 'prev = df.drop(columns=["_rid"], errors="ignore")', '.to_arrow_table().to_pandas(types_mapper=pd.ArrowDtype)'),
  polars: ({ sql }, python) => pythonLines(sql, python, 'prev = df.drop("_rid", strict=False)', '.pl()'),
})

/** A column that bears the name of one that was there before is that one, whatever the query does to it. */
function columnsOf(context: Context): Column[] {
  const given = (context.learned?.rows ?? []).map(([name, type]) => ({ name: String(name), type: storedType(String(type)) }))
  const before = new Map([...uniqueNames(context.columns)].map(([id, name]) => [name, id]))
  const keys = madeKeys(given.map(({ name }) => name))
  return given.map(({ name, type }, i) => {
    const id = before.get(name)
    before.delete(name)
    return id === undefined ? context.made(keys[i] ?? i, name, type) : { id, name, type }
  })
}

/** The nearest type that Parquet keeps whole: it would round 128-bit integers and cut spans of time. */
function storedType(type: string): string {
  if (/^(INTERVAL|BIT|UNION|ENUM)\b/.test(type)) return 'VARCHAR'
  return type.replaceAll(/\bU?HUGEINT\b/g, 'DECIMAL(38,0)').replaceAll(/\bTIMESTAMP_M?S\b/g, 'TIMESTAMP')
}

function checked(sql: string): string {
  const problem = selectProblem(sql)
  if (problem) throw new RecipeProblem(problem, 'sql')
  return sql.trim().replace(/;(\s|--[^\n]*(\n|$)|\/\*[\s\S]*?\*\/)*$/, '')
}

function sorted(sql: string): boolean {
  return !ordersRows(sql) && !keepsRows(sql)
}

/** The person's query over a `prev` whose columns bear their labels and whose rows stand as the steps before left them. */
function overLabels(sql: string, { columns, order }: Context): string {
  const names = uniqueNames(columns)
  const list = columns.map(({ id, name }) => `${id} AS ${quoted(names.get(id) ?? name)}`).join(', ')
  return `WITH prev AS (SELECT ${list} FROM prev${order === '_rid' ? '' : ` ORDER BY ${order}`}) SELECT * FROM (\n${sql}\n)`
}

function pythonLines(sql: string, { change, after }: Python, prev: string, fetch: string): string[] {
  const text = checked(sql)
  const ordered = sorted(text) ? `SELECT * FROM (\n${text}\n) ORDER BY ALL` : text
  const names = change.kind === 'table' ? change.columns.map(({ id }) => after(id)).join(', ') : ''
  return ['import duckdb', prev, `df = duckdb.sql(${pyString(ordered)})${fetch}`, `df.columns = [${names}]`]
}
