import type { CellValue } from './query.ts'

interface Asked { readonly ids: readonly string[]; readonly names: readonly string[]; readonly ordinals: readonly number[]; readonly columns: readonly (readonly CellValue[])[] }

export interface RunGroup { readonly key: string; readonly values: readonly CellValue[]; readonly runs: readonly string[]; /** 0 for the group whose first run came first: gives its colour. */ readonly rank: number }

/** Runs of equal values fall into one group; groups in the order of their first run in the answer. */
export function groupRuns({ ids, ordinals, columns }: Asked): readonly RunGroup[] {
  const rows = ids.map((id, i) => ({ id, ordinal: ordinals[i] ?? 0, values: columns.map((column) => column[i] ?? null) }))
  const byKey = Map.groupBy(rows, ({ values }) => groupKey(values))
  const first = new Map([...byKey].map(([key, members]) => [key, Math.min(...members.map(({ ordinal }) => ordinal))]))
  const ranks = new Map([...first].toSorted(([, a], [, b]) => a - b).map(([key], rank) => [key, rank]))
  return [...byKey].map(([key, members]) => ({ key, values: members[0]?.values ?? [], runs: members.map(({ id }) => id), rank: ranks.get(key) ?? 0 }))
}

export function groupKey(values: readonly CellValue[]): string {
  return JSON.stringify(values)
}

/** `gbm · depth 8`: words as they are, numbers with the name of their column. */
export function groupLabel(columns: readonly string[], values: readonly CellValue[]): string {
  return values.map((value, i) => {
    const key = (columns[i] ?? '').replace(/^\w+\./, '').replace(/:(last|best|min|max)$/, '')
    if (value === null) return `no ${key}`
    return typeof value === 'number' || /^-?[\d.]+(e-?\d+)?$/i.test(value) || /^(true|false)$/i.test(value) ? `${key} ${value}` : value || `${key} “”`
  }).join(' · ')
}
