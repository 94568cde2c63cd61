import { useQueries } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import type { TableRow } from '../../domain/query.ts'
import type { Rows } from './useTableRows.ts'

const ofGroup = 5
type Sparks = ReadonlyMap<string, readonly number[]>

/** Small curves by run for the pages in sight; a run keeps its last one until the next is there. */
export function useSparks(metrics: readonly string[], rows: Rows | undefined, runsOf: (row: TableRow) => readonly string[]): { readonly sparkOf: (metric: string, row: TableRow) => readonly number[] | undefined; readonly version: number } {
  const pages = metrics.length === 0 ? [] : (rows?.pages ?? []).map((page) => [...new Set(page.rows.flatMap((row) => runsOf(row).slice(0, ofGroup)))].slice(0, 500)).filter((ids) => ids.length > 0)
  const asked = metrics.flatMap((metric) => pages.map((ids) => ({ metric, ids })))
  const { stamp, found } = useQueries({
    queries: asked.map(({ metric, ids }) => ({ ...asking(runs.sparks, { runs: ids, metric }), gcTime: 30_000, retry: false })),
    combine: (results: UseQueryResult<readonly { readonly run: string; readonly values: readonly number[] }[]>[]) => ({
      stamp: results.map(({ dataUpdatedAt }) => dataUpdatedAt).join(),
      found: results.flatMap(({ data }, i) => (data ?? []).map(({ run, values }) => [keyOf(asked[i]?.metric ?? '', run), values] as const)),
    }),
  })
  const [known, setKnown] = useState<{ readonly stamp: string; readonly version: number; readonly sparks: Sparks }>({ stamp: '', version: 0, sparks: new Map() })
  if (known.stamp !== stamp) setKnown({ stamp, version: known.version + 1, sparks: found.length > 0 ? new Map([...known.sparks, ...found]) : known.sparks })
  return {
    version: known.version,
    sparkOf: (metric, row) => meanCurve(runsOf(row).slice(0, ofGroup).flatMap((id) => { const values = known.sparks.get(keyOf(metric, id)); return values ? [values] : [] })),
  }
}

function keyOf(metric: string, run: string): string {
  return `${run} ${metric}`
}

/** Point by point, where curves are of one length; else the first. */
function meanCurve(curves: readonly (readonly number[])[]): readonly number[] | undefined {
  const [first, ...others] = curves.filter(({ length }) => length > 0)
  if (!first) return curves[0]
  const alike = others.filter(({ length }) => length === first.length)
  return alike.length === 0 ? first : first.map((value, i) => alike.reduce((sum, curve) => sum + (curve[i] ?? 0), value) / (alike.length + 1))
}
