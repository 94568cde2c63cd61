import { never } from '#lib/never.ts'
import type { Json } from '#lib/json.ts'

/** A row of the tree. Its id is the way to it: keys and positions as a JSON array. Long arrays are cut into ranges. */
export interface JsonRow {
  readonly id: string
  readonly key: string
  readonly value: Json
  readonly children?: readonly JsonRow[]
  /** A range of a long array, which is no value of its own. */
  readonly range: boolean
}

const mostItems = 500

/** The rows of a value, with the children of those that are open. */
export function rowsOf(value: Json, open: ReadonlySet<string>, at: readonly (string | number)[] = []): JsonRow[] {
  if (value.kind === 'object') return ranged(value.entries.map(([key, one], n) => ({ key, one, step: `${n}:${key}` })), open, at)
  if (value.kind === 'array') return ranged(value.items.map((one, n) => ({ key: String(n), one, step: n })), open, at)
  return []
}

interface Part { readonly key: string; readonly one: Json; readonly step: string | number }

function ranged(parts: readonly Part[], open: ReadonlySet<string>, at: readonly (string | number)[], from = 0): JsonRow[] {
  if (parts.length <= mostItems) return parts.map((part) => rowOf(part, open, at))
  const width = mostItems ** Math.floor(Math.log(parts.length - 1) / Math.log(mostItems))
  return Array.from({ length: Math.ceil(parts.length / width) }, (_, n) => {
    const some = parts.slice(n * width, (n + 1) * width)
    const first = from + n * width
    const id = JSON.stringify([...at, `range ${first} ${width}`])
    return { id, key: `${first} … ${first + some.length - 1}`, value: { kind: 'array', items: [] }, range: true, children: open.has(id) ? ranged(some, open, at, first) : [] }
  })
}

function rowOf({ key, one, step }: Part, open: ReadonlySet<string>, at: readonly (string | number)[]): JsonRow {
  const way = [...at, step]
  const id = JSON.stringify(way)
  const branch = countOf(one) > 0
  return { id, key, value: one, range: false, ...(branch ? { children: open.has(id) ? rowsOf(one, open, way) : [] } : {}) }
}

export function countOf(value: Json): number {
  if (value.kind === 'object') return value.entries.length
  return value.kind === 'array' ? value.items.length : 0
}

/** A value in a few words. */
export function wordsOf(value: Json): string {
  switch (value.kind) {
    case 'null': return 'null'
    case 'boolean': return String(value.value)
    case 'number': return value.raw
    case 'string': return JSON.stringify(value.value.length > 300 ? `${value.value.slice(0, 300)}…` : value.value)
    case 'array': return value.items.length === 0 ? '[]' : `[ ${value.items.length} ]`
    case 'object': return value.entries.length === 0 ? '{}' : `{ ${value.entries.length} }`
    default: return never(value)
  }
}

const glance = 6
const glanceLetters = 24

/** What a closed branch holds, by its first parts; empty for a single value. */
export function previewOf(value: Json): string {
  const more = countOf(value) > glance ? ', …' : ''
  if (value.kind === 'object') return value.entries.slice(0, glance).map(([key, one]) => `${key}: ${glanceAt(one)}`).join(', ') + more
  return value.kind === 'array' ? value.items.slice(0, glance).map(glanceAt).join(', ') + more : ''
}

function glanceAt(value: Json): string {
  if (countOf(value) > 0) return value.kind === 'array' ? '[…]' : '{…}'
  return value.kind === 'string' && value.value.length > glanceLetters ? JSON.stringify(`${value.value.slice(0, glanceLetters)}…`) : wordsOf(value)
}

/** Ways to the keys and values that hold the text, in reading order, with the ranges on the way. */
export function findIn(value: Json, text: string, most = 1000): { readonly id: string; readonly open: readonly string[] }[] {
  const low = text.toLowerCase()
  const hits: { id: string; open: readonly string[] }[] = []
  const look = (here: Json, at: readonly (string | number)[], open: readonly string[]) => {
    const parts: Part[] = here.kind === 'object' ? here.entries.map(([key, one], n) => ({ key, one, step: `${n}:${key}` })) : here.kind === 'array' ? here.items.map((one, n) => ({ key: '', one, step: n })) : []
    for (const [n, { key, one, step }] of parts.entries()) {
      if (hits.length >= most) return
      const hit = key.toLowerCase().includes(low) || holds(one, low)
      if (!hit && countOf(one) === 0) continue
      const way = [...at, step]
      const id = JSON.stringify(way)
      const above = [...open, ...rangesTo(n, parts.length, at)]
      if (hit) hits.push({ id, open: above })
      look(one, way, [...above, id])
    }
  }
  look(value, [], [])
  return hits
}

function rangesTo(n: number, length: number, at: readonly (string | number)[]): string[] {
  const ids: string[] = []
  let [from, left] = [0, length]
  while (left > mostItems) {
    const width = mostItems ** Math.floor(Math.log(left - 1) / Math.log(mostItems))
    const first = from + Math.floor((n - from) / width) * width
    ids.push(JSON.stringify([...at, `range ${first} ${width}`]))
    left = Math.min(width, from + left - first)
    from = first
  }
  return ids
}

function holds(value: Json, low: string): boolean {
  if (value.kind === 'string') return value.value.toLowerCase().includes(low)
  return value.kind === 'number' ? value.raw.toLowerCase().includes(low) : value.kind === 'boolean' ? String(value.value).includes(low) : value.kind === 'null' && 'null'.includes(low)
}

/** The way to a row as JavaScript and jq write it: `.a[3]["b c"]`. */
export function pathOf(id: string): string {
  const way: unknown = JSON.parse(id)
  if (!Array.isArray(way)) return ''
  return way.filter((step) => typeof step === 'number' || !String(step).startsWith('range ')).map((step) => {
    if (typeof step === 'number') return `[${step}]`
    const key = String(step).replace(/^\d+:/, '')
    return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
  }).join('')
}
