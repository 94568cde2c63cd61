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
import { useAnswers } from './session/useAnswers.ts'
import { useBenchState } from './session/useBenchState.ts'
import type { Opened } from './session/useOpened.ts'
import { useRecipe } from './session/useRecipe.ts'
import { SidePanes } from './side/SidePanes.tsx'
import type { Pane } from './side/SidePanes.tsx'
import { answersOf } from './answers.ts'
import { WranglerBar } from './WranglerBar.tsx'

/** The table, its recipe and what is known of both. */
export function Workbench({ opened, params, setParams, setDirty, active, onPath }: PanelProps & { readonly opened: Opened; readonly onPath: (path: string) => void }) {
  const desk = useDesk()
  const state = useRecipe(opened)
  const bench = useBenchState({ opened, state, params, setParams })
  const grid = useRef<GridHandle>(null)
  const recipePane = useRef<HTMLElement>(null)
  const [open, setOpen] = useState<Open>()
  const [finding, setFinding] = useState(false)
  const [pane, setPane] = useState<Pane | undefined>('code')
  const [side, setSide] = useState(true)
  const history = useQuery({ ...asking(datasets.history, { dataset: bench.dataset }), staleTime: 5000 })
  const next = Math.max(bench.version, ...(history.data ?? []).map(({ version }) => version)) + 1
  const { layout, setLayout } = useLayout(params['layout'], (text) => setParams({ layout: text }))
  const { path } = state
  const told = params['path'] ?? null
  useEffect(() => { if (path !== null && path !== told) onPath(path) }, [path, told, onPath])
  const unsaved = state.dirty || state.problem !== undefined || bench.draft !== undefined
  useEffect(() => setDirty(unsaved), [unsaved, setDirty])

  const place = path === null ? { dataset: bench.dataset, version: String(bench.version) } : { path }
  const look = { ...place, ...(params['view'] ? { view: params['view'] } : {}), ...(bench.at ? { step: bench.at } : {}) }
  const show = (next_: Pane) => {
    setSide(true)
    setPane(next_)
  }
  useAnswers(active, answersOf({
    bench, open: setOpen, find: () => setFinding(true), show, toggleCode: () => (side && pane === 'code' ? setPane(undefined) : show('code')),
    toggleRecipe: () => setSide(!side), focusGrid: () => grid.current?.focus(), focusRecipe: () => { setSide(true); setTimeout(() => focusFirst(recipePane.current), 0) },
    report: () => desk.open('wranglerReport', look), analyse: () => desk.open('wranglerAnalysis', { ...look, kind: 'summary' }),
  }))

  return (
    <BenchContext value={bench}>
      <div className="panel wr" data-side={side ? 'shown' : 'hidden'}>
        <WranglerBar opened={opened} saving={state.busy} next={next} side={side} onSide={() => setSide(!side)} layout={layout} setLayout={setLayout} onOpen={setOpen} look={look} />
        {state.problem && <ConflictBar problem={state.problem} path={path} onTheirs={state.takeTheirs} onCopy={state.keepCopy} onRetry={state.retry} />}
        <div className="wr-body">
          <GridArea ref={grid} layout={layout} setLayout={setLayout} finding={finding} onFinding={setFinding} onOpen={setOpen} onPane={show} row={rowOf(params['row'])} onRow={(row) => setParams({ row: row === 0 ? '' : String(row + 1) })} missing={opened.missing} />
          {side && (
            <aside ref={recipePane} className="wr-side" aria-label="Recipe and figures" data-pane={pane === undefined ? 'none' : 'shown'}>
              <RecipePane path={path} onAdd={() => setOpen({ dialog: 'add' })} onOpen={(file) => desk.open('wrangler', { path: file })} />
              <SidePanes pane={pane} onPane={setPane} path={path} />
            </aside>
          )}
        </div>
        {open && <Dialogs open={open} path={path} next={next} onClose={() => { setOpen(undefined); if (open.dialog === 'row') grid.current?.focus() }} onGo={(row) => grid.current?.goToRow(row)} />}
      </div>
    </BenchContext>
  )
}

function rowOf(text: string | undefined): number | undefined {
  const row = Number(text)
  return text !== undefined && Number.isInteger(row) && row > 0 ? row - 1 : undefined
}

function focusFirst(pane: HTMLElement | null): void {
  (pane?.querySelector<HTMLElement>('.wr-stepmain[aria-current]') ?? pane?.querySelector<HTMLElement>('button.wr-stepmain, button'))?.focus()
}
