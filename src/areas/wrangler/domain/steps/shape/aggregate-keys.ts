import { z } from 'zod'
import { madeKeys } from '../../made-keys.ts'

const Row = z.looseObject({ column: z.string().optional(), agg: z.string(), name: z.string().default(''), key: z.string().optional() })
type Row = z.infer<typeof Row>
const Grouped = z.looseObject({ aggregations: z.array(Row) })

/** What tells aggregates apart: what they are, or the key that was theirs before an edit. */
export function aggregateKeys(rows: readonly Pick<Row, 'column' | 'agg' | 'key'>[]): string[] {
  return madeKeys(rows.map(({ column, agg, key }) => key ?? (column === undefined ? agg : `${agg}_${column}`).toLowerCase()))
}

/** The params after an edit: an aggregate that became another one, in its place or under its name, stays the column that steps behind know. */
export function withKeysKept(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const [was, is] = [Grouped.safeParse(before), Grouped.safeParse(after)]
  if (!was.success || !is.success) return after
  const [old, now] = [was.data.aggregations, is.data.aggregations]
  const keys = aggregateKeys(old)
  const free = new Set(keys.filter((_, i) => !now.some((row) => isSame(row, old[i]))))
  const taken = now.map((row, i) => {
    if (old.some((one) => isSame(row, one))) return undefined
    const at = row.name === '' ? -1 : old.findIndex((one, place) => one.name === row.name && free.has(keys[place] ?? ''))
    const key = keys[at >= 0 ? at : old.length === now.length ? i : -1]
    return key !== undefined && free.delete(key) ? key : undefined
  })
  return { ...after, aggregations: now.map((row, i) => (taken[i] === undefined ? row : { ...row, key: taken[i] })) }
}

function isSame(a: Row, b: Row | undefined): boolean {
  return b !== undefined && a.column === b.column && a.agg === b.agg && a.key === b.key
}
