import { useQueries } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { Need } from '#kit/grid/types.ts'
import { asking } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import type { Grid } from '../../contract.ts'
import type { Column } from '../../domain/columns.ts'
import { blocksOf, byUse, pageSize, pagesOf } from '../../domain/pages.ts'
import type { Recipe } from '../../domain/recipe.ts'
import type { View } from '../../domain/view.ts'
import { rowsOf, waitOf } from './rows.ts'
import type { Page, Rows } from './rows.ts'

interface Asked { readonly recipe: Recipe; readonly view: View; readonly draft: string | undefined; readonly columns: readonly Column[] }

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
