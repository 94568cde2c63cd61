import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { DataGrid } from '#kit/DataGrid.tsx'
import { nothingSelected } from '#kit/grid/selection.ts'
import type { GridColumn, GridFamily, GridLayout } from '#kit/grid/types.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import { unreadWords } from './unread-words.ts'

const page = 200
const most = 12

/** Rows of a CSV, a Parquet file or a logged table, read as they come into sight. */
export function ArtifactTable({ run, path, head }: { readonly run: string; readonly path: string; readonly head?: ReactNode }) {
  const [selection, setSelection] = useState(nothingSelected)
  const [layout, setLayout] = useState<GridLayout>()
  const [pages, setPages] = useState<readonly number[]>([0])
  const first = useQuery({ ...asking(runs.artifactRows, { run, path, from: 0, to: page }), placeholderData: keepPreviousData })
  const answers = useQueries({ queries: pages.map((at) => asking(runs.artifactRows, { run, path, from: at * page, to: (at + 1) * page })) })
  if (first.error) return <>{head && <div className="bar slim">{head}</div>}<div className="p-4"><ProblemNote error={first.error} onRetry={() => void first.refetch()} /></div></>
  if (!first.data) return <div className="p-4"><Skeleton lines={8} label={`Reading ${path}`} /></div>
  const byPage = new Map(pages.map((at, i) => [at, answers[i]?.data?.rows]))
  const cellsOf = (row: number) => (byPage.get(Math.floor(row / page)) ?? (row < page ? first.data.rows : undefined))?.[row % page]
  const need = ({ from, to }: { readonly from: number; readonly to: number }) => {
    const wanted = Array.from({ length: Math.ceil(to / page) - Math.floor(from / page) }, (_, i) => Math.floor(from / page) + i)
    if (wanted.some((at) => !pages.includes(at))) setPages([...new Set([...wanted, ...pages])].slice(0, most))
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="bar slim">{head}<span>{first.data.total.toLocaleString('en-US')} {first.data.total === 1 ? 'row' : 'rows'} · {first.data.columns.length} columns{first.data.unread.total === 0 && ' · all rows'}</span></div>
      {first.data.unread.total > 0 && <p role="status" className="border-b border-line bg-warn-soft px-3 py-2 text-s">{unreadWords(first.data.unread)}</p>}
      <div className="min-h-0 flex-1">
        <DataGrid
          label={path} columns={first.data.columns.map(gridColumn)} rowCount={first.data.total} version={answers.reduce((sum, { dataUpdatedAt }) => sum + dataUpdatedAt, pages.length)}
          cellsOf={cellsOf} selection={selection} onSelect={setSelection} onNeed={need} onColumnsChange={setLayout} {...(layout ? { layout } : {})}
        />
      </div>
    </div>
  )
}

function gridColumn({ name, type }: { readonly name: string; readonly type: string }, i: number): GridColumn {
  return { id: `c${i}`, name, type, family: familyOf(type) }
}

function familyOf(type: string): GridFamily {
  if (/INT/.test(type)) return 'integer'
  if (type.startsWith('DECIMAL')) return 'decimal'
  if (/^(DOUBLE|FLOAT|REAL)/.test(type)) return 'number'
  if (type === 'BOOLEAN') return 'boolean'
  if (type === 'DATE') return 'date'
  if (type.startsWith('TIMESTAMP')) return 'timestamp'
  return type === 'VARCHAR' ? 'text' : 'other'
}
