import { TriangleAlert } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { leftOut } from '../domain/csv-types.ts'
import type { FieldShape } from '../domain/dataset.ts'
import { StaticGrid } from './StaticGrid.tsx'
import { plural } from './words.ts'

/** What looks wrong, and the first rows as they will be read. */
export function FirstRows({ path, columns, sample, warnings, version, fetching, stopped, onStop, onAgain }: { readonly path: string; readonly columns: readonly FieldShape[]; readonly sample: readonly (readonly unknown[])[]; readonly warnings: readonly string[]; readonly version: number; readonly fetching: boolean; readonly stopped: boolean; readonly onStop: () => void; readonly onAgain: () => void }) {
  const kept = columns.flatMap(({ type }, at) => (type === leftOut ? [] : [at]))
  return (
    <section className="flex min-w-0 flex-1 flex-col" aria-label="First rows">
      {warnings.length > 0 && (
        <ul className="flex max-h-[160px] flex-none flex-col gap-1 overflow-auto border-b border-line bg-warn-soft px-3 py-2 text-s" aria-label="Warnings">
          {warnings.map((warning) => <li key={warning} className="flex gap-2"><TriangleAlert size={14} className="mt-0.5 text-warn" /><span>{warning}</span></li>)}
        </ul>
      )}
      <div className="min-h-0 flex-1"><StaticGrid label={`First rows of ${path}`} columns={kept.flatMap((at) => columns[at] ?? [])} rows={kept.length === columns.length ? sample : sample.map((row) => kept.map((at) => row[at]))} version={version} empty={<p className="p-6 text-s text-ink-2">There are no rows to show.</p>} /></div>
      <div className="flex min-h-7 flex-none items-center gap-2 border-t border-line px-3 text-xs text-ink-2">
        <span aria-live="polite">{fetching ? 'Reading again with what you chose…' : stopped ? 'Stopped: these rows are as they were read before.' : `The first ${plural(sample.length, 'row')}, as they will be read`}</span>
        {fetching && <Button variant="ghost" size="s" onPress={onStop}>Stop</Button>}
        {stopped && <Button variant="ghost" size="s" onPress={onAgain}>Read again</Button>}
      </div>
    </section>
  )
}
