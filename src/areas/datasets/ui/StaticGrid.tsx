import { useState } from 'react'
import type { ReactNode } from 'react'
import { DataGrid } from '#kit/DataGrid.tsx'
import { emptyLayout } from '#kit/grid/layout.ts'
import { nothingSelected } from '#kit/grid/selection.ts'
import type { GridColumn, GridLayout } from '#kit/grid/types.ts'
import type { FieldShape } from '../domain/dataset.ts'
import { gridColumns } from './words.ts'

/** A few rows that are all here. */
export function StaticGrid({ label, columns, rows, version, empty }: { readonly label: string; readonly columns: readonly FieldShape[]; readonly rows: readonly (readonly unknown[])[]; readonly version: number; readonly empty?: ReactNode }) {
  const [selection, setSelection] = useState(nothingSelected)
  const [chosen, setLayout] = useState<GridLayout>()
  const heads = gridColumns(columns)
  const layout = chosen ?? { ...emptyLayout, widths: widthsOf(heads, rows) }
  return (
    <DataGrid
      label={label} columns={heads} rowCount={rows.length} version={version} cellsOf={(row) => rows[row]} selection={selection} onSelect={setSelection}
      onNeed={() => {}} onColumnsChange={setLayout} layout={layout} {...(empty ? { empty } : {})}
    />
  )
}

/** As wide as the longest of the rows' texts needs, within reason; a column whose texts are short keeps its usual width. */
function widthsOf(columns: readonly GridColumn[], rows: readonly (readonly unknown[])[]): Record<string, number> {
  return Object.fromEntries(columns.flatMap(({ id, name, family }, at) => {
    if (family !== 'text') return []
    const longest = Math.max(0, ...rows.map((row) => { const cell = row[at]; return typeof cell === 'string' ? cell.length : 0 }))
    return longest > 15 ? [[id, Math.min(420, Math.max(Math.ceil(longest * 7.2 + 26), Math.ceil(name.length * 7.2 + 66)))] as const] : []
  }))
}
