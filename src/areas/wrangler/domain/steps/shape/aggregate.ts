import { z } from 'zod'
import { familyOf, isNumeric, missingSql } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { finiteSql } from '../../keys.ts'
import { RecipeProblem } from '../../step-kind.ts'

export const aggregates = ['rows', 'count', 'countDistinct', 'sum', 'mean', 'median', 'min', 'max', 'std', 'first', 'last', 'any', 'all', 'list'] as const
export const Aggregate = z.enum(aggregates)
export type Aggregate = z.infer<typeof Aggregate>

interface Form {
  readonly type: (type: string) => string
  /** Over rows that carry `_at`, their place; `where` ends the FILTER. */
  readonly sql: (id: string, where: string, type: string) => string
  /** Over `v`, a list of the values that count. */
  readonly python: string
  /** Over `e`, a polars expression of the values that count. */
  readonly polars: (e: string) => string
  readonly takes: 'anything' | 'numbers' | 'booleans'
}

const same = (type: string) => type
const always = (type: string) => () => type
const some = (e: string, value: string) => `pl.when(${e}.len() > 0).then(${value})`
const number = (e: string) => `${e}.cast(pl.Float64)`

const forms: Record<Aggregate, Form> = {
  rows: { type: always('BIGINT'), sql: (_, where) => `count(*) ${where}`, python: 'len(v)', polars: (e) => `${e}.len().cast(pl.Int64)`, takes: 'anything' },
  count: { type: always('BIGINT'), sql: (_, where) => `count(*) ${where}`, python: 'len(v)', polars: (e) => `${e}.len().cast(pl.Int64)`, takes: 'anything' },
  countDistinct: { type: always('BIGINT'), sql: (id, where) => `count(DISTINCT ${id}) ${where}`, python: 'len(set(v))', polars: (e) => `${e}.n_unique().cast(pl.Int64)`, takes: 'anything' },
  sum: { type: sumType, sql: (id, where, type) => `TRY_CAST(sum(${id}) ${where} AS ${sumType(type)})`, python: 'sum(v) if v else None', polars: (e) => some(e, `${e}.sum()`), takes: 'numbers' },
  mean: { type: always('DOUBLE'), sql: (id, where) => `avg(${id}::DOUBLE) ${where}`, python: 'statistics.fmean(v) if v else None', polars: (e) => `${number(e)}.mean()`, takes: 'numbers' },
  median: { type: always('DOUBLE'), sql: (id, where) => `quantile_cont(${id}::DOUBLE, 0.5) ${where}`, python: 'float(statistics.median(v)) if v else None', polars: (e) => `${number(e)}.median()`, takes: 'numbers' },
  min: { type: same, sql: (id, where) => `min(${id}) ${where}`, python: 'min(v, default=None)', polars: (e) => `${e}.min()`, takes: 'anything' },
  max: { type: same, sql: (id, where) => `max(${id}) ${where}`, python: 'max(v, default=None)', polars: (e) => `${e}.max()`, takes: 'anything' },
  std: { type: always('DOUBLE'), sql: (id, where) => `stddev_samp(${id}::DOUBLE) ${where}`, python: 'statistics.stdev(map(float, v)) if len(v) > 1 else None', polars: (e) => `${number(e)}.std()`, takes: 'numbers' },
  first: { type: same, sql: (id, where) => `first(${id} ORDER BY _at) ${where}`, python: 'v[0] if v else None', polars: (e) => `${e}.first()`, takes: 'anything' },
  last: { type: same, sql: (id, where) => `last(${id} ORDER BY _at) ${where}`, python: 'v[-1] if v else None', polars: (e) => `${e}.last()`, takes: 'anything' },
  any: { type: always('BOOLEAN'), sql: (id, where) => `bool_or(${id}) ${where}`, python: 'any(v) if v else None', polars: (e) => some(e, `${e}.any()`), takes: 'booleans' },
  all: { type: always('BOOLEAN'), sql: (id, where) => `bool_and(${id}) ${where}`, python: 'all(v) if v else None', polars: (e) => some(e, `${e}.all()`), takes: 'booleans' },
  list: { type: (type) => `${type}[]`, sql: (id, where, type) => `coalesce(list(${id} ORDER BY _at) ${where}, []::${type}[])`, python: 'v', polars: (e) => e, takes: 'anything' },
}

export function aggregateType(agg: Aggregate, type: string): string {
  return forms[agg].type(type)
}

/** The column that an aggregate reads; a RecipeProblem where the two do not fit. */
export function checkedColumn(agg: Aggregate, column: Column | undefined, step: string): Column | undefined {
  if (agg === 'rows') return undefined
  if (!column) throw new RecipeProblem(`${step}: choose the column for ${agg}.`, 'aggregations')
  const family = familyOf(column.type)
  const fits = { anything: !['nested', 'other'].includes(family), numbers: isNumeric(column.type), booleans: family === 'boolean' }[forms[agg].takes]
  if (!fits) throw new RecipeProblem(`${step}: ${agg} does not work on “${column.name}”, which holds ${column.type}. Choose another column or another aggregate.`, 'aggregations')
  return column
}

/** Over rows that carry `_at`. Missing values never count; sums, means, medians and deviations leave infinities out too. */
export function aggregateSql(agg: Aggregate, column: Column | undefined, also?: string): string {
  const values = column ? [forms[agg].takes === 'numbers' ? finiteSql(column) : `NOT ${missingSql(column)}`] : []
  const where = [...values, ...(also === undefined ? [] : [also])]
  return forms[agg].sql(column?.id ?? '*', where.length ? `FILTER (WHERE ${where.join(' AND ')})` : '', column?.type ?? 'BIGINT').trim()
}

const own: Readonly<Partial<Record<Aggregate, string>>> = {
  rows: 'size()', count: 'count()', countDistinct: 'nunique()', sum: 'sum(min_count=1)', mean: 'mean()', median: 'median()', min: 'min()', max: 'max()', std: 'std()', first: 'first()', last: 'last()', any: 'max()', all: 'min()',
}
const plain = /^(U?(TINY|SMALL|BIG)INT|U?INTEGER|FLOAT|DOUBLE|VARCHAR|BOOLEAN|DATE|TIMESTAMP)$/

/** A Python expression over `keys`, the group keys, where pandas itself tells what we do; undefined for the others: its sum of 64-bit integers overflows in silence. */
export function groupedPandas(agg: Aggregate, column: Column | undefined, name: string): string | undefined {
  if (!own[agg] || (column && !plain.test(column.type)) || (agg === 'sum' && /BIGINT/.test(column?.type ?? ''))) return undefined
  const real = column && familyOf(column.type) === 'number'
  const values = !column ? 'df' : !real ? `df[${name}]` : forms[agg].takes === 'numbers' ? `finite_only(df[${name}])` : `df[${name}].mask(missing(df[${name}]))`
  return `pd.array(${values}.groupby(keys, dropna=False, sort=False).${own[agg]}, dtype=${pandasType(agg, column, name)})`
}

/** `chosen` is a Python list of booleans, when only some rows count. */
export function aggregatePandas(agg: Aggregate, column: Column | undefined, { name, chosen }: { name: string; chosen?: string }): string {
  const values = column === undefined ? 'ids' : `present_or_none(df[${name}])`
  const rows = `grouped(ids, ${values}${chosen ? `, chosen=${chosen}` : ''}${column && forms[agg].takes === 'numbers' ? ', finite=True' : ''})`
  return `pd.Series([${forms[agg].python} for v in ${rows}], dtype=${pandasType(agg, column, name)})`
}

export function aggregatePolars(agg: Aggregate, column: Column | undefined, { name, chosen }: { name: string; chosen?: string }): string {
  const real = column && familyOf(column.type) === 'number'
  const counts = column === undefined ? [] : real ? [`pl.col(${name}).${forms[agg].takes === 'numbers' ? 'is_finite' : 'is_not_nan'}()`] : [`pl.col(${name}).is_not_null()`]
  const filters = [...counts, ...(chosen ? [chosen] : [])]
  if (column === undefined) return chosen ? `${chosen}.sum().cast(pl.Int64)` : 'pl.len().cast(pl.Int64)'
  return forms[agg].polars(`pl.col(${name}).filter(${filters.join(' & ')})`)
}

function sumType(type: string): string {
  const family = familyOf(type)
  if (family === 'integer') return 'BIGINT'
  return family === 'decimal' ? `DECIMAL(38,${/,\s*(\d+)/.exec(type)?.[1] ?? '0'})` : 'DOUBLE'
}

const arrow: Readonly<Record<string, string>> = { BIGINT: 'pa.int64()', DOUBLE: 'pa.float64()', BOOLEAN: 'pa.bool_()' }

function pandasType(agg: Aggregate, column: Column | undefined, name: string): string {
  const kind = ['min', 'max', 'first', 'last'].includes(agg)
  if (kind) return `df[${name}].dtype`
  if (agg === 'list') return `pd.ArrowDtype(pa.list_(pa.array(df[${name}]).type))`
  const type = aggregateType(agg, column?.type ?? 'BIGINT')
  return `pd.ArrowDtype(${arrow[type] ?? `pa.decimal128(38, ${/,(\d+)/.exec(type)?.[1] ?? '0'})`})`
}

export function aggregateName(agg: Aggregate, column: Column | undefined): string {
  return column ? `${column.name} ${agg}` : 'rows'
}
