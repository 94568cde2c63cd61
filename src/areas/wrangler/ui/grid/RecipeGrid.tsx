import { useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { Ref } from 'react'
import { given } from '#lib/given.ts'
import { DataGrid } from '#kit/DataGrid.tsx'
import { useDesk } from '#kit/desk.ts'
import { nothingSelected } from '#kit/grid/selection.ts'
import type { Area, CopyFormat, GridHandle, GridLayout, Selection } from '#kit/grid/types.ts'
import { MenuAt } from '#kit/MenuAt.tsx'
import type { MenuEntry } from '#kit/menu-entry.ts'
import { placed } from '#kit/grid/layout.ts'
import { familyOf } from '../../domain/columns.ts'
import { stoodOf } from '../../domain/stood.ts'
import { viewOver, withSortPressed } from '../../domain/view-params.ts'
import { useBench } from '../session/bench.ts'
import { ColumnHead } from './ColumnHead.tsx'
import { columnMenu } from './column-menu.ts'
import { copyRows } from './copy-rows.ts'
import { cellMenu } from './cell-menu.ts'
import type { Rows } from './rows.ts'
import type { useRows } from './useRows.ts'

interface Props {
  readonly rows: Rows
  readonly setNeed: ReturnType<typeof useRows>['setNeed']
  readonly layout: GridLayout
  readonly setLayout: (layout: GridLayout) => void
  readonly startRow: number | undefined
  readonly onRow: (row: number) => void
  readonly onFilter: (column: string | undefined) => void
  readonly onFind: () => void
  readonly onGoTo: () => void
  readonly onPane: (pane: 'profile' | 'cell') => void
  readonly ref: Ref<GridHandle>
}

/** The rows after a step with their heads; the steps' own marks are on the cells. */
export function RecipeGrid({ rows, setNeed, layout, setLayout, startRow, onRow, onFilter, onFind, onGoTo, onPane, ref }: Props) {
  const { view, setView, startDraft, look, before, preview, dataset } = useBench()
  const desk = useDesk()
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const [menu, setMenu] = useState<{ readonly at: DOMRect; readonly items: readonly MenuEntry[]; readonly label: string }>()
  const inner = useRef<GridHandle>(null)
  useImperativeHandle(ref, () => ({
    goToRow: (row: number) => inner.current?.goToRow(row),
    goToColumn: (id: string) => inner.current?.goToColumn(id),
    firstRow: () => inner.current?.firstRow() ?? 0,
    shift: (by: number) => inner.current?.shift(by),
    focus: () => inner.current?.focus(),
  }))
  const began = useRef(false)
  useEffect(() => {
    if (began.current || rows.rowCount === 0) return
    began.current = true
    if (document.activeElement?.matches('[data-panel]')) inner.current?.focus()
    if (startRow !== undefined && startRow < rows.rowCount) inner.current?.goToRow(startRow)
  }, [rows.rowCount, startRow])

  const { had: old } = stoodOf({ op: preview?.step.op, before, after: rows.columns })
  const columns = rows.columns.map(({ id, name, type }) => ({ id, name, type, family: familyOf(type), ...given({ letters: rows.letters.get(id) }), ...(preview && before.length > 0 && !old.has(id) ? { badge: 'new' } : {}) }))
  const byId = new Map(rows.columns.map((column) => [column.id, column]))
  const select = (next: Selection) => {
    setSelection(next)
    const { active } = next
    if (!active) return
    const id = placed(columns, layout, Infinity).columns[active.col]?.column.id
    const row = rows.rowOf(active.row)
    look(id, id && row ? { row: active.row, rid: row.rid, column: id } : undefined)
    onRow(active.row)
  }
  const copy = async (format: CopyFormat, areas: readonly Area[]) => {
    try {
      const { text, rows: count, cut } = await copyRows({ recipe: rows.recipe, view: rows.view, columns: rows.columns, areas, format })
      await navigator.clipboard.writeText(text)
      desk.notify({ kind: cut ? 'warn' : 'good', text: cut ? `Copied the first ${count.toLocaleString('en-US')} rows; the clipboard takes no more. Export the rest as a file.` : `Copied ${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'} as ${format.toUpperCase()}.` })
    } catch (error) {
      desk.notify({ kind: 'bad', text: error instanceof Error ? error.message : 'The cells could not be copied.' })
    }
  }
  const seen = viewOver(view, rows.columns)
  const drawHead = ({ id }: { readonly id: string }) => {
    const column = byId.get(id)
    return column ? <ColumnHead column={column} recipe={rows.recipe} view={seen} setView={setView} /> : null
  }
  const headMenu = (id: string, at: DOMRect) => {
    const column = byId.get(id)
    if (column) setMenu({ at, label: `Column ${column.name}`, items: columnMenu({ column, layout, setLayout, view, setView, startDraft, onFilter: () => onFilter(id), onProfile: () => { look(id); onPane('profile') } }) })
  }
  const openCellMenu = (row: number, id: string, at: DOMRect) => {
    const column = byId.get(id)
    const index = rows.columns.findIndex((one) => one.id === id)
    const found = rows.rowOf(row)
    if (!column || !found) return
    const areas = placed(columns, layout, Infinity)
    const ranges = selection.ranges.map(({ top, bottom, left, right }) => ({ from: top, to: bottom + 1, columns: areas.columns.slice(left, right + 1).map((one) => one.column.id) }))
    setMenu({ at, label: `Cell of ${column.name}`, items: cellMenu({ column, value: found.cells[index], rid: found.rid, view, setView, startDraft, onCopy: (format) => void copy(format, ranges), onInspect: () => onPane('cell') }) })
  }
  return (
    <>
      <DataGrid
        ref={inner} label={`Rows of ${dataset}`} columns={columns} layout={layout} rowCount={rows.rowCount} version={rows.version}
        widestLabel={rows.most.toLocaleString('en-US')}
        cellsOf={(row) => rows.rowOf(row)?.cells} marks={rows.markOf}
        head={drawHead}
        sort={view.sort.map(({ column, descending }) => ({ columnId: column, descending }))}
        selection={selection} onSelect={select} onNeed={setNeed}
        onSort={(id, additive) => setView({ ...view, sort: withSortPressed(view.sort, id, additive) })}
        onHeaderMenu={headMenu} onCellMenu={openCellMenu} onColumnsChange={setLayout}
        onInspect={() => onPane('cell')} onCopy={(format, areas) => void copy(format, areas)} onFind={onFind} onGoTo={onGoTo}
        empty={<p className="text-s text-ink-2">{view.filter.length > 0 ? 'No row fits the filters.' : 'No rows are left.'}</p>}
      />
      {menu && <MenuAt x={menu.at.left} y={menu.at.bottom} items={menu.items} label={menu.label} onClose={() => { setMenu(undefined); inner.current?.focus() }} />}
    </>
  )
}
