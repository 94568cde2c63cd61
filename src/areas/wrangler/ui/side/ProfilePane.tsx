import { useQuery } from '@tanstack/react-query'
import { Check, Sigma } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import { Combo } from '#kit/Combo.tsx'
import { MiniHistogram } from '#kit/plot/MiniHistogram.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Progress } from '#kit/Progress.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { plural } from '#lib/words.ts'
import { wrangler } from '../../contract.ts'
import { brushed, coveredBins, pickedValues, toggledValue, withRange } from '../../domain/brush.ts'
import type { Column } from '../../domain/columns.ts'
import type { Profile } from '../../domain/profile.ts'
import { countWords, percentWords, scopeWords, timeWords } from '../../domain/words.ts'
import { columnOption } from '../form/field-props.ts'
import { askingFigures } from '../session/asking-figures.ts'
import { useBench } from '../session/bench.ts'
import { FigureList } from './FigureList.tsx'

/** Everything that is known of one column, of the rows that the view leaves. */
export function ProfilePane() {
  const { columns, column: chosen, look } = useBench()
  const column = columns.find(({ id }) => id === chosen) ?? columns[0]
  if (!column) return <Skeleton lines={5} />
  return (
    <div className="wr-pane">
      <Combo label="Column" hideLabel options={columns.map(columnOption)} value={column.id} onChange={(id) => { if (id) look(id) }} />
      <ProfileOf column={column} />
    </div>
  )
}

function ProfileOf({ column }: { readonly column: Column }) {
  const { shown, view } = useBench()
  const [wanted, setWanted] = useState<string>()
  const exact = wanted === column.id
  const asked = { recipe: shown, view: { ...view, sort: [] }, column: column.id }
  const quickly = useQuery(askingFigures(wrangler.profile, asked))
  const exactly = useQuery({ ...askingFigures(wrangler.profile, { ...asked, exact: true }), enabled: exact })
  const profile = exactly.data ?? quickly.data
  if (quickly.error) return <ProblemNote error={quickly.error} onRetry={() => void quickly.refetch()} />
  if (!profile) return <Skeleton lines={7} label={`Profiling ${column.name}`} />
  const sampled = profile.figures.some(({ scope }) => scope.kind !== 'exact')
  return (
    <>
      <Figures profile={profile} column={column} />
      <div className="flex items-center gap-2 flex-wrap">
        {sampled ? <Chip kind="warn">{scopeWords(profile.head.scope)}</Chip> : <Chip kind="ok" icon={Check}>exact, all rows</Chip>}
        <span className="text-xs text-ink-2">{timeWords(profile.figures.reduce((sum, { ms }) => Math.max(sum, ms), profile.head.ms))}</span>
        <span className="sp" />
        {exactly.isFetching ? <Progress slim label="Reading all rows" /> : sampled && !exact && <Button size="s" icon={Sigma} onPress={() => setWanted(column.id)}>Exact</Button>}
      </div>
    </>
  )
}

function Figures({ profile: { figures, head, lengths }, column }: { readonly profile: Profile; readonly column: Column }) {
  const { view, setView } = useBench()
  const picked = pickedValues(view.filter, column.id)
  return (
    <>
      {head.bins.length > 0 && <div className="wr-bighist"><MiniHistogram label={`Distribution of ${column.name}`} bins={head.bins} covered={coveredBins(view.filter, column, head.bins)} onBrush={(range) => setView(withRange(view, column.id, range && brushed(column, head.bins, ...range)))} /></div>}
      <FigureList figures={figures} />
      {head.top.length > 0 && (
        <ul className="wr-tops" aria-label="Commonest values">
          {head.top.slice(0, 12).map(({ value, count }) => (
            <li key={value}>
              <button type="button" aria-pressed={picked.includes(value)} title="Keep only rows with this value" onClick={() => setView(toggledValue(view, column.id, value))}>
                <i style={{ width: `${(count / Math.max(1, head.top[0]?.count ?? 1)) * 100}%` }} /><span className="clip">{value || '“”'}</span><span className="num">{countWords(count)} · {percentWords(count / Math.max(1, head.valid + head.missing))}</span>
              </button>
            </li>
          ))}
          {head.others > 0 && <li className="others">{plural(head.others, 'other')}</li>}
        </ul>
      )}
      {lengths.length > 0 && (
        <details className="plottable"><summary>Lengths of the texts</summary>
          <ul className="wr-tops">{lengths.map(({ label, count }) => <li key={label} className="flex"><span>{label}</span><span className="sp num">{countWords(count)}</span></li>)}</ul>
        </details>
      )}
    </>
  )
}
