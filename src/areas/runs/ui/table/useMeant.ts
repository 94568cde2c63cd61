import { Filter, FilterX } from 'lucide-react'
import type { MenuEntry } from '#kit/menu-entry.ts'
import type { CellValue, TableRow } from '../../domain/query.ts'
import { askedColumns, headOf, shownColumns } from '../../domain/shown-column.ts'
import type { ShownColumn } from '../../domain/shown-column.ts'
import { runMenu } from '../acts/run-menu.ts'
import { useRunActs } from '../acts/useRunActs.ts'
import { sameValue, withTerm } from '../filter/term.ts'
import { useBench } from '../view/bench.ts'
import { groupBaseline } from '../view/useBaseline.ts'
import { runsOfRow } from './row-runs.ts'

/** Which runs an act on a row means (all ticked ones where the row is ticked), and what the view does to them. */
export function useMeant() {
  const { state, change, linked, runs, ask } = useBench()
  const acts = useRunActs()

  function meantBy(row: TableRow | undefined): readonly string[] {
    const ticked = linked.selected.get()
    const own = row ? runsOfRow(row, runs) : []
    return row === undefined || own.some((id) => ticked.includes(id)) ? ticked : own
  }

  const onPin = (ids: readonly string[], on: boolean) => change({ pinned: on ? [...new Set([...state.pinned, ...ids])].slice(0, 200) : state.pinned.filter((id) => !ids.includes(id)) })
  const onHide = (ids: readonly string[], on: boolean) => change({ hidden: on ? [...new Set([...state.hidden, ...ids])].slice(0, 2000) : state.hidden.filter((id) => !ids.includes(id)) })
  const remove = (ids: readonly string[]) => {
    linked.selected.change((now) => now.filter((id) => !ids.includes(id)))
    void acts.remove(ids)
  }
  /** A first baseline brings its column of differences. */
  const onBaseline = (id: string | null) => {
    const metric = shownColumns(state.columns).find(({ kind, column }) => kind === 'value' && column.family === 'metrics')
    const shows = state.columns.some((text) => text.startsWith('delta:'))
    const columns = id !== null && metric && !shows ? state.columns.toSpliced(state.columns.indexOf(metric.text) + 1, 0, `delta:${metric.of}`) : id === null ? state.columns.filter((text) => !text.startsWith('delta:')) : state.columns
    change({ baseline: id, columns: [...columns] })
  }

  function menuOf(row: TableRow, shown: ShownColumn | undefined): readonly MenuEntry[] {
    const ids = meantBy(row)
    const baseline = row.kind === 'run' ? row.id : groupBaseline(row.values)
    const hands = {
      acts: { ...acts, remove: (gone: readonly string[]) => { remove(gone); return Promise.resolve(true) } }, onPin, onHide,
      onBaseline: (on: boolean) => onBaseline(on ? baseline : null),
      onlyThese: (only: readonly string[]) => change({ hidden: [...runs.byId.keys()].filter((id) => !only.includes(id)).slice(0, 2000) }),
      onRename: () => ask({ dialog: 'rename', run: row.id, name: row.kind === 'run' ? row.name : row.label }),
      onTag: () => ask({ dialog: 'tag', runs: ids }), onNote: () => ask({ dialog: 'note', runs: ids }),
      onStop: (job: string) => ask({ dialog: 'stop', job, name: meant.name, started: row.kind === 'run' && row.status === 'RUNNING' }),
    }
    const meant = {
      ids, name: row.kind === 'run' ? row.name : row.label, deleted: row.kind === 'run' && row.stage === 'deleted',
      pinned: ids.length > 0 && ids.every((id) => state.pinned.includes(id)), hidden: ids.length > 0 && ids.every((id) => runs.hidden.has(id)), baseline: state.baseline === baseline,
      running: row.kind === 'group' ? row.running > 0 : ids.length > 1 || row.status === 'RUNNING' || row.status === 'SCHEDULED',
      job: row.kind === 'run' && ids.length === 1 ? row.job : null,
    }
    return [...filterItems(row, shown), ...runMenu(meant, hands)]
  }

  function filterItems(row: TableRow, shown: ShownColumn | undefined): readonly MenuEntry[] {
    if (!shown || shown.kind !== 'value') return []
    const index = askedColumns(shownColumns(state.columns)).indexOf(shown.of)
    const value = valueIn(row, index)
    if (value === undefined) return []
    const add = (not: boolean) => () => change({ filter: withTerm(state.query.filter, sameValue(shown.of, value, not)) })
    return [
      { id: 'with', label: `Only ${headOf(shown)} = ${value ?? 'none'}`, icon: Filter, run: add(false) },
      { id: 'without', label: `Without ${headOf(shown)} = ${value ?? 'none'}`, icon: FilterX, run: add(true) },
      { kind: 'line' },
    ]
  }

  return { acts, meantBy, menuOf, remove, onPin, onHide, onBaseline, rename: (run: string, name: string) => { ask({ dialog: 'rename', run, name }); return true } }
}

function valueIn(row: TableRow, index: number): CellValue | undefined {
  if (row.kind === 'run') return row.cells[index]
  const cell = row.cells[index]
  return cell && cell.same !== null ? cell.same : undefined
}
