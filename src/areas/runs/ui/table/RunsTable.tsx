import { useRef, useState } from 'react'
import type { Ref } from 'react'
import { Checkbox } from '#kit/Checkbox.tsx'
import { DataGrid } from '#kit/DataGrid.tsx'
import { placed } from '#kit/grid/layout.ts'
import { nothingSelected, selectCell } from '#kit/grid/selection.ts'
import type { GridHandle, GridLayout, Selection } from '#kit/grid/types.ts'
import { MenuAt } from '#kit/MenuAt.tsx'
import type { MenuEntry } from '#kit/menu-entry.ts'
import { groupLabel } from '../../domain/group-runs.ts'
import { shownColumns } from '../../domain/shown-column.ts'
import { useValue } from '../useValue.ts'
import { useBench } from '../view/bench.ts'
import { columnMenu, pressed } from './column-menu.ts'
import { EmptyRows } from './EmptyRows.tsx'
import { StepDialog } from './StepDialog.tsx'
import { tableKeys } from './table-keys.ts'
import type { Table } from './useTable.ts'
import { gridColumns, nameColumn } from './useGridColumns.ts'
import { useKeptPlace } from './useKeptPlace.ts'
import { useRowDrawing } from './useRowDrawing.ts'

interface Opened { readonly at: DOMRect; readonly items: readonly MenuEntry[]; readonly label: string }

/** All runs of the view as rows of a tree; ticks, hover and the pointer's run are one with the cards. */
export function RunsTable({ table, onActive, ref }: { readonly table: Table; readonly onActive: (row: number | undefined) => void; readonly ref: Ref<GridHandle> }) {
  const { state, change, keys, linked, runs } = useBench()
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const [menu, setMenu] = useState<Opened>()
  const [stepOf, setStepOf] = useState<string>()
  const grid = useRef<GridHandle>(null)
  const selected = useValue(linked.selected)
  const shown = shownColumns(state.columns)
  const { columns, layout, numeric } = gridColumns(shown, keys, state.widths, state.group.length > 0)
  const drawing = useRowDrawing({ table, shown, numeric })
  const { rows } = table
  const choose = (next: Selection) => {
    setSelection(next)
    onActive(next.active?.row)
    const row = next.active && rows?.rowAt(next.active.row)
    linked.hovered.set(row ? table.hoverId(row) : undefined)
  }
  useKeptPlace(rows, grid, (by) => setSelection((now) => (now.active ? selectCell({ row: Math.max(0, now.active.row + by), col: now.active.col }) : now)))
  const arrange = (next: GridLayout) => {
    const order = placed(columns, next, Infinity).columns.map(({ column }) => column.id).filter((id) => id !== nameColumn)
    const widths = Object.fromEntries(Object.entries(next.widths).filter(([id, width]) => layout.widths[id] !== width || state.widths[id] !== undefined))
    change({ columns: order, widths }, 'columns')
  }
  const headMenu = (id: string, at: DOMRect) => {
    const one = shown.find(({ text }) => text === id)
    if (one) setMenu({ at, label: `Column ${one.column.key}`, items: columnMenu({ shown: one, state, change, onStep: () => setStepOf(one.text) }) })
  }
  const cellMenu = (row: number, id: string, at: DOMRect) => {
    const found = rows?.rowAt(row)
    if (found) setMenu({ at, label: found.kind === 'run' ? `Run ${found.name}` : `Group ${groupLabel(state.group, found.values)}`, items: table.menuOf(found, shown.find(({ text }) => text === id)) })
  }
  const all = runs.shown.length
  return (
    <div className="rn-table" role="presentation" data-stale={table.stale} onKeyDownCapture={(event) => tableKeys(event, { table, selection, choose, nameIsActive: selection.active?.col === 0 })}>
      <DataGrid
        ref={(handle) => { grid.current = handle; assign(ref, handle) }} label="Runs" columns={columns} layout={layout} rowCount={rows?.total ?? 0} version={rows?.version ?? 0} headHeight={28}
        cellsOf={drawing.cellsOf} drawn={drawing.drawn} drawnLabel={drawing.drawnLabel} rowState={drawing.rowState} labelWidth={28}
        labelHead={<Checkbox label={`Choose all ${all} runs`} checked={all > 0 && selected.length >= all} some={selected.length > 0 && selected.length < all} onChange={(on) => linked.selected.set(on ? runs.shown.map(({ id }) => id) : [])} />}
        sort={state.query.order.map(({ column, descending }) => ({ columnId: column, descending }))}
        selection={selection} onSelect={choose} onNeed={table.setNeed}
        onSort={(id, additive) => { const one = shown.find(({ text }) => text === id); if (one) change({ order: pressed(state.query.order, one.of, additive) }) ; else if (id === nameColumn) change({ order: pressed(state.query.order, 'attributes.run_name', additive) }) }}
        onHeaderMenu={headMenu} onCellMenu={cellMenu} onColumnsChange={arrange} onInspect={(row) => table.activate(row)} onCopy={(format, areas) => table.copy(format, areas, shown)}
        onPress={(row, column, event) => table.press(row, column, event)} onHover={(row) => { const found = row === undefined ? undefined : rows?.rowAt(row); linked.hovered.set(found ? table.hoverId(found) : undefined) }}
        empty={rows ? <EmptyRows /> : null}
      />
      {menu && <MenuAt x={menu.at.left} y={menu.at.bottom} items={menu.items} label={menu.label} onClose={() => { setMenu(undefined); grid.current?.focus() }} />}
      {stepOf !== undefined && <StepDialog column={stepOf} onClose={() => setStepOf(undefined)} />}
    </div>
  )
}

function assign(ref: Ref<GridHandle>, handle: GridHandle | null): void {
  if (typeof ref === 'function') ref(handle)
  else if (ref) ref.current = handle
}
