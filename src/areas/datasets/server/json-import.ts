import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { newId } from '#lib/ids.ts'
import { literal } from '#lib/sql.ts'
import { plural } from '#lib/words.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import type { Answer } from '#node/duckdb/engine.ts'
import { dataProblem, DuckError } from '#node/duckdb/error.ts'
import { Problem } from '#wire/problem.ts'
import type { FieldShape } from '../domain/dataset.ts'
import { unglobbed } from '../domain/source-path.ts'
import { openBytes } from './encoding.ts'
import { copySql, withUtf8 } from './imported.ts'
import type { Import, Imported, Readable } from './imported.ts'
import { expectClosed } from './json-ends.ts'
import type { Source } from './sources.ts'

const fewBytes = 64 << 20
/** What nests deeper stays JSON text: DuckDB takes minutes and all memory over a type of a thousand levels. */
const deepest = 12

/** The columns, first rows and doubts of a JSON or NDJSON source. */
export async function sniffJson({ duck, root, source, signal }: { readonly duck: Duck; readonly root: string; readonly source: Source; readonly signal: AbortSignal }) {
  refuseEmpty(source)
  const whole = source.files.reduce((sum, { size }) => sum + size, 0) <= fewBytes
  const nothing = { duck, root, source, dialect: null, stage: '', signal, report: () => {} }
  return withUtf8(nothing, { unmarked: true }, (files) => tolerant(nothing, files, async (some, rejected) => {
    const shape = await shapeOf(duck, some, { whole, signal })
    const { rows } = await duck.read({ text: `SELECT ${shape.exprs.map((expr, i) => (shape.columns[i]?.type === 'VARCHAR' ? `left(${expr}, 500)` : expr)).map((expr, i) => `${expr} AS x${i}`).join(', ')} FROM ${shape.from} LIMIT 50`, signal })
    const warnings = [...source.warnings, ...shape.warnings, ...(rejected > 0 ? [`${plural(rejected, { one: 'line is not JSON; it is left out and listed as a reject', many: 'lines are not JSON; they are left out and listed as rejects' })}.`] : [])]
    return { columns: shape.columns, sample: rows, warnings }
  })).catch((error: unknown) => { throw jsonProblem(error, source.source) })
}

function refuseEmpty({ source, files }: Source): void {
  if (files.every(({ size }) => size === 0)) throw new Problem('invalid', `“${source}” is empty: there is nothing to read.`, 'path')
}

/** Nested values stay nested; a column whose values are of several kinds becomes text, and that is told. */
export async function importJson(work: Import): Promise<Imported> {
  const { duck, stage, signal, report } = work
  refuseEmpty(work.source)
  return withUtf8(work, { unmarked: true }, (files) => tolerant(work, files, async (some, rejects) => {
    report(null, 'Looking at every record')
    const shape = await shapeOf(duck, some, { whole: true, signal })
    report(0, 'Converting to Parquet')
    await duck.read({ text: copySql(`SELECT ${shape.exprs.map((expr, i) => `${expr} AS c${i}`).join(', ')} FROM ${shape.from}`, stage, shape.columns.length), signal, background: true, onProgress: (share) => report(share) })
    return { columns: shape.columns, rejects }
  })).catch((error: unknown) => { throw jsonProblem(error, work.source.source) })
}

interface Shape { readonly from: string; readonly columns: readonly FieldShape[]; readonly exprs: readonly string[]; readonly warnings: readonly string[] }

async function shapeOf(duck: Duck, files: readonly Readable[], { whole, signal }: { readonly whole: boolean; readonly signal: AbortSignal }): Promise<Shape> {
  const list = files.map(({ path }) => literal(unglobbed(path))).join(', ')
  const read = `read_json([${list}], ${['union_by_name=true', 'map_inference_threshold=-1', `maximum_depth=${deepest}`, 'maximum_object_size=134217728', ...(whole ? ['sample_size=-1'] : [])].join(', ')})`
  const { rows } = await duck.read({ text: `DESCRIBE SELECT * FROM ${read}`, signal, background: true })
  const told = rows.map(([name, type]) => ({ name: String(name), type: String(type) }))
  const from = `${read} AS t(${told.map((_, i) => `c${i}`).join(', ')})`
  const mixed = told.flatMap(({ type }, i) => (type === 'JSON' ? [i] : []))
  const nested = mixed.length === 0 ? [] : ((await duck.read({ text: `SELECT ${mixed.map((i) => `count(*) FILTER (json_type(c${i}) IN ('OBJECT', 'ARRAY'))`).join(', ')} FROM ${from}`, signal, background: true })).rows[0] ?? []).map(Number)
  const scalars = new Set(mixed.filter((_, at) => nested[at] === 0))
  const columns = told.map(({ name, type }, i) => ({ name, type: scalars.has(i) ? 'VARCHAR' : stored(type) }))
  return {
    from, columns,
    exprs: told.map(({ type }, i) => (scalars.has(i) ? `c${i} ->> '$'` : stored(type) === type ? `c${i}` : `c${i}::${stored(type)}`)),
    warnings: [
      ...mixed.map((i) => `“${told[i]?.name ?? ''}” holds values of several kinds; it is read as ${scalars.has(i) ? 'text' : 'JSON text'}.`),
      ...(await roundedOf(told, (text) => duck.read({ text: `SELECT ${text} FROM ${from}`, signal, background: true }))),
    ],
  }
}

/** Whole numbers past 2⁵³ lose digits among floating-point ones; DuckDB reads them so where they mix, or pass 64 bits. */
async function roundedOf(columns: readonly FieldShape[], ask: (list: string) => Promise<Answer>): Promise<string[]> {
  const real = columns.flatMap(({ name, type }, i) => (type === 'DOUBLE' ? [{ name, i }] : []))
  if (real.length === 0) return []
  const { rows: [row = []] } = await ask(real.map(({ i }) => `coalesce(max(abs(c${i})), 0) >= 9007199254740992`).join(', '))
  return real.filter((_, at) => row[at] === true).map(({ name }) => `“${name}” holds numbers past 9,007,199,254,740,992, which floating point rounds in their last digits. To keep every digit, write them as text in the file.`)
}

/** Parquet has no 128-bit integer: DuckDB would write it as a rounded DOUBLE. */
function stored(type: string): string {
  return /^U?HUGEINT$/.test(type) ? 'DECIMAL(38,0)' : type
}

/** First as it stands; where a line is broken, once more over the lines that are JSON, with the others listed. */
async function tolerant<T>(work: Import, files: readonly Readable[], run: (files: readonly Readable[], rejects: number) => Promise<T>): Promise<T> {
  if (work.source.format === 'json') await expectClosed(files)
  try {
    return await run(files, 0)
  } catch (error) {
    if (!(error instanceof DuckError) || !/Malformed JSON|unexpected character|Input\/Output.*JSON/i.test(error.message) || work.source.format !== 'ndjson') throw error
    return parted(work, files, run)
  }
}

async function parted<T>({ duck, root, stage, signal, report }: Import, files: readonly Readable[], run: (files: readonly Readable[], rejects: number) => Promise<T>): Promise<T> {
  const made: string[] = []
  const temporary = (kind: string) => {
    const path = join(root, '.atelier', 'tmp', `${newId(kind)}.ndjson`)
    made.push(path)
    return path
  }
  try {
    report(null, 'Parting the lines that are JSON from those that are not')
    const odd = temporary('odd')
    const bad: string[] = []
    const good: Readable[] = []
    for (const { file, path } of files) {
      const into = temporary('good')
      await pipeline(jsonLines(path, (line, problem, text) => bad.push(JSON.stringify({ file: files.length > 1 ? file.name : null, line, problem, text }))), createWriteStream(into), { signal })
      good.push({ file, path: into })
    }
    if (stage !== '' && bad.length > 0) {
      await pipeline(bad.map((one) => `${one}\n`), createWriteStream(odd))
      const columns = "columns={'file': 'VARCHAR', 'line': 'BIGINT', 'problem': 'VARCHAR', 'text': 'VARCHAR'}"
      await duck.read({ text: `COPY (SELECT file, line, -1 AS place, problem AS kind, text, true AS gone FROM read_json(${literal(odd)}, format='newline_delimited', ${columns})) TO ${literal(join(stage, 'rejects.parquet'))} (FORMAT parquet)`, signal, background: true })
    }
    return await run(good, bad.length)
  } finally {
    for (const path of made) await rm(path, { force: true })
  }
}

async function* jsonLines(path: string, refuse: (line: number, problem: string, text: string) => void): AsyncGenerator<string> {
  let line = 0
  for await (const text of createInterface({ input: openBytes(path), crlfDelay: Infinity })) {
    line++
    if (text.trim() === '') continue
    const problem = problemOf(text)
    if (problem === undefined) yield `${text}\n`
    else refuse(line, problem, text.slice(0, 300))
  }
}

function problemOf(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return `Not JSON: ${error instanceof Error ? error.message.replace(/, ?".*$/s, '') : 'unreadable'}`
  }
}

function jsonProblem(error: unknown, source: string): unknown {
  if (!(error instanceof DuckError)) return error
  if (/maximum_object_size/.test(error.message)) return new Problem('too_large', `“${source}” holds one record of more than 128 MB. Split it, or write it as NDJSON with one record a line.`, 'path')
  const place = /at byte (\d+) in (?:line|record\/value) (\d+): (.+?)\.?\s*(\n|$)/.exec(error.message)
  const twice = /in line (\d+): .*has duplicate key "([^"]*)"/.exec(error.message)
  if (twice) return new Problem('invalid', `“${source}” has an object in line ${twice[1]} with the key “${twice[2]}” twice. Rename one of them, or remove it.`, 'path')
  if (place) return new Problem('invalid', `“${source}” is not whole JSON: ${place[3]} at record ${place[2]}, byte ${place[1]}. Mend or re-export the file.`, 'path')
  return dataProblem(error, `Reading “${source}”`)
}
