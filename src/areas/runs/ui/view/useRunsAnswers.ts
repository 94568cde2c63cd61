import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { useDesk } from '#kit/desk.ts'
import type { GridHandle } from '#kit/grid/types.ts'
import { usualSplit } from '../../domain/view.ts'
import type { SavedView } from '../../domain/view.ts'
import type { Table } from '../table/useTable.ts'
import { useMeant } from '../table/useMeant.ts'
import type { Bench } from './bench.ts'
import { groupBaseline } from './useBaseline.ts'
import type { useSavedView } from './useSavedView.ts'

interface Hands {
  readonly bench: Bench
  readonly table: Table
  /** The row that the keyboard stands on. */
  readonly row: number | undefined
  readonly view: SavedView | undefined
  readonly saved: ReturnType<typeof useSavedView>
  readonly root: RefObject<HTMLElement | null>
  readonly grid: RefObject<GridHandle | null>
  readonly compare: () => void
  readonly register: () => void
}

/** What the view's commands do, by id. */
export function useRunsAnswers(active: boolean, { bench, table, row, view, saved, root, grid, compare, register }: Hands): void {
  const { state, change, ask, setFlyout, setOpen, runs } = bench
  const { onPin, onHide, onBaseline, remove, acts } = useMeant()
  const here = row === undefined ? undefined : table.rows?.rowAt(row)
  const meant = () => table.meantBy(row)
  const some = (act: (ids: readonly string[]) => void) => () => {
    const ids = meant()
    if (ids.length > 0) act(ids)
  }
  const focus = (selector: string) => root.current?.querySelector<HTMLElement>(selector)?.focus()
  useAnswers(active, {
    'runs.undo': bench.undo, 'runs.redo': bench.redo,
    'runs.save': () => (view ? void saved.save() : ask({ dialog: 'saveAs' })), 'runs.saveAs': () => ask({ dialog: 'saveAs' }), 'runs.share': saved.share,
    'runs.filter': () => focus('.rn-filter input'), 'runs.columns': () => setFlyout('columns'), 'runs.group': () => setFlyout('group'),
    'runs.focusTable': () => grid.current?.focus(), 'runs.focusCards': () => focus('.rn-cardgrip'),
    'runs.compare': compare, 'runs.register': register,
    'runs.rename': () => { if (here) table.rename(here) },
    'runs.note': some((ids) => ask({ dialog: 'note', runs: ids })), 'runs.tag': some((ids) => ask({ dialog: 'tag', runs: ids })),
    'runs.pin': some((ids) => onPin(ids, !ids.every((id) => state.pinned.includes(id)))),
    'runs.hide': some((ids) => onHide(ids, !ids.every((id) => state.hidden.includes(id)))),
    'runs.baseline': () => {
      const id = here && (here.kind === 'run' ? here.id : groupBaseline(here.values))
      if (id !== undefined) onBaseline(state.baseline === id ? null : id)
    },
    'runs.delete': some(remove), 'runs.restore': some((ids) => void acts.restore(ids)),
    'runs.showDeleted': () => change({ stage: state.query.stage === 'active' ? 'all' : 'active' }),
    'runs.clearBrushes': () => change({ brushes: [] }),
    'runs.chooseAll': () => bench.linked.selected.set(runs.shown.map(({ id }) => id)), 'runs.chooseNone': () => bench.linked.selected.set([]),
    'runs.openAll': () => setOpen((table.rows?.pages ?? []).flatMap(({ rows }) => rows.filter(table.opens).map(({ id }) => id))), 'runs.closeAll': () => setOpen([]),
    'runs.tableAlone': () => change({ split: state.split === 1 ? usualSplit : 1 }), 'runs.cardsAlone': () => change({ split: state.split === 0 ? usualSplit : 0 }),
  })
}

function useAnswers(active: boolean, answers: Readonly<Record<string, () => void>>): void {
  const { answer } = useDesk()
  const latest = useRef(answers)
  const ids = Object.keys(answers).join(' ')
  useEffect(() => { latest.current = answers })
  useEffect(() => {
    if (!active) return
    const stops = ids.split(' ').map((id) => answer(id, () => latest.current[id]?.()))
    return () => { for (const stop of stops) stop() }
  }, [active, answer, ids])
}
