import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { jobs } from '#areas/jobs/contract.ts'
import type { GridHandle, GridLayout } from '#kit/grid/types.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Progress } from '#kit/Progress.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { useCommand } from '#wire/ask.ts'
import type { Wait } from '../../contract.ts'
import type { Open } from '../Dialogs.tsx'
import { useBench } from '../session/bench.ts'
import { FilterBar } from './FilterBar.tsx'
import { FindBar } from './FindBar.tsx'
import { RecipeGrid } from './RecipeGrid.tsx'
import { useRows } from './useRows.ts'

interface Props {
  readonly layout: GridLayout
  readonly setLayout: (layout: GridLayout) => void
  readonly finding: boolean
  readonly onFinding: (finding: boolean) => void
  readonly onOpen: (open: Open) => void
  readonly onPane: (pane: 'profile' | 'cell') => void
  readonly row: number | undefined
  readonly onRow: (row: number) => void
  /** Columns of the recipe that the data set no longer has. */
  readonly missing: readonly string[]
  readonly grid: RefObject<GridHandle | null>
}

/** Filter bar, table and what they wait for. */
export function GridArea({ layout, setLayout, finding, onFinding, onOpen, onPane, row, onRow, missing, grid }: Props) {
  const { shown, view, columns, preview, cell } = useBench()
  const { rows, ready, busy, stale, error, retry, setNeed } = useRows({ recipe: shown, view, draft: preview?.step.id, columns })
  const cancel = useCommand(jobs.cancel)
  const [active, setActive] = useState<number>()
  useSettledRow(active, onRow)
  const close = () => {
    onFinding(false)
    grid.current?.focus()
  }
  const found = (at: number, column: string) => {
    grid.current?.goToRow(at)
    setTimeout(() => grid.current?.goToColumn(column), 30)
  }
  return (
    <section className="wr-main" aria-label="Rows">
      <FilterBar rows={rows} busy={busy} onFilter={() => onOpen({ dialog: 'filter', column: cell?.column })} onCancelJob={(id) => cancel.mutate({ id })} />
      {missing.length > 0 && <div className="px-3 py-2"><ProblemNote error={missingWords(missing)} /></div>}
      {error && <div className="px-3 py-2"><ProblemNote error={error} onRetry={retry} /></div>}
      {finding && <FindBar from={cell?.row ?? -1} onFound={found} onClose={close} />}
      <div className="wr-grid" data-stale={stale}>
        {ready && <RecipeGrid ref={grid} rows={ready} setNeed={setNeed} layout={layout} setLayout={setLayout} startRow={row} onRow={setActive} onFilter={(column) => onOpen({ dialog: 'filter', column })} onFind={() => onFinding(true)} onGoTo={() => onOpen({ dialog: 'row' })} onPane={onPane} />}
        {!ready && !error && <FirstRows wait={rows?.wait ?? null} />}
      </div>
    </section>
  )
}

function FirstRows({ wait }: { readonly wait: Wait | null }) {
  return (
    <div className="p-4 flex flex-col gap-3">
      <Progress label={wait?.reason ?? 'Reading the first rows'} done={wait?.progress ?? undefined} />
      <Skeleton lines={12} height={18} label="Reading the first rows" />
    </div>
  )
}

function missingWords(missing: readonly string[]): string {
  const [columns, them] = missing.length === 1 ? ['the column', 'it'] : ['the columns', 'them']
  return `The data set no longer has ${columns} ${missing.map((name) => `“${name}”`).join(', ')}. Steps that use ${them} say so and can be mended.`
}

/** Tells the row once one has stayed on it. */
function useSettledRow(row: number | undefined, tell: (row: number) => void): void {
  const latest = useRef(tell)
  useEffect(() => { latest.current = tell })
  useEffect(() => {
    if (row === undefined) return
    const timer = setTimeout(() => latest.current(row), 500)
    return () => clearTimeout(timer)
  }, [row])
}
