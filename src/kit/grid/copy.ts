import { isNumericFamily, plainText } from './format.ts'
import type { CopyFormat, GridColumn } from './types.ts'

/** A rectangle of values; each row has one value a column. */
export interface Block {
  readonly columns: readonly Pick<GridColumn, 'name' | 'family'>[]
  readonly rows: readonly (readonly unknown[])[]
}

/** Blocks as text for the clipboard. TSV goes into spreadsheets without names; CSV (RFC 4180) and JSON carry them. */
export function copyText(format: CopyFormat, blocks: readonly Block[], { header = format !== 'tsv' }: { header?: boolean } = {}): string {
  if (format === 'json') return toJson(blocks)
  const [comma, line] = format === 'csv' ? [',', '\r\n'] : ['\t', '\n']
  const quote = format === 'csv' ? csvField : tsvField
  const texts = blocks.map(({ columns, rows }) => {
    const names = header ? [columns.map(({ name }) => quote(name)).join(comma)] : []
    return [...names, ...rows.map((row) => columns.map((_, i) => quote(row[i])).join(comma))].join(line)
  })
  return texts.join(line + line)
}

/** Null is an empty field, the empty string a quoted one. */
function csvField(value: unknown): string {
  const text = plainText(value)
  return value === '' || /[",\r\n]|^\s|\s$/.test(text) ? quoted(text) : text
}

function tsvField(value: unknown): string {
  const text = plainText(value)
  return /[\t\r\n]|^"/.test(text) ? quoted(text) : text
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

/** One array of records; several ranges make an array of such arrays. */
function toJson(blocks: readonly Block[]): string {
  const texts = blocks.map(recordsOf)
  return texts.length === 1 ? (texts[0] ?? '[]') : `[${texts.join(',\n')}]`
}

function recordsOf({ columns, rows }: Block): string {
  const names = distinct(columns.map(({ name }) => name))
  const asNumbers = columns.map(({ family }, i) => family !== 'decimal' && isNumericFamily(family) && rows.every((row) => isSafe(row[i])))
  const record = (row: readonly unknown[]) =>
    names.map((name, i) => `${JSON.stringify(name)}: ${jsonOf(row[i], asNumbers[i] ?? false)}`).join(', ')
  return rows.length === 0 ? '[]' : `[\n${rows.map((row) => `  {${record(row)}}`).join(',\n')}\n]`
}

/** A column becomes text as a whole when a number in it would lose digits in a reader's double, so that its type stays one. */
function jsonOf(value: unknown, asNumber: boolean): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : JSON.stringify(String(value))
  if (asNumber && isWritten(plainText(value))) return plainText(value)
  return typeof value === 'object' ? nestedJson(value) : JSON.stringify(plainText(value))
}

function nestedJson(value: object): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' || (typeof item === 'number' && !Number.isFinite(item)) ? String(item) : item))
}

function isSafe(value: unknown): boolean {
  if (typeof value !== 'string' && typeof value !== 'bigint') return true
  return !isWritten(String(value)) || Number.isSafeInteger(Number(value))
}

function isWritten(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)
}

function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let free = name
    for (let n = 2; taken.has(free); n++) free = `${name}_${n}`
    taken.add(free)
    return free
  })
}
