import { never } from '#lib/never.ts'
import { pyString } from '../../code/values.ts'
import { formatProblem, pythonFormat, strptimeSql } from '../strptime.ts'
import { constant } from '../typed.ts'
import type { Arg, Fn } from '../typed.ts'

const moment: Arg = { is: 'moment', name: 'moment' }
const units = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const
type Unit = (typeof units)[number]
const unit: Arg = { is: 'text', name: 'unit', constant: true, oneOf: units }
export const polarsUnits: Readonly<Record<Unit, string>> = { year: '1y', quarter: '1q', month: '1mo', week: '1w', day: '1d', hour: '1h', minute: '1m', second: '1s' }

export function unitOf(text: string): Unit {
  return units.find((one) => one === text.toLowerCase()) ?? 'day'
}

function piece(name: string, about: string, { sql = name, pandas = name, polars = name }: { sql?: string; pandas?: string; polars?: string } = {}): Fn {
  return {
    name, about, args: [moment], result: 'integer',
    sql: ([x]) => `CAST(${sql}(${x}) AS BIGINT)`,
    pandas: ([x]) => `arrow(pc.${pandas}, ${x}${pandas === 'day_of_week' ? ', count_from_zero=False, week_start=1' : ''})`,
    polars: ([x]) => `${x}.dt.${polars}().cast(pl.Int64)`,
  }
}

/** Boundaries of the unit between two moments, as SQL counts them: 23:59 to 00:01 is one day. */
export function polarsApart(a: string | undefined, b: string | undefined, by: Unit): string {
  const months = `((${b}.dt.year().cast(pl.Int64) - ${a}.dt.year().cast(pl.Int64)) * 12 + ${b}.dt.month().cast(pl.Int64) - ${a}.dt.month().cast(pl.Int64))`
  const floor = (x: string | undefined) => `${x}.dt.truncate("${polarsUnits[by]}")`
  switch (by) {
    case 'year': return `(${b}.dt.year().cast(pl.Int64) - ${a}.dt.year().cast(pl.Int64))`
    case 'quarter': return `((${b}.dt.year().cast(pl.Int64) - ${a}.dt.year().cast(pl.Int64)) * 4 + ${b}.dt.quarter().cast(pl.Int64) - ${a}.dt.quarter().cast(pl.Int64))`
    case 'month': return months
    case 'week': return `((${floor(b)} - ${floor(a)}).dt.total_days() // 7)`
    case 'day': case 'hour': case 'minute': case 'second': return `(${floor(b)} - ${floor(a)}).dt.total_${by}s()`
    default: return never(by)
  }
}

export function sqlApart(a: string | undefined, b: string | undefined, by: Unit): string {
  if (by === 'week') return `(date_diff('day', date_trunc('week', ${a}), date_trunc('week', ${b})) // 7)`
  return `date_diff('${by}', ${a}, ${b})`
}

export function pandasApart(a: string | undefined, b: string | undefined, by: Unit): string {
  if (by === 'month') return `(arrow(pc.years_between, ${a}, ${b}) * 12 + arrow(pc.month, ${b}) - arrow(pc.month, ${a}))`
  return `arrow(pc.${by}s_between, ${a}, ${b}${by === 'week' ? ', count_from_zero=False, week_start=1' : ''})`
}

function parsed(name: 'to_date' | 'to_timestamp', { about, type, fallback, polars }: { about: string; type: 'DATE' | 'TIMESTAMP'; fallback: string; polars: string }): Fn {
  const format = (node: Parameters<typeof constant>[0]) => (node ? constant(node) : fallback)
  const pandas = type === 'DATE' ? 'pa.date32()' : 'pa.timestamp("us")'
  return {
    name, about, args: [{ is: 'any', name: 'value' }, { is: 'text', name: 'format', constant: true, optional: true, check: (value) => formatProblem(String(value)) }], result: type === 'DATE' ? 'date' : 'timestamp',
    sql: ([x], [node, as]) => (node?.kind === 'text' ? `CAST(${strptimeSql(`${x}`, [format(as)])} AS ${type})` : `CAST(${x} AS ${type})`),
    pandas: ([x], [node, as]) => (node?.kind === 'text' ? `arrow(pc.cast, parsed_times(${x}, [${pyString(pythonFormat(format(as)))}]), target_type=${pandas})` : node?.kind === 'timestamp' && type === 'DATE' ? `arrow(pc.cast, arrow(pc.floor_temporal, ${x}, unit="day"), target_type=${pandas})` : `arrow(pc.cast, ${x}, target_type=${pandas})`),
    polars: ([x], [node, as]) => (node?.kind === 'text' ? `parsed_times(${x}, [${pyString(pythonFormat(format(as)))}]).cast(${polars})` : `${x}.cast(${polars})`),
  }
}

export const dates: readonly Fn[] = [
  piece('year', 'The year.'), piece('quarter', 'The quarter, 1 to 4.'), piece('month', 'The month, 1 to 12.'),
  piece('week', 'The ISO week, 1 to 53.', { sql: 'weekofyear', pandas: 'iso_week' }),
  piece('day', 'The day of the month.'),
  piece('dayofyear', 'The day of the year, 1 to 366.', { pandas: 'day_of_year', polars: 'ordinal_day' }),
  piece('dayofweek', 'The ISO day of the week: Monday is 1, Sunday 7.', { sql: 'isodow', pandas: 'day_of_week', polars: 'weekday' }),
  piece('hour', 'The hour, 0 to 23.'), piece('minute', 'The minute.'), piece('second', 'The whole second.'),
  {
    name: 'date_diff', about: 'How many boundaries of a unit lie between two moments: 23:59 to 00:01 is one day.', args: [unit, { ...moment, name: 'from' }, { ...moment, name: 'to' }], result: 'integer',
    sql: ([, a, b], [by]) => sqlApart(a, b, unitOf(constant(by))),
    pandas: ([, a, b], [by]) => pandasApart(a, b, unitOf(constant(by))),
    polars: ([, a, b], [by]) => polarsApart(a, b, unitOf(constant(by))),
  },
  {
    name: 'date_trunc', about: 'The beginning of the unit that a moment lies in; weeks begin on Monday.', args: [unit, moment], result: 'timestamp',
    sql: ([, x], [by]) => `date_trunc('${unitOf(constant(by))}', ${x})`,
    pandas: ([, x], [by]) => `arrow(pc.floor_temporal, ${x}, unit="${unitOf(constant(by))}", week_starts_monday=True)`,
    polars: ([, x], [by]) => `${x}.dt.truncate("${polarsUnits[unitOf(constant(by))]}")`,
  },
  parsed('to_date', { about: 'The date that a text shows in a format, %Y-%m-%d when none is given; missing where it does not fit.', type: 'DATE', fallback: '%Y-%m-%d', polars: 'pl.Date' }),
  parsed('to_timestamp', { about: 'The moment that a text shows in a format, %Y-%m-%d %H:%M:%S when none is given; missing where it does not fit.', type: 'TIMESTAMP', fallback: '%Y-%m-%d %H:%M:%S', polars: 'pl.Datetime("us")' }),
]
