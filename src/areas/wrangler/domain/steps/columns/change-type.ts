import { z } from 'zod'
import { literal } from '#lib/sql.ts'
import { familyOf } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { wideColumn } from '../../code/predicate-python.ts'
import { pyString } from '../../code/values.ts'
import { field, onlyWhen } from '../../fields.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import { castPython, pyTypes } from './cast-python.ts'
import { inPlace, withColumns } from './converted.ts'

const types = ['BIGINT', 'INTEGER', 'SMALLINT', 'TINYINT', 'DOUBLE', 'DECIMAL', 'VARCHAR', 'BOOLEAN', 'DATE', 'TIMESTAMP'] as const

const Params = z.object({
  columns: field.columns('Columns'),
  type: field.choice('New type', types),
  width: onlyWhen(z.int().min(1).max(38).default(18).meta({ title: 'Digits in all' }), { type: ['DECIMAL'] }),
  scale: onlyWhen(z.int().min(0).max(38).default(2).meta({ title: 'Digits after the point' }), { type: ['DECIMAL'] }),
  format: onlyWhen(z.string().optional().meta({ title: 'Format of the text', description: 'As in %d/%m/%Y %H:%M. Empty reads ISO dates.' }), { type: ['DATE', 'TIMESTAMP'] }),
  onError: z.enum(['null', 'drop', 'fail']).default('null').meta({ title: 'Values that fail' }),
})
type Params = z.output<typeof Params>

export const changeType = stepKind({
  op: 'changeType', title: 'Change type', category: 'Columns', cost: 'cell',
  about: 'Values that do not convert become missing, take their row away, or block publishing; they are counted and listed. To an integer, 2.5 rounds to 2 when it is a float and to 3 when it is text or a decimal.',
  params: Params,
  upgrade: withColumns,
  says: (params, name) => `${params.columns.map(name).join(', ')} → ${targetOf(params)}${params.format ? ` by ${params.format}` : ''}, failures ${params.onError === 'null' ? 'to missing' : params.onError === 'drop' ? 'drop the row' : 'block publishing'}`,
  apply: (params, context) => {
    const set = Object.fromEntries(params.columns.map((id) => [id, converting(params, context.column(id))]))
    return inPlace({ context, set, type: targetOf(params), drop: params.onError === 'drop' })
  },
  pandas: (params, { q, context }) => params.columns.flatMap((id) => lines('pandas', params, q(id), context.column(id))),
  polars: (params, { q, context }) => params.columns.flatMap((id) => lines('polars', params, q(id), context.column(id))),
})

function targetOf({ type, width, scale }: Params): string {
  if (scale > width) throw new RecipeProblem('Change type: a DECIMAL cannot have more digits after the point than in all. Lower one or raise the other.', 'scale')
  return type === 'DECIMAL' ? `DECIMAL(${width},${scale})` : type
}

function converting(params: Params, column: Column): string {
  const target = targetOf(params)
  const text = familyOf(column.type) === 'text'
  if (params.format && text && (params.type === 'DATE' || params.type === 'TIMESTAMP')) return `CAST(${inCalendar(`try_strptime(${column.id}, ${literal(checkedFormat(params.format))})`, 'TIMESTAMP')} AS ${target})`
  if (text && (params.type === 'DATE' || params.type === 'TIMESTAMP')) return inCalendar(`TRY_CAST(${column.id} AS ${target})`, target)
  const integer = familyOf(target) === 'integer' && familyOf(column.type) === 'number'
  if (integer) return `TRY_CAST(round_even(${column.id}, 0) AS ${target})`
  return `TRY_CAST(${column.id}${params.type === 'DECIMAL' && column.type === 'FLOAT' ? '::DOUBLE' : ''} AS ${target})`
}

/** Years 1 to 9999 only: infinity and years before Christ cannot leave DuckDB. */
function inCalendar(sql: string, type: string): string {
  return `CASE WHEN ${sql} >= ${type} '0001-01-01' AND ${sql} < ${type} '9999-12-31' + INTERVAL 1 DAY THEN ${sql} END`
}

function checkedFormat(format: string): string {
  const bad = format.replace(/%%|%-?[YymdHIMSfpbBaA]/g, '').match(/%.?.?/)
  if (bad) throw new RecipeProblem(`Change type: the format has ${bad[0]}, which is not read here. Use %Y %y %m %b %B %d %H %I %p %M %S %f %a %A, or the step that parses dates.`, 'format')
  return format
}

function lines(frames: 'pandas' | 'polars', params: Params, name: string, column: Column): readonly string[] {
  const family = familyOf(column.type)
  if (family === 'nested' || family === 'other') return [`raise NotImplementedError(${pyString(`${column.type} to ${targetOf(params)} is converted by DuckDB only.`)})`]
  if (params.type === 'VARCHAR' && family === 'text') return [`# ${name} is text already`]
  const read = params.format && family === 'text' ? `read_time(v, ${pyString(params.format)})` : undefined
  const source = params.type === 'VARCHAR' ? wideColumn(frames, name, column.type) : `df[${name}]`
  const value = `convert(${source}, lambda v: ${castPython(params, read)}, ${pyTypes(params)[frames]})`
  const assigned = frames === 'pandas' ? `df[${name}] = ${value}` : `df = df.with_columns(${value})`
  return params.onError === 'drop' ? dropping(frames, name, assigned) : [assigned]
}

function dropping(frames: 'pandas' | 'polars', name: string, assigned: string): readonly string[] {
  return frames === 'pandas'
    ? [`before = df[${name}].notna()`, assigned, `df = df[~(before & df[${name}].isna())].reset_index(drop=True)`]
    : [`before = df[${name}].is_not_null()`, assigned, `df = df.filter(~(before & df[${name}].is_null()))`]
}
