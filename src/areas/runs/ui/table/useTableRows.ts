import { useQueries } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { Need } from '#kit/grid/types.ts'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import type { Grouping, RunQuery, TableRow, TableWindow } from '../../domain/query.ts'

const pageSize = 100

interface Asked { readonly query: RunQuery; readonly grouping: Grouping; readonly columns: readonly string[]; readonly pinned: readonly string[] }

/** The rows on screen: those of the question before stay until the first of the new ones are there. */
export interface Rows {
  readonly key: string
  readonly stamp: string
  readonly version: number
  readonly total: number
  readonly matched: number
  readonly all: number
  readonly ms: number
  /** When they were answered. */
  readonly now: number
  /** The columns whose values the cells hold, in their order. */
  readonly columns: readonly string[]
  readonly rowAt: (row: number) => TableRow | undefined
  /** The rows that are there, page by page. */
  readonly pages: readonly { readonly from: number; readonly rows: readonly TableRow[] }[]
}

export function useTableRows({ query, grouping, columns, pinned }: Asked) {
  const [need, setNeed] = useState<Need>()
  const wanted = pagesOf(need)
  const input = { query, grouping: { ...grouping, by: [...grouping.by], open: [...grouping.open] }, columns: [...columns], pinned: [...pinned] }
  const key = JSON.stringify(input)
  const { fresh, loading, error, refetch } = useQueries({
    queries: wanted.map((from) => ({ ...asking(runs.table, { ...input, from, to: from + pageSize }), gcTime: 60_000, retry: false })),
    combine: (results: UseQueryResult<TableWindow>[]) => gathered(results, wanted),
  })
  const [shown, setShown] = useState<Rows>()
  const stamp = `${key} ${fresh.stamp}`
  if (fresh.pages.length > 0 && shown?.stamp !== stamp) setShown(rowsOf({ key, stamp, pages: fresh.pages, columns, before: shown }))
  return { rows: shown, stale: shown !== undefined && shown.key !== key, loading, error, retry: refetch, setNeed }
}

interface Page { readonly from: number; readonly window: TableWindow }

function pagesOf(need: Need | undefined): readonly number[] {
  if (!need) return [0]
  const [first, last] = [Math.floor(need.from / pageSize), Math.floor(Math.max(need.from, need.to - 1) / pageSize)]
  return Array.from({ length: Math.min(6, last - first + 1) }, (_, i) => (first + i) * pageSize)
}

function gathered(results: readonly UseQueryResult<TableWindow>[], wanted: readonly number[]) {
  const pages = results.flatMap(({ data }, i): Page[] => {
    const from = wanted[i]
    return data && from !== undefined ? [{ from, window: data }] : []
  })
  return {
    fresh: { pages, stamp: results.map(({ dataUpdatedAt }, i) => `${wanted[i]}:${dataUpdatedAt}`).join() },
    loading: results.some(({ isFetching, data }) => isFetching && !data),
    error: results.find(({ error: found }) => found)?.error ?? null,
    refetch: () => { for (const result of results) if (result.error) void result.refetch() },
  }
}

function rowsOf({ key, stamp, pages, columns, before }: { readonly key: string; readonly stamp: string; readonly pages: readonly Page[]; readonly columns: readonly string[]; readonly before: Rows | undefined }): Rows {
  const newest = pages.at(-1)?.window
  const byStart = new Map(pages.map(({ from, window }) => [from, window.rows]))
  return {
    key, stamp, columns, now: Date.now(), version: (before?.version ?? 0) + 1,
    total: newest?.total ?? 0, matched: newest?.matched ?? 0, all: newest?.all ?? 0, ms: Math.max(...pages.map(({ window }) => window.ms)),
    rowAt: (row) => byStart.get(Math.floor(row / pageSize) * pageSize)?.[row % pageSize],
    pages: pages.map(({ from, window }) => ({ from, rows: window.rows })),
  }
}
