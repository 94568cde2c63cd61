import { ArrowDownUp, Eye, Filter, Plus, X } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import { Progress } from '#kit/Progress.tsx'
import { plural } from '#lib/words.ts'
import type { Wait } from '../../contract.ts'
import { computing } from '../../domain/reason.ts'
import { emptyView } from '../../domain/view.ts'
import { countWords, predicateWords, sortWords, timeWords } from '../../domain/words.ts'
import { EffectWords } from '../recipe/EffectWords.tsx'
import { keepView } from '../keep-view.ts'
import { useSettled } from '../session/useSettled.ts'
import { useBench } from '../session/bench.ts'
import type { Rows } from './rows.ts'

/** How the rows are looked at: filters, order, how many are left and how long it took. */
export function FilterBar({ rows, busy, onFilter, onCancelJob }: { readonly rows: Rows | undefined; readonly busy: boolean; readonly onFilter: () => void; readonly onCancelJob: (job: string) => void }) {
  const { view, setView, columns, preview, edit, at, setAt } = useBench()
  const name = (id: string) => columns.find((column) => column.id === id)?.name ?? id
  const looking = view.filter.length > 0 || view.sort.length > 0
  const wait = useWhy(rows, busy)
  const keep = () => keepView({ view, setView, edit, at, setAt })
  return (
    <div className="bar slim wr-filterbar" role="group" aria-label="Filters and order">
      <Button variant="ghost" size="s" icon={Filter} label="Filter rows" keyHint="Alt+L" onPress={onFilter} />
      {view.filter.map((one, i) => (
        <Chip key={i} kind="accent" title={predicateWords(one, name)} removeLabel={`Remove filter ${predicateWords(one, name)}`} onRemove={() => setView({ ...view, filter: view.filter.filter((_, j) => j !== i) })}>{predicateWords(one, name)}</Chip>
      ))}
      {view.sort.length > 0 && <Chip icon={ArrowDownUp} onRemove={() => setView({ ...view, sort: [] })} removeLabel="Remove the order">{sortWords(view.sort, name)}</Chip>}
      <span className="wr-count" role="status">{countsOf(rows, busy)}</span>
      {wait && <Waiting wait={wait} onCancelJob={onCancelJob} />}
      <span className="sp" />
      {!wait && <PreviewChip />}
      {looking && !preview && <Button size="s" icon={Plus} onPress={keep} keyHint="Shift+Mod+K">Keep as step</Button>}
      {looking && <Button variant="ghost" size="s" icon={X} label="Clear filters and order" onPress={() => setView(emptyView)} />}
    </div>
  )
}

/** Why the rows that were asked for are not there yet: as the server says, else what has to be computed for them. */
function useWhy(rows: Rows | undefined, busy: boolean): Wait | null {
  const { shown, planWait } = useBench()
  const slow = useSettled(busy ? true : undefined, 300) === true
  if (rows?.wait) return rows.wait
  return slow ? (planWait ?? { reason: computing(shown), progress: null, job: null }) : null
}

/** What the step that is written does to the rows below. */
function PreviewChip() {
  const { preview, draftState } = useBench()
  if (!preview || !draftState || draftState.problem) return null
  return <span className="chip wr-effectchip"><Eye size={12} />step {preview.at + 1}: <EffectWords id={preview.step.id} /></span>
}

function Waiting({ wait: { reason, progress, job }, onCancelJob }: { readonly wait: Wait; readonly onCancelJob: (job: string) => void }) {
  return <Progress slim label={reason} {...(progress === null ? {} : { done: progress })} {...(job === null ? {} : { onCancel: () => onCancelJob(job) })} />
}

function countsOf(rows: Rows | undefined, busy: boolean): string {
  if (!rows) return 'Reading rows…'
  const counted = rows.total === null ? 'counting rows' : rows.total === rows.of ? plural(rows.total, 'row') : `${countWords(rows.total)} of ${plural(rows.of, 'row')}`
  return [counted, busy ? '…' : timeWords(rows.ms)].join(' · ')
}
