import { useQuery } from '@tanstack/react-query'
import { GitCompareArrows } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Chip } from '#kit/Chip.tsx'
import { useDesk } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { datasets } from '../contract.ts'
import type { Version } from '../domain/dataset.ts'
import { useDatasetActions } from './useDatasetActions.ts'
import { bytesOf, countOf, formatWords, when } from './words.ts'

/** Every version with where it came from; two ticked ones can be compared. */
export function HistoryTab({ dataset, shown, onShow }: { readonly dataset: string; readonly shown: number; readonly onShow: (version: number) => void }) {
  const { data: history, error, refetch } = useQuery(asking(datasets.history, { dataset }))
  const actions = useDatasetActions()
  const [ticked, setTicked] = useState<readonly number[]>([])
  if (error) return <div className="p-4"><ProblemNote error={error} onRetry={() => void refetch()} /></div>
  if (!history) return <div className="p-4"><Skeleton lines={6} height={40} label="Reading the history" /></div>
  const pair = ticked.toSorted((a, b) => a - b)
  const [left, right] = pair
  return (
    <div className="flex flex-col gap-2 p-4">
      <div className="flex min-h-7 items-center gap-2">
        <span className="text-s text-ink-2">{history.length === 1 ? 'One version so far. A refresh of a changed source, or a publish from the wrangler, makes the next.' : 'Tick two versions to compare them.'}</span>
        <span className="sp" />
        <Button icon={GitCompareArrows} disabled={pair.length !== 2} onPress={() => { if (left !== undefined && right !== undefined) actions.compare({ dataset, version: left }, { dataset, version: right }) }}>Compare</Button>
      </div>
      <ol className="flex flex-col gap-2" aria-label={`Versions of ${dataset}`}>
        {history.map((one) => (
          <VersionCard key={one.version} version={one} shown={one.version === shown} onShow={() => onShow(one.version)} ticked={ticked.includes(one.version)} onTick={(on) => setTicked(on ? [...ticked.slice(-1), one.version] : ticked.filter((other) => other !== one.version))} />
        ))}
      </ol>
    </div>
  )
}

function VersionCard({ version: one, shown, ticked, onShow, onTick }: { readonly version: Version; readonly shown: boolean; readonly ticked: boolean; readonly onShow: () => void; readonly onTick: (on: boolean) => void }) {
  const desk = useDesk()
  const { parent, recipePath } = one
  return (
    <li className={`flex items-start gap-3 rounded-2 border p-3 ${shown ? 'border-accent bg-accent-soft' : 'border-line bg-surface'}`}>
      <Checkbox checked={ticked} onChange={onTick} label={`Compare version ${one.version}`} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="flex flex-wrap items-center gap-2"><b className="font-semibold">v{one.version}</b><span className="text-s">{countOf(one.rows)} rows × {one.columns.length} · {bytesOf(one.bytes)} · {formatWords[one.format]}</span>{one.rejects > 0 && <Chip kind="warn">{countOf(one.rejects)} rejects</Chip>}{one.tags.map((tag) => <Chip key={tag} kind="accent">{tag}</Chip>)}</span>
        <span className="text-s text-ink-2">{when(one.at)} by {one.by}{parent ? ` · from ${parent.dataset === one.dataset ? '' : `${parent.dataset} `}v${parent.version}` : ''} · <span className="font-mono text-xs" title={one.fingerprint}>{one.fingerprint.slice(0, 10)}</span></span>
        <span className="clip text-s text-ink-2" title={one.source}>{one.source.startsWith('.atelier/') ? 'Made in the studio' : one.source}</span>
        {one.note && <p className="text-s whitespace-pre-wrap">{one.note}</p>}
      </div>
      {recipePath !== null && <Button size="s" onPress={() => desk.openFile(recipePath)}>Recipe</Button>}
      <Button size="s" disabled={shown} onPress={onShow}>{shown ? 'Shown' : 'Show'}</Button>
    </li>
  )
}
