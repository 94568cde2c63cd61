import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { DataGrid } from '#kit/DataGrid.tsx'
import { nothingSelected } from '#kit/grid/selection.ts'
import type { GridLayout, Need } from '#kit/grid/types.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { asking } from '#wire/ask.ts'
import { datasets } from '../contract.ts'
import type { Version } from '../domain/dataset.ts'
import { countOf, gridColumns } from './words.ts'

const page = 200

/** All rows of a version, read as they come into sight. */
export function PreviewTab({ version: { dataset, version, columns, rows } }: { readonly version: Version }) {
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const [selection, setSelection] = useState(nothingSelected)
  const [layout, setLayout] = useState<GridLayout>()
  const pages = Array.from({ length: range[1] - range[0] + 1 }, (_, i) => range[0] + i)
  const answers = useQueries({ queries: pages.map((one) => ({ ...asking(datasets.preview, { dataset, version, from: one * page, size: page }), staleTime: Infinity, gcTime: 60_000 })) })
  const failed = answers.find(({ error }) => error)
  const ms = answers.find(({ data }) => data)?.data?.ms
  const need = ({ from, to }: Need) => {
    const next = [Math.floor(from / page), Math.floor(Math.max(from, to - 1) / page)] as const
    setRange((now) => (now[0] === next[0] && now[1] === next[1] ? now : next))
  }
  if (failed?.error) return <div className="p-4"><ProblemNote error={failed.error} onRetry={() => void failed.refetch()} /></div>
  return (
    <>
      <div className="min-h-0 flex-1">
        <DataGrid
          label={`Rows of ${dataset}`} columns={gridColumns(columns)} rowCount={rows} version={answers.reduce((sum, { dataUpdatedAt }) => sum + dataUpdatedAt, range[0])}
          cellsOf={(row) => answers[Math.floor(row / page) - range[0]]?.data?.rows[row % page]} onNeed={need} selection={selection} onSelect={setSelection}
          onColumnsChange={setLayout} {...(layout ? { layout } : {})} empty={<p className="p-6 text-s text-ink-2">This version has {columns.length} columns and no rows.</p>}
        />
      </div>
      <p className="flex-none border-t border-line px-3 py-1 text-xs text-ink-2">{countOf(rows)} rows · all, in the source’s order{ms === undefined ? '' : ` · read in ${Math.round(ms)} ms`}</p>
    </>
  )
}
