import type { FieldShape } from './dataset.ts'

export type ComparedKind = 'number' | 'time' | 'category'

/** How two columns of this type are held against each other. */
export function comparedAs(type: string): ComparedKind {
  if (/^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|REAL|DECIMAL\(.*\))$/.test(type)) return 'number'
  if (/^(DATE|TIME|TIMESTAMP)/.test(type)) return 'time'
  return 'category'
}

export interface Pair { readonly name: string; readonly left: number | undefined; readonly right: number | undefined }

/** Columns that belong together: by name, the first of a name with the first, the second with the second. */
export function pairsOf(left: readonly FieldShape[], right: readonly FieldShape[]): Pair[] {
  const [a, b] = [keysOf(left), keysOf(right)]
  const both = a.map((key, i) => ({ name: left[i]?.name ?? '', left: i, right: indexIn(b, key) }))
  const added = b.flatMap((key, i) => (a.includes(key) ? [] : [{ name: right[i]?.name ?? '', left: undefined, right: i }]))
  return [...both, ...added]
}

function keysOf(columns: readonly FieldShape[]): string[] {
  const seen = new Map<string, number>()
  return columns.map(({ name }) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return `${count}:${name}`
  })
}

function indexIn(keys: readonly string[], key: string): number | undefined {
  const at = keys.indexOf(key)
  return at < 0 ? undefined : at
}

export interface Bins { readonly from: number; readonly width: number; readonly count: number; readonly labels: readonly string[] }

/** Bins of one width over both sides; whole numbers of a short span get a bin each. */
export function sharedBins({ low, high, kind, whole }: { readonly low: number; readonly high: number; readonly kind: ComparedKind; readonly whole: boolean }): Bins {
  const span = high - low
  if (whole && kind === 'number' && span < 24) return { from: low, width: 1, count: span + 1, labels: Array.from({ length: span + 1 }, (_, i) => String(low + i)) }
  const count = span === 0 ? 1 : 20
  const width = span === 0 ? 1 : span / count
  const label = kind === 'time' ? timeLabel(span) : (value: number) => String(Number(value.toPrecision(4)))
  return { from: low, width, count, labels: Array.from({ length: count }, (_, i) => (count === 1 ? label(low) : `${label(low + i * width)} – ${label(low + (i + 1) * width)}`)) }
}

function timeLabel(span: number): (seconds: number) => string {
  const digits = span > 40 * 86_400 ? 10 : 16
  return (seconds) => {
    const date = new Date(seconds * 1000)
    return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString().slice(0, digits).replace('T', ' ')
  }
}
