import type { Drawn, RowState } from '#kit/grid/types.ts'
import { classColour } from '#kit/plot/palette.ts'
import { groupLabel } from '../../domain/group-runs.ts'
import type { TableRow } from '../../domain/query.ts'
import { placesOf } from '../../domain/places.ts'
import { askedColumns } from '../../domain/shown-column.ts'
import type { ShownColumn } from '../../domain/shown-column.ts'
import { useValue } from '../useValue.ts'
import { useBench } from '../view/bench.ts'
import { groupBaseline, useBaseline } from '../view/useBaseline.ts'
import { drawDelta, drawName, drawSpark, drawTick, drawValue, numberIn } from './draw-cells.ts'
import { runsOfRow, tickOf } from './row-runs.ts'
import { useSparks } from './useSparks.ts'
import type { Table } from './useTable.ts'

const there: readonly string[] = []

/** How every row and cell of the table is painted. */
export function useRowDrawing({ table, shown, numeric }: { readonly table: Table; readonly shown: readonly ShownColumn[]; readonly numeric: readonly boolean[] }) {
  const { state, linked, runs } = useBench()
  const { rows } = table
  const hovered = useValue(linked.hovered)
  const selected = new Set(useValue(linked.selected))
  const base = useBaseline(state, askedColumns(shown.filter(({ kind }) => kind === 'delta')))
  const { sparkOf } = useSparks([...new Set(shown.filter(({ kind }) => kind === 'spark').map(({ column }) => column.key))], rows, (row) => runsOfRow(row, runs))
  const at = new Map((rows?.columns ?? []).map((column, i) => [column, i]))
  const pinned = new Set(state.pinned)
  const now = rows?.now ?? 0
  const places = new Map(shown.filter(({ kind, column }) => kind === 'value' && column.family === 'metrics').map(({ of }) => [of, placesOf((rows?.pages ?? []).flatMap((page) => page.rows.flatMap((row) => numberIn(row, at.get(of) ?? -1) ?? [])))]))
  const flat = !(rows?.pages ?? []).some((page) => page.rows.some(table.opens))

  const colourOf = (row: TableRow) => (row.kind === 'group' ? runs.colourOfGroup(row.values) : (runs.byId.get(row.id)?.colour ?? classColour(row.ordinal % 7)))
  const isBase = (row: TableRow) => state.baseline !== null && (row.kind === 'run' ? row.id : groupBaseline(row.values)) === state.baseline

  function name(row: TableRow): Drawn {
    const tint = row.kind === 'run' && state.group.length > 0 ? `color-mix(in oklab, ${colourOf(row)} 68%, var(--surface))` : colourOf(row)
    return drawName(row, { name: row.kind === 'run' ? row.name : groupLabel(state.group, row.values), flat, colour: tint, pinned: row.kind === 'run' && pinned.has(row.id), baseline: isBase(row), hidden: row.kind === 'run' && runs.hidden.has(row.id), opens: table.opens(row) })
  }

  function cell(row: TableRow, column: ShownColumn, numericColumn: boolean): Drawn | undefined {
    if (column.kind === 'spark') return drawSpark(sparkOf(column.column.key, row), { colour: colourOf(row), metric: column.column.key })
    const index = at.get(column.of)
    if (index === undefined) return undefined
    if (column.kind === 'delta') return drawDelta(column.column.key, numberIn(row, index), base.valueOf(column.of), isBase(row))
    return drawValue(column, row, { index, now, numeric: numericColumn, places: places.get(column.of) })
  }

  return {
    cellsOf: (row: number) => (rows?.rowAt(row) ? there : undefined),
    drawn: (row: number, index: number): Drawn | undefined => {
      const found = rows?.rowAt(row)
      const column = shown[index - 1]
      if (!found) return undefined
      return column ? cell(found, column, numeric[index - 1] ?? false) : name(found)
    },
    drawnLabel: (row: number): Drawn => {
      const found = rows?.rowAt(row)
      return found ? drawTick(tickOf(runsOfRow(found, runs), selected)) : { key: '', nodes: () => [] }
    },
    rowState: (row: number): RowState | undefined => {
      const found = rows?.rowAt(row)
      if (!found) return undefined
      const tick = tickOf(runsOfRow(found, runs), selected)
      const look = [found.kind === 'group' ? 'rn-grp' : '', hovered !== undefined && hovered === table.hoverId(found) ? 'hov' : '', tick === 'on' ? 'on' : '', found.kind === 'run' && runs.hidden.has(found.id) ? 'away' : '', found.kind === 'run' && found.stage === 'deleted' ? 'gone' : ''].filter(Boolean).join(' ')
      return { look, level: found.depth + 1, selected: tick === 'on', ...(table.opens(found) ? { open: found.open } : {}) }
    },
  }
}
