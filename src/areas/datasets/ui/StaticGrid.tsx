import { useState } from 'react'
import type { ReactNode } from 'react'
import { DataGrid } from '#kit/DataGrid.tsx'
import { nothingSelected } from '#kit/grid/selection.ts'
import type { GridLayout } from '#kit/grid/types.ts'
import type { FieldShape } from '../domain/dataset.ts'
import { gridColumns } from './words.ts'

/** A few rows that are all here. */
export function StaticGrid({ label, columns, rows, version, empty }: { readonly label: string; readonly columns: readonly FieldShape[]; readonly rows: readonly (readonly unknown[])[]; readonly version: number; readonly empty?: ReactNode }) {
  const [selection, setSelection] = useState(nothingSelected)
  const [layout, setLayout] = useState<GridLayout>()
  return (
    <DataGrid
      label={label} columns={gridColumns(columns)} rowCount={rows.length} version={version} cellsOf={(row) => rows[row]} selection={selection} onSelect={setSelection}
      onNeed={() => {}} onColumnsChange={setLayout} {...(layout ? { layout } : {})} {...(empty ? { empty } : {})}
    />
  )
}
