import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import { castSql, dateFormats, timestampFormats } from '../domain/csv-types.ts'
import type { Dialect } from '../domain/dataset.ts'
import { csvSql } from './csv-read.ts'

type Reading = Omit<Dialect, 'columns'>
interface Asked { readonly duck: Duck; readonly path: string; readonly reading: Reading; readonly names: readonly string[]; readonly signal?: AbortSignal | undefined }
export interface Typed { readonly types: readonly string[]; readonly dateFormat?: string; readonly timestampFormat?: string; readonly warnings: readonly string[] }

const sample = 20_000
const check = 1_000_000

/** Types from the first rows, then held against a million: a column that turns out otherwise is read as text, and that is told. */
export async function typesOf(asked: Asked): Promise<Typed> {
  const counts = await countsOf(asked)
  const dates = await datesOf(asked, counts)
  const types = counts.map((one, i) => dates.types.get(i) ?? typeOf(one))
  const formats = { ...(dates.dateFormat ? { dateFormat: dates.dateFormat } : {}), ...(dates.timestampFormat ? { timestampFormat: dates.timestampFormat } : {}) }
  const held = await heldAgainst(asked, types, formats)
  const warnings = [...dates.warnings, ...held.warnings, ...counts.flatMap((one, i) => nearly(one, asked.names[i] ?? '', types[i] ?? ''))]
  return { types: held.types, ...formats, warnings }
}

interface Counts { readonly filled: number; readonly whole: number; readonly real: number; readonly truth: number; readonly zeros: number; readonly plainDigits: number; readonly big: number; readonly unsigned: number; readonly dates: number; readonly stamps: number; readonly times: number; readonly zoned: number; readonly odd: string | null }

async function countsOf({ duck, path, reading, names, signal }: Asked): Promise<Counts[]> {
  const asReal = (raw: string) => castSql(raw, 'DOUBLE', reading)
  const measures = (c: string) => [
    `count(${c})`,
    `count(*) FILTER (TRY_CAST(${c} AS BIGINT)::VARCHAR = ltrim(${c}, '+'))`,
    `count(${asReal(c)})`,
    `count(*) FILTER (lower(${c}) IN ('true', 'false'))`,
    `count(*) FILTER (${c} SIMILAR TO '[+-]?0[0-9]+')`,
    `count(*) FILTER (${c} SIMILAR TO '[+-]?[0-9]+')`,
    `count(*) FILTER (TRY_CAST(${c} AS DECIMAL(38,0)) IS NOT NULL)`,
    `count(TRY_CAST(${c} AS UBIGINT))`,
    `count(${castSql(c, 'DATE', { decimal: '.' })})`,
    `count(TRY_CAST(${c} AS TIMESTAMP))`,
    `count(*) FILTER (${c} SIMILAR TO '[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?' AND TRY_CAST(${c} AS TIME) IS NOT NULL)`,
    `count(*) FILTER (${c} SIMILAR TO '.*[0-9](Z|[+-][0-9]{2}(:?[0-9]{2})?)' AND length(${c}) > 16)`,
    `first(left(${c}, 40)) FILTER (${c} IS NOT NULL AND ${asReal(c)} IS NULL)`,
  ]
  const from = `(SELECT * FROM ${csvSql({ paths: [path], dialect: reading, width: names.length })} LIMIT ${sample})`
  const flat = await inBatches(names.map((_, i) => measures(`c${i}`)), (list) => ask(duck, `SELECT ${list.join(', ')} FROM ${from}`, path, signal))
  const size = measures('c').length
  return names.map((_, i) => {
    const at = (place: number) => Number(flat[i * size + place] ?? 0)
    const odd = textOf(flat[(i + 1) * size - 1])
    return { filled: at(0), whole: at(1), real: at(2), truth: at(3), zeros: at(4), plainDigits: at(5), big: at(6), unsigned: at(7), dates: at(8), stamps: at(9), times: at(10), zoned: at(11), odd: odd === '' ? null : odd }
  })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function typeOf({ filled, whole, real, truth, zeros, plainDigits, big, unsigned, dates, stamps, times, zoned }: Counts): string {
  const rules: readonly (readonly [boolean, string])[] = [
    [filled === 0, 'VARCHAR'],
    [truth === filled, 'BOOLEAN'],
    [zeros > 0 && plainDigits === filled, 'VARCHAR'],
    [whole === filled, 'BIGINT'],
    [plainDigits === filled && unsigned === filled, 'UBIGINT'],
    [plainDigits === filled, big === filled ? 'DECIMAL(38,0)' : 'VARCHAR'],
    [real === filled, 'DOUBLE'],
    [dates === filled, 'DATE'],
    [zoned === filled && stamps === filled, 'TIMESTAMP WITH TIME ZONE'],
    [times === filled, 'TIME'],
    [stamps === filled, 'TIMESTAMP'],
  ]
  return rules.find(([holds]) => holds)?.[1] ?? 'VARCHAR'
}

/** Of the columns that look like dates but are none in ISO form, the first format that all values follow. */
async function datesOf({ duck, path, reading, names, signal }: Asked, counts: readonly Counts[]) {
  const types = new Map<number, string>()
  const likely = counts.flatMap((one, i) => (typeOf(one) === 'VARCHAR' && one.filled > 0 && one.zeros === 0 && one.real === 0 && /^\D{0,4}\d{1,4}[-/. ]?\w{1,4}[-/. ]/.test(one.odd ?? '') ? [i] : []))
  if (likely.length === 0) return { types, warnings: [] }
  const formats = [...dateFormats, ...timestampFormats]
  const from = `(SELECT * FROM ${csvSql({ paths: [path], dialect: reading, width: names.length })} LIMIT 2000)`
  const measures = likely.map((i) => [`count(c${i})`, ...formats.map((format) => `count(try_strptime(c${i}, '${format}'))`)])
  const flat = (await inBatches(measures, (list) => ask(duck, `SELECT ${list.join(', ')} FROM ${from}`, path, signal))).map(Number)
  const fitting = likely.map((i, at) => {
    const [filled = 0, ...fits] = flat.slice(at * (formats.length + 1), (at + 1) * (formats.length + 1))
    return { i, formats: formats.filter((_, j) => filled > 0 && fits[j] === filled) }
  }).filter((one) => one.formats.length > 0)
  const chosen = (known: readonly string[]) => {
    const some = fitting.filter((one) => one.formats.some((format) => known.includes(format)))
    return known.map((format) => ({ format, fits: some.filter((one) => one.formats.includes(format)) })).filter(({ fits }) => fits.length > 0).toSorted((a, b) => b.fits.length - a.fits.length)[0]
  }
  const [date, stamp] = [chosen(dateFormats), chosen(timestampFormats)]
  for (const { i } of stamp?.fits ?? []) types.set(i, 'TIMESTAMP')
  for (const { i } of date?.fits ?? []) types.set(i, 'DATE')
  const unsure = [date, stamp].flatMap((one) => (one ? one.fits.filter(({ formats: all }) => all.some((other) => other !== one.format && swapped(one.format) === other)) : []))
  return {
    types, ...(date ? { dateFormat: date.format } : {}), ...(stamp ? { timestampFormat: stamp.format } : {}),
    warnings: unsure.map(({ i }) => `The dates of “${names[i] ?? ''}” could be day first or month first. They are read as ${String((types.get(i) === 'DATE' ? date : stamp)?.format)}; change it if that is wrong.`),
  }
}

function swapped(format: string): string {
  return format.replace(/%([dm])(.)%([dm])/, '%$3$2%$1')
}

async function heldAgainst({ duck, path, reading, names, signal }: Asked, types: readonly string[], formats: { readonly dateFormat?: string; readonly timestampFormat?: string }) {
  const typed = types.flatMap((type, i) => (type === 'VARCHAR' ? [] : [{ i, type }]))
  if (typed.length === 0) return { types, warnings: [] }
  const bad = (i: number, type: string) => `c${i} IS NOT NULL AND ${castSql(`c${i}`, type, { ...reading, ...formats })} IS NULL`
  const from = `(SELECT * FROM ${csvSql({ paths: [path], dialect: reading, width: names.length })} LIMIT ${check})`
  const measures = typed.map(({ i, type }) => [`count(*) FILTER (${bad(i, type)})`, `first(left(c${i}, 40)) FILTER (${bad(i, type)})`, `count(*) FILTER (c${i} IS NOT NULL AND ${castSql(`c${i}`, 'DOUBLE', reading)} IS NULL)`])
  const flat = await inBatches(measures, (list) => ask(duck, `SELECT ${list.join(', ')} FROM ${from}`, path, signal))
  const found = typed.map(({ i, type }, at) => ({ i, type, failed: Number(flat[at * 3] ?? 0), example: textOf(flat[at * 3 + 1]), unreal: Number(flat[at * 3 + 2] ?? 0) })).filter(({ failed }) => failed > 0)
  const better = new Map(found.map(({ i, type, unreal }) => [i, type === 'BIGINT' && unreal === 0 ? 'DOUBLE' : 'VARCHAR']))
  return {
    types: types.map((type, i) => better.get(i) ?? type),
    warnings: found.filter(({ i }) => better.get(i) === 'VARCHAR').map(({ i, type, failed, example }) => `“${names[i] ?? ''}” begins as ${type}, but ${failed} later ${failed === 1 ? 'value is' : 'values are'} not (e.g. “${example}”), so it is read as text. Choose ${type} to leave those empty and have them listed.`),
  }
}

function nearly({ filled, real, odd }: Counts, name: string, type: string): string[] {
  if (type !== 'VARCHAR' || odd === null || real === filled || real < filled * 0.9) return []
  return [`“${name}” holds numbers but for ${filled - real} of the first ${filled} values (e.g. “${odd}”), so it is read as text. If that stands for a missing value, name it under “Missing values”.`]
}

async function ask(duck: Duck, text: string, path: string, signal?: AbortSignal) {
  return duck.read({ text, ...(signal ? { signal } : {}) }).catch((error: unknown) => { throw dataProblem(error, `Reading “${path.split(/[/\\]/).at(-1) ?? path}”`) })
}

const batch = 32

/** The one row of many measures, asked a batch of columns at a time: the engine's planning grows with the square of a statement's aggregates. */
async function inBatches(columns: readonly (readonly string[])[], run: (list: readonly string[]) => Promise<{ readonly rows: readonly (readonly unknown[])[] }>): Promise<unknown[]> {
  const found: unknown[] = []
  for (let at = 0; at < columns.length; at += batch) {
    const { rows: [row = []] } = await run(columns.slice(at, at + batch).flat())
    found.push(...row)
  }
  return found
}
