import { z } from 'zod'
import { literal, literals } from '#lib/sql.ts'
import { never } from '#lib/never.ts'
import { familyOf, isNumeric, missingSql } from './columns.ts'
import { numberAsText } from './number-text.ts'
import type { Column } from './columns.ts'

const Value = z.union([z.string(), z.number(), z.boolean()])

/** A filter as data. Every leaf decides on NULL: a missing value satisfies only `missing`. */
export type Predicate =
  | { kind: 'all'; of: Predicate[] }
  | { kind: 'any'; of: Predicate[] }
  | { kind: 'not'; of: Predicate }
  | { kind: 'compare'; column: string; is: '=' | '!=' | '<' | '<=' | '>' | '>='; value: string | number | boolean }
  | { kind: 'between'; column: string; from: string | number; to: string | number; open?: boolean | undefined }
  | { kind: 'in'; column: string; values: (string | number | boolean)[] }
  | { kind: 'text'; column: string; is: 'contains' | 'starts' | 'ends' | 'matches'; value: string; ignoreCase?: boolean | undefined }
  | { kind: 'missing'; column: string }

export const Predicate: z.ZodType<Predicate> = z.lazy(() => z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all'), of: z.array(Predicate) }),
  z.object({ kind: z.literal('any'), of: z.array(Predicate) }),
  z.object({ kind: z.literal('not'), of: Predicate }),
  z.object({ kind: z.literal('compare'), column: z.string(), is: z.enum(['=', '!=', '<', '<=', '>', '>=']), value: Value }),
  z.object({ kind: z.literal('between'), column: z.string(), from: z.union([z.string(), z.number()]), to: z.union([z.string(), z.number()]), open: z.boolean().optional() }),
  z.object({ kind: z.literal('in'), column: z.string(), values: z.array(Value) }),
  z.object({ kind: z.literal('text'), column: z.string(), is: z.enum(['contains', 'starts', 'ends', 'matches']), value: z.string(), ignoreCase: z.boolean().optional() }),
  z.object({ kind: z.literal('missing'), column: z.string() }),
])).meta({ widget: 'predicate', title: 'Keep rows where' })

/** A boolean that is never NULL. `open` between leaves out the upper end. */
export function predicateSql(predicate: Predicate, column: (id: string) => Column): string {
  const of = (one: Predicate) => predicateSql(one, column)
  switch (predicate.kind) {
    case 'all': return predicate.of.length ? `(${predicate.of.map(of).join(' AND ')})` : 'true'
    case 'any': return predicate.of.length ? `(${predicate.of.map(of).join(' OR ')})` : 'true'
    case 'not': return `(NOT ${of(predicate.of)})`
    case 'missing': return missingSql(column(predicate.column))
    case 'compare': return comparedSql(predicate, column(predicate.column))
    case 'between': {
      const on = column(predicate.column)
      return `coalesce(${on.id} >= ${typed(predicate.from, on)} AND ${on.id} ${predicate.open ? '<' : '<='} ${typed(predicate.to, on)}${guard(on)}, false)`
    }
    case 'in': return amongSql(predicate.values, column(predicate.column))
    case 'text': return `coalesce(${textSql(predicate, column(predicate.column))}, false)`
    default: return never(predicate)
  }
}

function comparedSql({ is, value }: Extract<Predicate, { kind: 'compare' }>, on: Column): string {
  return `coalesce(${on.id} ${is === '!=' ? '<>' : is} ${typed(value, on)}${guard(on)}, false)`
}

function amongSql(values: readonly (string | number | boolean)[], on: Column): string {
  return values.length ? `coalesce(${on.id}::VARCHAR IN (${literals(values.map((value) => valueText(value, on)))}), false)` : 'false'
}

function textSql({ is, value, ignoreCase }: Extract<Predicate, { kind: 'text' }>, { id }: Column): string {
  const fold = (sql: string) => (ignoreCase ? `lower(${sql})` : sql)
  const text = fold(`${id}::VARCHAR`)
  switch (is) {
    case 'contains': return `contains(${text}, ${fold(literal(value))})`
    case 'starts': return `starts_with(${text}, ${fold(literal(value))})`
    case 'ends': return `ends_with(${text}, ${fold(literal(value))})`
    case 'matches': return `regexp_matches(${id}::VARCHAR, ${literal(value)}${ignoreCase ? ", 'i'" : ''})`
    default: return never(is)
  }
}

/** A value that the column's type cannot hold is NULL, so that nothing equals it. */
function typed(value: string | number | boolean, { type }: Column): string {
  const family = familyOf(type)
  if (family === 'text') return literal(String(value))
  const natural = typeof value === 'number' ? isNumeric(type) : typeof value === 'boolean' && family === 'boolean'
  if (natural) return type === 'FLOAT' ? `CAST(${literal(value)} AS FLOAT)` : literal(value)
  return `TRY_CAST(${literal(String(value))} AS ${type})`
}

/** The text that a value has in a column of that type: 1 is `1.0` among floats. */
export function valueText(value: string | number | boolean, { type }: Column): string {
  return typeof value === 'number' ? numberAsText(value, type) : String(value)
}

function guard({ id, type }: Column): string {
  return familyOf(type) === 'number' ? ` AND NOT isnan(${id})` : ''
}
