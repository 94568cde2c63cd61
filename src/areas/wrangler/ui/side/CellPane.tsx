import { useQuery } from '@tanstack/react-query'
import { Copy, TextCursorInput } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { plainText } from '#kit/grid/format.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import { catalogue } from '../../domain/catalogue.ts'
import { countWords } from '../../domain/words.ts'
import type { Column } from '../../domain/columns.ts'
import { useBench } from '../session/bench.ts'
import type { CellAt } from '../session/bench.ts'
import { JsonTree } from './JsonTree.tsx'

/** The whole value of the active cell. */
export function CellPane() {
  const { cell, columns } = useBench()
  const column = columns.find(({ id }) => id === cell?.column)
  if (!cell || !column) return <p className="wr-hint">Choose a cell in the table to see its whole value here: long texts, nested values, every digit.</p>
  return <Cell cell={cell} column={column} />
}

function Cell({ cell, column }: { readonly cell: CellAt; readonly column: Column }) {
  const { shown, view, startDraft } = useBench()
  const { data, error, refetch } = useQuery({ ...asking(wrangler.cell, { recipe: shown, view, rid: cell.rid, column: cell.column }), staleTime: Infinity, retry: false })
  const value = data?.value
  const edit = () => startDraft('editCell', { edits: [{ row: cell.rid, column: column.id, value: typeof value === 'object' ? null : (value ?? null) }] })
  return (
    <div className="wr-pane">
      <div className="wr-panebar">
        <b className="clip text-s">{column.name}</b><span className="text-xs text-ink-2">row {countWords(cell.rid + 1)} · {data?.type ?? column.type}</span>
        <span className="sp" />
        {catalogue.has('editCell') && <Button variant="ghost" size="s" icon={TextCursorInput} label="Edit this cell as a step" disabled={!data} onPress={edit} />}
        <Button variant="ghost" size="s" icon={Copy} label="Copy the value" disabled={!data} onPress={() => void navigator.clipboard.writeText(plainText(value))} />
      </div>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={3} label="Reading the value" />}
      {data && <Value value={value} label={`Value of ${column.name}`} />}
    </div>
  )
}

function Value({ value, label }: { readonly value: unknown; readonly label: string }) {
  const nested = nestedOf(value)
  if (nested !== undefined) return <JsonTree value={nested} label={label} />
  const text = plainText(value)
  return (
    <>
      <pre className="wr-value" tabIndex={0} role="region" aria-label={label}>{value === null ? <i>null</i> : text === '' ? <i>empty text</i> : text}</pre>
      {typeof value === 'string' && <span className="text-xs text-ink-2">{countWords(Array.from(value).length)} characters</span>}
    </>
  )
}

/** An object or list, also one that stands in a text. */
function nestedOf(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) return value
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined
  try {
    return JSON.parse(value, exact)
  } catch {
    return undefined
  }
}

/** Whole numbers past 2^53 stay as they are written. */
function exact(_: string, value: unknown, { source }: { readonly source?: string } = {}): unknown {
  return typeof value === 'number' && source !== undefined && /^-?\d+$/.test(source) && !Number.isSafeInteger(value) ? source : value
}
