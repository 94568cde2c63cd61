import { useQueries } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { Mark, Need } from '#kit/grid/types.ts'
import { asking } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import type { Grid, Wait } from '../../contract.ts'
import type { Column } from '../../domain/columns.ts'
import { blocksOf, byUse, pageSize, pagesOf } from '../../domain/pages.ts'
import type { Recipe } from '../../domain/recipe.ts'
import type { View } from '../../domain/view.ts'

interface Asked { readonly recipe: Recipe; readonly view: View; readonly draft: string | undefined; readonly columns: readonly Column[] }

interface Page { readonly from: number; readonly block: readonly string[]; readonly grid: Grid }

/** The rows on screen: those of the question before stay until the first of the new ones are there. */
export interface Rows {
  readonly key: string
  readonly stamp: string
  readonly version: number
  readonly recipe: Recipe
  readonly view: View
  readonly columns: readonly Column[]
  readonly rowCount: number
  /** Null while it is being counted. */
  readonly total: number | null
  readonly of: number
  readonly ms: number
  readonly wait: Wait | null
  readonly rowOf: (row: number) => { readonly cells: readonly unknown[]; readonly rid: number } | undefined
  readonly markOf: (row: number, column: number) => Mark | undefined
}

export function useRows({ recipe, view, draft, columns }: Asked) {
  const [need, setNeed] = useState<Need>()
  const ids = columns.map(({ id }) => id)
  const blocks = blocksOf(ids, need?.columns ?? [])
  const pages = wantedPages(need)
  const asked = ids.length === 0 ? [] : pages.flatMap((from) => blocks.map((block) => ({ from, block })))
  const key = JSON.stringify([recipe, view, draft, ids])
  const { fresh, loading, error, refetch } = useQueries({
    queries: asked.map(({ from, block }) => askingPage({ recipe, view, draft, from, block: block.length === ids.length ? undefined : block })),
    combine: (results: UseQueryResult<Grid>[]) => gathered(results, asked, pages[0] ?? 0),
  })
  const [shown, setShown] = useState<Rows>()
  const stamp = `${key} ${fresh.stamp}`
  if (fresh.pages.length > 0 && shown?.stamp !== stamp) setShown(nextRows({ key, stamp, pages: fresh.pages, columns, recipe, view, before: shown }))
  const rows = shown && error ? { ...shown, wait: null } : shown
  const stale = rows !== undefined && rows.key !== key
  return { rows, ready: readyOf(rows), busy: isBusy({ error, stale, first: loading && !rows }), stale, error, retry: refetch, setNeed }
}

function isBusy({ error, stale, first }: { readonly error: Error | null; readonly stale: boolean; readonly first: boolean }): boolean {
  return error === null && (stale || first)
}

/** Undefined while there is nothing to show but the reason to wait. */
function readyOf(rows: Rows | undefined): Rows | undefined {
  return rows && rows.rowCount === 0 && rows.wait ? undefined : rows
}

/** While there is only a reason to wait, the rows of the question before stay. */
function nextRows(next: Parameters<typeof rowsOf>[0]): Rows {
  const { before, pages, stamp } = next
  return before && pages.every(isWaiting) ? { ...before, stamp, wait: waitOf(pages.map(({ grid }) => grid)) } : rowsOf(next)
}

function wantedPages(need: Need | undefined): readonly number[] {
  if (!need) return [0]
  const { from, to, visible } = need
  return byUse(pagesOf(from, to), (visible.from + visible.to) / 2).slice(0, 8)
}

function askingPage({ recipe, view, draft, from, block }: { readonly recipe: Recipe; readonly view: View; readonly draft: string | undefined; readonly from: number; readonly block: readonly string[] | undefined }) {
  return {
    ...asking(wrangler.window, { recipe, view, page: { from, size: pageSize }, ...(block ? { columns: [...block] } : {}), ...(draft ? { draft } : {}) }),
    staleTime: Infinity,
    gcTime: 120_000,
    retry: false,
    refetchInterval: ({ state }: { state: { data: Grid | undefined; status: string } }) => (state.data && state.status !== 'error' && isUnfinished(state.data) ? 350 : false),
  }
}

/** No rows yet, only the reason. */
function isWaiting({ grid: { columns, wait } }: Page): boolean {
  return wait !== null && columns.length === 0
}

function isUnfinished({ wait, total }: Grid): boolean {
  return wait !== null || total === null
}

function gathered(results: readonly UseQueryResult<Grid>[], asked: readonly { from: number; block: readonly string[] }[], first: number) {
  const pages = results.flatMap(({ data }, i): Page[] => {
    const one = asked[i]
    return data && one ? [{ ...one, grid: data }] : []
  })
  const there = pages.some(({ from }) => from === first) || results.some(({ data }) => data !== undefined)
  return {
    fresh: { pages: there ? pages : [], stamp: results.map(({ dataUpdatedAt }, i) => `${asked[i]?.from}:${asked[i]?.block[0]}:${dataUpdatedAt}`).join() },
    loading: results.some(({ isFetching, data }) => isFetching && !data),
    error: results.find(({ error }) => error)?.error ?? null,
    refetch: () => { for (const result of results) if (result.error) void result.refetch() },
  }
}

function rowsOf({ key, stamp, pages, columns, recipe, view, before }: Pick<Rows, 'key' | 'stamp' | 'columns' | 'recipe' | 'view'> & { pages: readonly Page[]; before: Rows | undefined }): Rows {
  const place = new Map(columns.map(({ id }, i) => [id, i]))
  const byStart = Map.groupBy(pages, ({ from }) => from)
  const grids = pages.map(({ grid }) => grid)
  const { of = 0, ms = 0 } = grids[0] ?? {}
  const total = totalOf(grids)
  const version = before ? before.version + 1 : 1
  return {
    key, stamp, recipe, view, columns, total, version,
    rowCount: total ?? Math.max(before?.key === key ? before.rowCount : 0, ...pages.map(reachOf)),
    of, ms,
    wait: waitOf(grids),
    rowOf: (row) => rowAt(byStart.get(startOf(row)), row, place),
    markOf: (row, column) => markAt(byStart.get(startOf(row)), row, columns[column]?.id),
  }
}

function totalOf(grids: readonly Grid[]): number | null {
  return grids.find(({ total }) => total !== null)?.total ?? null
}

function waitOf(grids: readonly Grid[]): Wait | null {
  return grids.find(({ wait }) => wait)?.wait ?? null
}

/** How far one may scroll while the rows are not counted: a page past a full one. */
function reachOf({ from, grid: { rows } }: Page): number {
  return rows.length === 0 ? 0 : from + rows.length + (rows.length === pageSize ? pageSize : 0)
}

function startOf(row: number): number {
  return Math.floor(row / pageSize) * pageSize
}

function rowAt(pages: readonly Page[] | undefined, row: number, place: ReadonlyMap<string, number>) {
  const [first] = pages ?? []
  const at = row - startOf(row)
  const cells = first?.grid.rows[at]
  if (!pages || !first || !cells) return undefined
  const rid = first.grid.rids[at] ?? row
  if (pages.length === 1 && first.block.length === place.size) return { cells, rid }
  const wide: unknown[] = Array.from({ length: place.size })
  for (const { block, grid } of pages) block.forEach((id, i) => { wide[place.get(id) ?? 0] = grid.rows[at]?.[i] })
  return { cells: wide, rid }
}

function markAt(pages: readonly Page[] | undefined, row: number, id: string | undefined): Mark | undefined {
  const page = pages?.find(({ block }) => id !== undefined && block.includes(id))
  if (!page || id === undefined) return undefined
  const at = row - startOf(row)
  const column = page.block.indexOf(id)
  if (page.grid.failed[at]?.includes(column)) return 'failed'
  return page.grid.changed[at]?.includes(column) ? 'changed' : undefined
}
