import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '#lib/ids.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { makeFolder, writeAtomic } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import { guessLayout } from '../domain/csv-guess.ts'
import type { Guess } from '../domain/csv-guess.ts'
import type { Dialect, FieldShape, Wish } from '../domain/dataset.ts'
import { numberMarks } from '../domain/csv-numbers.ts'
import { castSql, isTextType, leftOut } from '../domain/csv-types.ts'
import { nameWarnings } from '../domain/unique-names.ts'
import { lossesOf } from './csv-losses.ts'
import type { Loss } from './csv-losses.ts'
import { askCsv } from './csv-long.ts'
import type { Asked } from './csv-long.ts'
import { typesOf } from './csv-types.ts'
import { readHead } from './encoding.ts'
import type { Head } from './encoding.ts'
import type { Source } from './sources.ts'

export interface Sniffed { readonly dialect: Dialect; readonly columns: readonly FieldShape[]; readonly sample: readonly (readonly unknown[])[]; readonly warnings: readonly string[]; readonly losses: readonly Loss[] }

/** How a CSV would be read; what the person has chosen already is kept, the rest is guessed anew. */
export async function sniffCsv({ duck, root, source, wish = {}, signal }: { readonly duck: Duck; readonly root: string; readonly source: Source; readonly wish?: Wish | undefined; readonly signal?: AbortSignal | undefined }): Promise<Sniffed> {
  const { first, head } = await headOf(source, wish.encoding)
  const guess = guessLayout(head.text, { complete: head.complete, fixed: wish })
  const names = namesOf(guess.records, guess.header)
  const marks = numberMarks(guess.records, guess.delimiter, wish)
  const reading = readingOf(wish, guess, { encoding: head.encoding, decimal: marks.decimal, thousands: marks.thousands })
  await sameHeads(source, { ...reading, columns: [] }, names)
  const read = await utf8Of(root, first.path, head)
  try {
    const asked = { duck, path: read.path, reading, names, signal }
    const fixed = wish.columns?.length === names.length ? wish.columns : undefined
    const told = fixed && formatsKnown(fixed, wish) ? { types: [], warnings: [] } : await typesOf(asked)
    const columns = fixed ?? names.map((name, i) => ({ name, type: told.types[i] ?? 'VARCHAR' }))
    const dialect: Dialect = { ...reading, ...formatsOf(wish, told), columns }
    checkDialect(dialect)
    const losses = fixed ? await lossesOf(asked, { columns: fixed.map(({ type }, i) => ({ i, type })), ...formatsOf(wish, told) }) : []
    const sample = await sampleOf(asked, dialect)
    const warnings = [...source.warnings, ...guess.warnings, ...marks.warnings, ...encodingWarning(head, wish.encoding), ...nameWarnings(columns.filter(({ type }) => type !== leftOut).map(({ name }) => name)), ...(fixed ? [] : told.warnings)]
    return { dialect, columns, sample, losses, warnings: [...warnings, ...rowsWarning(head, guess, sample.length)] }
  } finally {
    if (read.made) await rm(read.path, { force: true })
  }
}

function rowsWarning({ complete }: Head, { records, header }: Guess, readable: number): string[] {
  if (!complete || readable > 0) return []
  if (records.length <= (header ? 1 : 0)) return ['There is a head but no rows below it.']
  return ['No line can be read so: each would be left out. Look at the delimiter and the quote; a quote that opens and never closes takes all that follows.']
}

async function headOf({ source, files: [first] }: Source, encoding: string | undefined) {
  if (!first || first.size === 0) throw new Problem('invalid', `“${first?.name ?? source}” is empty: there is nothing to read.`, 'path')
  const head = await wholeHead(first.path, encoding)
  if (head.text.trim() === '') throw new Problem('invalid', `“${first.name}” holds only blank lines: there is nothing to read.`, 'path')
  if (isBinary(head.text)) throw new Problem('invalid', `“${first.name}” does not hold text. If it is a picture, an archive or an office document, save it as CSV, JSON or Parquet first.`, 'path')
  return { first, head }
}

/** Control characters, which text has next to none of. */
function isBinary(text: string): boolean {
  const begin = text.slice(0, 20_000)
  // oxlint-disable-next-line no-control-regex
  return (begin.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0) > Math.max(20, begin.length * 0.05)
}

function readingOf(wish: Wish, guess: Guess, { encoding, decimal, thousands }: Pick<Dialect, 'encoding' | 'decimal' | 'thousands'>): Omit<Dialect, 'columns'> {
  return {
    delimiter: guess.delimiter, quote: guess.quote, escape: wish.escape ?? guess.quote, header: guess.header, skip: guess.skip, encoding,
    nullText: wish.nullText ?? [''], decimal, ...(thousands ? { thousands } : {}),
    ...(wish.short === 'fill' ? { short: wish.short } : {}), ...(wish.long === 'cut' ? { long: wish.long } : {}),
  }
}

export function checkDialect(dialect: Dialect): void {
  const odd = dialect.columns.find(({ type }) => !isTextType(type))
  if (odd) throw new Problem('invalid', `“${odd.type}” is not a type that a text column can be read as.`, 'dialect.columns')
  if (dialect.columns.length === 0) throw new Problem('invalid', 'The dialect names no columns.', 'dialect.columns')
  if (dialect.columns.every(({ type }) => type === leftOut)) throw new Problem('invalid', 'All columns are left out: keep at least one.', 'dialect.columns')
  if (dialect.thousands === dialect.decimal) throw new Problem('invalid', 'The mark between thousands cannot be the decimal mark.', 'dialect.thousands')
  if (/[\n\r]/.test(dialect.delimiter) || dialect.delimiter === dialect.quote) throw new Problem('invalid', 'The delimiter cannot be a line end or the quote itself.', 'dialect.delimiter')
}

function formatsKnown(columns: readonly FieldShape[], { dateFormat, timestampFormat }: Wish): boolean {
  return columns.every(({ type }) => (type !== 'DATE' || dateFormat !== undefined) && (type !== 'TIMESTAMP' || timestampFormat !== undefined))
}

function formatsOf(wish: Wish, told: { readonly dateFormat?: string; readonly timestampFormat?: string }) {
  const [dateFormat, timestampFormat] = [wish.dateFormat ?? told.dateFormat, wish.timestampFormat ?? told.timestampFormat]
  return { ...(dateFormat ? { dateFormat } : {}), ...(timestampFormat ? { timestampFormat } : {}) }
}

/** At least the head line and a row of it, however long they are. */
async function wholeHead(path: string, encoding: string | undefined): Promise<Head> {
  const head = await readHead(path, { encoding })
  return head.complete || (head.text.match(/\n/g)?.length ?? 0) > 2 ? head : readHead(path, { encoding, size: 8 << 20 })
}

/** DuckDB reads UTF-8; of anything else the beginning is decoded for it. */
async function utf8Of(root: string, path: string, head: Head): Promise<{ readonly path: string; readonly made: boolean }> {
  if (head.encoding === 'utf-8' && !head.mixedLines) return { path, made: false }
  const folder = join(root, '.atelier', 'tmp')
  await makeFolder(folder)
  const temporary = join(folder, `${newId('sniff')}.csv`)
  const text = head.text.replaceAll(/\r\n?/g, '\n')
  await writeAtomic(temporary, head.complete ? text : text.slice(0, text.lastIndexOf('\n') + 1))
  return { path: temporary, made: true }
}

function namesOf(records: readonly (readonly string[])[], header: boolean): string[] {
  const [first = []] = records
  if (header) return first.map((name) => name.trim())
  const width = Math.max(...records.slice(0, 1).map((record) => record.length), 1)
  return Array.from({ length: width }, (_, i) => `column ${i + 1}`)
}

async function sameHeads({ files }: Source, dialect: Dialect, names: readonly string[]): Promise<void> {
  if (!dialect.header) return
  for (const { path, name } of files.slice(1, 200)) {
    const head = await readHead(path, { encoding: dialect.encoding, size: 1 << 18 })
    const guess = guessLayout(head.text, { complete: head.complete, fixed: dialect })
    const theirs = namesOf(guess.records, true)
    if (theirs.join('\0') !== names.join('\0')) throw new Problem('invalid', `The files do not have the same columns: “${files[0]?.name}” has ${listed(names)}, “${name}” has ${listed(theirs)}. Name a folder or a pattern that holds only files with the same columns.`, 'path')
  }
}

function listed(names: readonly string[]): string {
  return `${names.length} (${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''})`
}

async function sampleOf(asked: Asked, dialect: Dialect): Promise<readonly (readonly unknown[])[]> {
  const shown = dialect.columns.map(({ type }, i) => castSql(`c${i}`, type, dialect)).map((cast, i) => (dialect.columns[i]?.type === 'VARCHAR' ? `left(${cast}, 500)` : cast))
  return askCsv(asked, (csv) => `SELECT ${shown.map((cast, i) => `${cast} AS x${i}`).join(', ')} FROM ${csv} LIMIT 50`)
}

function encodingWarning({ encoding }: Head, wish: string | undefined): string[] {
  if (wish || encoding === 'utf-8') return []
  return [`The file is not UTF-8; it is read as ${encoding}. If letters look wrong, choose another encoding.`]
}
