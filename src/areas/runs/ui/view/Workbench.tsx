import { useRef, useState } from 'react'
import { useDesk } from '#kit/desk.ts'
import type { PanelProps } from '#kit/desk.ts'
import type { GridHandle } from '#kit/grid/types.ts'
import { Board } from '../board/Board.tsx'
import { Dialogs } from '../dialogs/Dialogs.tsx'
import { openLinked } from '../linked.ts'
import { RunsTable } from '../table/RunsTable.tsx'
import { useTable } from '../table/useTable.ts'
import { BenchContext } from './bench.ts'
import type { Asking, Bench, FlyoutName } from './bench.ts'
import { BrushBar } from './BrushBar.tsx'
import { HeadBar } from './HeadBar.tsx'
import { Split } from './Split.tsx'
import { TableFoot } from './TableFoot.tsx'
import { useCardRuns } from './useCardRuns.ts'
import type { OpenedView } from './useOpenedView.ts'
import { useOpenRows } from './useOpenRows.ts'
import { useRunsAnswers } from './useRunsAnswers.ts'
import { useSavedView } from './useSavedView.ts'
import { useViewState } from './useViewState.ts'

interface Props extends PanelProps {
  readonly opened: OpenedView
  readonly title: string
  readonly experiments: ReadonlyMap<string, string>
  readonly running: number
}

/** What is shared by table and cards, and both beside each other. */
export function Workbench({ opened, title, experiments, running, ...panel }: Props) {
  const { params, setParams } = panel
  const [linked] = useState(openLinked)
  const [asking, setAsking] = useState<Asking>()
  const [flyout, setFlyout] = useState<FlyoutName>()
  const hands = useViewState({ base: opened.base, text: params['state'] ?? '', onText: (state) => setParams({ state }) })
  const runs = useCardRuns(hands.state)
  const rows = useOpenRows(params['open'], (open) => setParams({ open }))
  const bench: Bench = { ...hands, ...rows, keys: opened.keys, guess: opened.guess, linked, runs, experiments, running, ask: setAsking, flyout, setFlyout }
  return (
    <BenchContext value={bench}>
      <View {...panel} opened={opened} title={title} bench={bench} asking={asking} onAsked={() => setAsking(undefined)} />
    </BenchContext>
  )
}

interface ViewProps extends PanelProps { readonly opened: OpenedView; readonly title: string; readonly bench: Bench; readonly asking: Asking | undefined; readonly onAsked: () => void }

function View({ opened: { view }, title, bench, asking, onAsked, active, params, setParams }: ViewProps) {
  const { state, change, linked } = bench
  const desk = useDesk()
  const table = useTable()
  const grid = useRef<GridHandle>(null)
  const root = useRef<HTMLDivElement>(null)
  const [row, setRow] = useState<number>()
  const saved = useSavedView({ view, state, setParams, params, onSaved: bench.reset })
  const compare = () => desk.open('runsCompare', { runs: linked.selected.get().slice(0, 50).join(',') })
  const register = () => {
    const [run] = linked.selected.get()
    if (run !== undefined) desk.open('register', { run })
  }
  useRunsAnswers(active, { bench, table, row, view, saved, root, grid, compare, register })
  return (
    <div ref={root} className="panel rn">
      <HeadBar name={title} view={view} table={table} onSave={() => void saved.save()} onShare={saved.share} onCompare={compare} onRegister={register} />
      <BrushBar />
      <Split
        share={state.split} onShare={(split) => change({ split }, 'split')}
        first={<><RunsTable ref={grid} table={table} onActive={setRow} /><TableFoot /></>}
        second={<Board />}
      />
      {asking && <Dialogs asking={asking} view={view} name={title} acts={{ saveAs: saved.saveAs, rename: saved.rename, drop: saved.drop }} onClose={onAsked} />}
    </div>
  )
}
