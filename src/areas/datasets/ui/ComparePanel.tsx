import { GitCompareArrows, RotateCw } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import type { PanelProps } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { Toolbar } from '#kit/Toolbar.tsx'
import type { Comparison } from '../domain/comparison.ts'
import { ComparedColumn, Key } from './ComparedColumn.tsx'
import { JobNote } from './JobNote.tsx'
import { useComparison } from './useComparison.ts'
import { bytesOf, countOf } from './words.ts'

const orders = [{ id: 'drift', label: 'By drift' }, { id: 'table', label: 'As in the table' }] as const

/** Two versions side by side, the columns that drifted most first. */
export function ComparePanel(props: PanelProps) {
  const { left, right } = props.params
  if (left && right) return <Compared {...props} />
  return <Empty icon={GitCompareArrows} title="Compare two versions" text="Open a data set, tick two versions in its history and press Compare." />
}

function Compared({ params, setParams }: PanelProps) {
  const { job, found, begin, problem, waiting } = useComparison(params, (started) => setParams({ ...params, job: started }))
  const order = params.order === 'table' ? 'table' : 'drift'
  return (
    <div className="flex h-full min-h-0 flex-col" data-view="datasetCompare">
      <Toolbar label="Comparison">
        <h1 className="ttl clip flex items-center gap-3"><Key side="left">{`${params.left} v${params.leftVersion}`}</Key><Key side="right">{`${params.right} v${params.rightVersion}`}</Key></h1>
        {found && <Chip kind="ok">{found.scope} · {(found.ms / 1000).toFixed(1)} s</Chip>}
        <span className="sp" />
        <Segmented label="Order" options={orders} value={order} onChange={(next) => setParams({ ...params, order: next })} />
        <Button variant="ghost" icon={RotateCw} label="Compare again" disabled={waiting} onPress={begin} />
      </Toolbar>
      {problem && <div className="p-4"><ProblemNote error={problem} onRetry={begin} /></div>}
      {job && job.state !== 'done' && <div className="p-4"><JobNote job={job} onRetry={begin} /></div>}
      {waiting && <div className="p-4"><Skeleton lines={8} height={48} label="Comparing" /></div>}
      {found && <Found comparison={found} order={order} open={params.open ?? ''} onOpen={(open) => setParams({ ...params, open })} />}
    </div>
  )
}

function Found({ comparison, order, open, onOpen }: { readonly comparison: Comparison; readonly order: string; readonly open: string; readonly onOpen: (open: string) => void }) {
  const opened = open.split(',').filter(Boolean)
  const toggle = (at: number, on: boolean) => onOpen([...opened.filter((one) => one !== String(at)), ...(on ? [String(at)] : [])].join(','))
  return (
    <div className="min-h-0 flex-1 overflow-auto p-4" role="region" aria-label="Columns compared" tabIndex={0}>
      <Totals comparison={comparison} />
      <ol className="mt-3 flex flex-col gap-2" aria-label="Columns">
        {ordered(comparison, order).map(({ column, at }) => <ComparedColumn key={at} column={column} rows={comparison.rows} open={opened.includes(String(at))} onOpen={(on) => toggle(at, on)} />)}
      </ol>
    </div>
  )
}

const words = { added: 'added', removed: 'removed', type: 'of another type', values: 'with other values', same: 'the same' } as const

function Totals({ comparison: { rows, bytes, columns } }: { readonly comparison: Comparison }) {
  const changes = (['added', 'removed', 'type', 'values', 'same'] as const).map((change) => [change, columns.filter((column) => column.change === change).length] as const).filter(([, count]) => count > 0)
  return (
    <p className="text-s text-ink-2">
      <b className="font-semibold text-ink">{countOf(rows[0])} → {countOf(rows[1])} rows</b> ({signed(rows[1] - rows[0])}) · {bytesOf(bytes[0])} → {bytesOf(bytes[1])} · columns: {changes.map(([change, count]) => `${count} ${words[change]}`).join(' · ')}
    </p>
  )
}

function signed(value: number): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : '±'}${countOf(Math.abs(value))}`
}

/** By drift: what came, went or changed type stands first, then the largest distance. */
function ordered({ columns }: Comparison, order: string) {
  const placed = columns.map((column, at) => ({ column, at }))
  return order === 'table' ? placed : placed.toSorted((a, b) => weightOf(b.column) - weightOf(a.column))
}

function weightOf({ change, drift }: Comparison['columns'][number]): number {
  return (['added', 'removed', 'type'].includes(change) ? 2 : 0) + (drift ?? 0)
}
