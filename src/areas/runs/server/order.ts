import { firstOf } from './first-of.ts'
import type { Cell, Cells } from '../domain/filter/match.ts'
import { numberIn } from '../domain/filter/match.ts'
import type { Column } from '../domain/column.ts'
import type { RunRow } from './book.ts'

export interface OrderBy { readonly column: Column; readonly descending: boolean }

/** Numbers first, then texts, then NaN, then what is missing, whichever way the order goes; runs that are alike by the latest start, then by id. `first`: how many are wanted. */
export function ordered(runs: readonly RunRow[], order: readonly OrderBy[], { cells, texts = 'natural', first = runs.length }: { readonly cells: Cells; readonly texts?: 'natural' | 'plain'; readonly first?: number }): RunRow[] {
  const keys = order.map((by) => keysOf(runs, by, cells, texts))
  const compare = (a: number, b: number): number => {
    for (const key of keys) {
      const difference = key.compare(a, b)
      if (difference !== 0) return difference
    }
    return byStart(runs[a], runs[b])
  }
  return Array.from(firstOf(Int32Array.from(runs.keys()), first, compare)).flatMap((place) => runs[place] ?? [])
}

export function byStart(a: RunRow | undefined, b: RunRow | undefined): number {
  if (!a || !b) return 0
  return (b.start ?? 0) - (a.start ?? 0) || (a.id < b.id ? -1 : 1)
}

function keysOf(runs: readonly RunRow[], { column, descending }: OrderBy, cells: Cells, texts: 'natural' | 'plain'): { readonly compare: (a: number, b: number) => number } {
  const read = cells(column)
  const sign = descending ? -1 : 1
  const ranks = new Uint8Array(runs.length)
  const numbers = new Float64Array(runs.length)
  const words: string[] = []
  runs.forEach(({ row }, i) => {
    const value = plain(read(row))
    const number = typeof value === 'string' && texts === 'natural' ? numberIn(value) : value
    if (typeof number === 'number') {
      ranks[i] = Number.isNaN(number) ? 2 : 0
      numbers[i] = number
    } else if (value === undefined) ranks[i] = 3
    else {
      ranks[i] = 1
      words[i] = String(value)
    }
  })
  const compare = (a: number, b: number): number => {
    const [left, right] = [ranks[a] ?? 3, ranks[b] ?? 3]
    if (left !== right) return left - right
    if (left === 0) return sign * ((numbers[a] ?? 0) - (numbers[b] ?? 0))
    return left === 1 ? sign * byText(words[a] ?? '', words[b] ?? '') : 0
  }
  return { compare }
}

function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Of several the first. */
function plain(cell: Cell): string | number | undefined {
  return typeof cell === 'object' ? cell[0] : cell
}
