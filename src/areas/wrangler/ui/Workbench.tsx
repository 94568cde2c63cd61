import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { datasets } from '#areas/datasets/contract.ts'
import type { PanelProps } from '#kit/desk.ts'
import { useDesk } from '#kit/desk.ts'
import type { GridHandle } from '#kit/grid/types.ts'
import { asking } from '#wire/ask.ts'
import { ConflictBar } from './ConflictBar.tsx'
import { Dialogs } from './Dialogs.tsx'
import type { Open } from './Dialogs.tsx'
import { GridArea } from './grid/GridArea.tsx'
import { useLayout } from './grid/useLayout.ts'
import { RecipePane } from './recipe/RecipePane.tsx'
import { BenchContext } from './session/bench.ts'
import type { Bench } from './session/bench.ts'
import { useBenchState } from './session/useBenchState.ts'
import { useFollowFile } from './session/useFollowFile.ts'
import type { Opened } from './session/useOpened.ts'
import { useRecipe } from './session/useRecipe.ts'
import { SidePanes } from './side/SidePanes.tsx'
import type { Pane } from './side/SidePanes.tsx'
import { useWranglerAnswers } from './useWranglerAnswers.ts'
import { WranglerBar } from './WranglerBar.tsx'

/** The table, its recipe and what is known of both. */
export function Workbench({ opened, params, setParams, setDirty, active, onPath }: PanelProps & { readonly opened: Opened; readonly onPath: (path: string) => void }) {
  const desk = useDesk()
  const state = useRecipe(opened)
  const bench = useBenchState({ opened, state, params, setParams })
  useFollowFile(state, bench.draft !== undefined)
  const grid = useRef<GridHandle>(null)
  const aside = useRef<HTMLElement>(null)
  const [open, setOpen] = useState<Open>()
  const [finding, setFinding] = useState(false)
  const { pane, setPane } = usePane(bench.draft?.step.id)
  const [side, setSide] = useState(true)
  const next = useNextVersion(bench)
  const { layout, setLayout } = useLayout(params['layout'], (text) => setParams({ layout: text }))
  const { path } = state
  useTold(path, params['path'], onPath)
  useEffect(() => setDirty(state.unsaved || bench.draft !== undefined), [state.unsaved, bench.draft, setDirty])

  const look = { ...(path === null ? { dataset: bench.dataset, version: String(bench.version) } : { path }), view: params['view'] ?? '', step: bench.at ?? '' }
  const show = (wanted: Pane) => {
    setSide(true)
    setPane(wanted)
  }
  const close = () => {
    setOpen(undefined)
    if (open?.dialog === 'row') grid.current?.focus()
  }
  useWranglerAnswers(active, {
    bench, open: setOpen, find: () => setFinding(true), show, toggleCode: () => (side && pane === 'code' ? setPane(undefined) : show('code')),
    toggleRecipe: () => setSide(!side), report: () => desk.open('wranglerReport', look), analyse: () => desk.open('wranglerAnalysis', { ...look, kind: 'summary' }),
    focusGrid: () => grid.current?.focus(),
    focusRecipe: () => {
      setSide(true)
      setTimeout(() => focusFirst(aside.current), 0)
    },
  })

  return (
    <BenchContext value={bench}>
      <div className="panel wr">
        <WranglerBar saving={state.busy} next={next} side={side} onSide={() => setSide(!side)} layout={layout} setLayout={setLayout} onOpen={setOpen} look={look} />
        {state.problem && <ConflictBar problem={state.problem} path={path} onTheirs={state.takeTheirs} onCopy={state.keepCopy} onRetry={state.retry} />}
        <div className="wr-body">
          <GridArea grid={grid} layout={layout} setLayout={setLayout} finding={finding} onFinding={setFinding} onOpen={setOpen} onPane={show} row={rowOf(params['row'])} onRow={(row) => setParams({ row: row === 0 ? '' : String(row + 1) })} missing={opened.missing} />
          {side && (
            <aside ref={aside} className="wr-side" aria-label="Recipe and figures" data-pane={pane ?? 'none'}>
              <RecipePane path={path} onAdd={() => setOpen({ dialog: 'add' })} onOpen={(file) => desk.open('wrangler', { path: file })} />
              <SidePanes pane={pane} onPane={setPane} path={path} />
            </aside>
          )}
        </div>
        {open && <Dialogs open={open} path={path} next={next} onClose={close} onGo={(row) => grid.current?.goToRow(row)} />}
      </div>
    </BenchContext>
  )
}

/** The pane below the recipe. What stood open before a form began is folded while the form is, which needs the room. */
function usePane(form: string | undefined) {
  const [chosen, setChosen] = useState<{ readonly pane: Pane | undefined; readonly during: string | undefined }>({ pane: 'code', during: undefined })
  const folded = form !== undefined && chosen.during !== form
  return { pane: folded ? undefined : chosen.pane, setPane: (pane: Pane | undefined) => setChosen({ pane, during: form }) }
}

/** The number that the next version of the data set will have. */
function useNextVersion({ dataset, version }: Bench): number {
  const { data } = useQuery({ ...asking(datasets.history, { dataset }), staleTime: 5000 })
  return Math.max(version, ...(data ?? []).map((one) => one.version)) + 1
}

function useTold(path: string | null, known: string | undefined, tell: (path: string) => void): void {
  useEffect(() => { if (path !== null && path !== known) tell(path) }, [path, known, tell])
}

function rowOf(text: string | undefined): number | undefined {
  const row = Number(text)
  return text !== undefined && Number.isInteger(row) && row > 0 ? row - 1 : undefined
}

function focusFirst(aside: HTMLElement | null): void {
  const target = aside?.querySelector<HTMLElement>('.wr-form input, .wr-stepmain[aria-current]') ?? aside?.querySelector<HTMLElement>('.wr-step button.wr-stepmain') ?? aside?.querySelector<HTMLElement>('button')
  target?.focus()
}
