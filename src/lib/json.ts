import { never } from './never.ts'

/** JSON without loss: numbers keep their digits, objects the order and every double of their keys. `NaN` and the infinities, which Python writes, are read. */
export type Json =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; /** As it was written. */ readonly raw: string }
  | { readonly kind: 'array'; readonly items: readonly Json[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: string, value: Json])[] }

/** What is wrong and where; lines and columns count from 1. */
export interface JsonFault { readonly message: string; readonly offset: number; readonly line: number; readonly column: number }

export type Parsed = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly fault: JsonFault }

const deepest = 1000

export function parseJson(text: string): Parsed {
  const at = { text, offset: text.startsWith('\uFEFF') ? 1 : 0 }
  const value = guarded(text, () => {
    const one = valueAt(at, 0)
    skip(at)
    if (at.offset < text.length) throw new Fault('There is more after the end of the value', at.offset)
    return one
  })
  return value
}

/** One value a line, as in `.jsonl`; empty lines are skipped. */
export function parseJsonLines(text: string): Parsed {
  const at = { text, offset: text.startsWith('\uFEFF') ? 1 : 0 }
  return guarded(text, () => {
    const items: Json[] = []
    for (skip(at); at.offset < text.length; skip(at)) items.push(valueAt(at, 0))
    return { kind: 'array', items }
  })
}

/** The same JSON again; with an indent one member a line. */
export function writeJson(value: Json, indent = 0, depth = 0): string {
  switch (value.kind) {
    case 'null': return 'null'
    case 'boolean': return String(value.value)
    case 'string': return JSON.stringify(value.value)
    case 'number': return value.raw
    case 'array': return listed('[', ']', value.items.map((item) => writeJson(item, indent, depth + 1)), { indent, depth })
    case 'object': return listed('{', '}', value.entries.map(([key, item]) => `${JSON.stringify(key)}:${indent > 0 ? ' ' : ''}${writeJson(item, indent, depth + 1)}`), { indent, depth })
    default: return never(value)
  }
}

function listed(begin: string, end: string, parts: readonly string[], { indent, depth }: { indent: number; depth: number }): string {
  if (indent === 0 || parts.length === 0) return begin + parts.join(',') + end
  const line = `\n${' '.repeat(indent * depth)}`
  const inner = line + ' '.repeat(indent)
  return begin + parts.map((part) => inner + part).join(',') + line + end
}

interface At { readonly text: string; offset: number }

class Fault extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

function guarded(text: string, read: () => Json): Parsed {
  try {
    return { ok: true, value: read() }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const before = text.slice(0, error.offset).split('\n')
    const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1]
    return { ok: false, fault: { message: `${error.message}, in line ${line}, column ${column}.`, offset: error.offset, line, column } }
  }
}

function skip(at: At): void {
  space.lastIndex = at.offset
  space.test(at.text)
  at.offset = space.lastIndex
}

const space = /[ \t\r\n]*/y
const number = /-?(?:NaN|Infinity|(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y
// oxlint-disable-next-line no-control-regex -- JSON forbids control characters in strings
const plain = /[^"\\\u0000-\u001f]*/y
const words: Readonly<Record<string, Json>> = { true: { kind: 'boolean', value: true }, false: { kind: 'boolean', value: false }, null: { kind: 'null' } }

function valueAt(at: At, depth: number): Json {
  skip(at)
  if (depth > deepest) throw new Fault(`It is nested deeper than ${deepest} levels`, at.offset)
  const first = at.text.charAt(at.offset)
  if (first === '{') return objectAt(at, depth)
  if (first === '[') return arrayAt(at, depth)
  if (first === '"') return { kind: 'string', value: stringAt(at) }
  for (const [word, value] of Object.entries(words)) {
    if (!at.text.startsWith(word, at.offset)) continue
    at.offset += word.length
    return value
  }
  number.lastIndex = at.offset
  const raw = number.exec(at.text)?.[0]
  if (raw === undefined) throw new Fault(first === '' ? 'The text ends where a value should be' : `“${first}” cannot begin a value`, at.offset)
  at.offset += raw.length
  return { kind: 'number', raw }
}

function arrayAt(at: At, depth: number): Json {
  const items: Json[] = []
  at.offset++
  for (skip(at); at.text.charAt(at.offset) !== ']'; skip(at)) {
    if (items.length > 0) comma(at, ']')
    items.push(valueAt(at, depth + 1))
  }
  at.offset++
  return { kind: 'array', items }
}

function objectAt(at: At, depth: number): Json {
  const entries: [string, Json][] = []
  at.offset++
  for (skip(at); at.text.charAt(at.offset) !== '}'; skip(at)) {
    if (entries.length > 0) comma(at, '}')
    skip(at)
    if (at.text.charAt(at.offset) !== '"') throw new Fault('A key in double quotes is missing', at.offset)
    const key = stringAt(at)
    skip(at)
    if (at.text.charAt(at.offset) !== ':') throw new Fault('A colon after the key is missing', at.offset)
    at.offset++
    entries.push([key, valueAt(at, depth + 1)])
  }
  at.offset++
  return { kind: 'object', entries }
}

function comma(at: At, end: string): void {
  if (at.text.charAt(at.offset) !== ',') throw new Fault(`A comma or “${end}” is missing`, at.offset)
  at.offset++
}

function stringAt(at: At): string {
  const from = at.offset++
  for (;;) {
    plain.lastIndex = at.offset
    plain.test(at.text)
    at.offset = plain.lastIndex
    const stop = at.text.charAt(at.offset)
    if (stop === '"') break
    if (stop !== '\\') throw new Fault(stop === '' ? 'A string is not closed' : 'A string holds a line break or control character', at.offset)
    at.offset += 2
  }
  at.offset++
  try {
    return String(JSON.parse(at.text.slice(from, at.offset)))
  } catch {
    throw new Fault('A string holds a wrong escape', from)
  }
}
