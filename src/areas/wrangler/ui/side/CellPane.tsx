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
import { useBench } from '../session/bench.ts'
import { JsonTree } from './JsonTree.tsx'

/** The whole value of the active cell. */
export function CellPane() {
  const { cell, shown, view, columns, startDraft } = useBench()
  const column = columns.find(({ id }) => id === cell?.column)
  const { data, error, refetch } = useQuery({ ...asking(wrangler.cell, { recipe: shown, view, rid: cell?.rid ?? 0, column: cell?.column ?? '' }), enabled: cell !== undefined && column !== undefined, staleTime: Infinity, retry: false })
  if (!cell || !column) return <p className="wr-hint">Choose a cell in the table to see its whole value here: long texts, nested values, every digit.</p>
  const value = data?.value
  const nested = nestedOf(value)
  const text = plainText(value)
  return (
    <div className="wr-pane">
      <div className="wr-panebar">
        <b className="clip text-s">{column.name}</b><span className="text-xs text-ink-3">row {countWords(cell.rid + 1)} · {data?.type ?? column.type}</span>
        <span className="sp" />
        {catalogue.has('editCell') && <Button variant="ghost" size="s" icon={TextCursorInput} label="Edit this cell as a step" disabled={!data} onPress={() => startDraft('editCell', { edits: [{ row: cell.rid, column: column.id, value: value === undefined ? null : typeof value === 'object' ? null : value }] })} />}
        <Button variant="ghost" size="s" icon={Copy} label="Copy the value" disabled={!data} onPress={() => void navigator.clipboard.writeText(text)} />
      </div>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={3} label="Reading the value" />}
      {data && (nested === undefined
        ? <pre className="wr-value" tabIndex={0} aria-label={`Value of ${column.name}`}>{value === null ? <i>null</i> : text === '' ? <i>empty text</i> : text}</pre>
        : <JsonTree value={nested} label={`Value of ${column.name}`} />)}
      {data && typeof value === 'string' && <span className="text-xs text-ink-3">{countWords([...value].length)} characters</span>}
    </div>
  )
}

/** An object or list, also one that stands in a text. */
function nestedOf(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) return value
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
