import { ChartLine, CircleStop, Copy, CornerLeftUp, GitCompareArrows, PackageCheck, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import type { ChipProps } from '#kit/Chip.tsx'
import { useDesk } from '#kit/desk.ts'
import { Toolbar } from '#kit/Toolbar.tsx'
import { spanText, timeText } from '../../domain/figures.ts'
import { jobTag } from '../../domain/run.ts'
import type { RunDetail } from '../../domain/run.ts'
import { useRunActs } from '../acts/useRunActs.ts'
import { TextDialog } from '../dialogs/TextDialog.tsx'
import { JobButtons } from './JobButtons.tsx'

const kinds: Readonly<Record<RunDetail['status'], NonNullable<ChipProps['kind']>>> = { RUNNING: 'accent', SCHEDULED: 'neutral', FINISHED: 'ok', FAILED: 'bad', KILLED: 'warn' }

export function RunHead({ run }: { readonly run: RunDetail }) {
  const [desk, acts, now] = [useDesk(), useRunActs(), useNow(run.status === 'RUNNING')]
  const [renaming, setRenaming] = useState(false)
  const others = run.children.map(({ id }) => id)
  return (
    <>
      <Toolbar label="Run">
        <h1 className="ttl clip">{run.name}</h1>
        <Chip kind={kinds[run.status]}>{run.status.toLowerCase()}</Chip>
        {run.stage === 'deleted' && <Chip kind="warn">deleted</Chip>}
        <span className="sp" />
        <Button variant="ghost" icon={Pencil} label="Rename the run" onPress={() => setRenaming(true)} />
        {(run.status === 'RUNNING' || run.status === 'SCHEDULED') && !run.tags.some(({ key }) => key === jobTag) && <Button variant="ghost" icon={CircleStop} label="Mark as ended, where its client died" onPress={() => void acts.markEnded([run.id])} />}
        <JobButtons run={run} />
        {others.length > 1 && <Button icon={GitCompareArrows} onPress={() => acts.compare(others)}>Compare its {others.length} children</Button>}
        {run.stage === 'deleted'
          ? <Button icon={RotateCcw} onPress={() => void acts.restore([run.id])}>Restore</Button>
          : <Button variant="ghost" icon={Trash2} label="Delete the run" onPress={() => void acts.remove([run.id])} />}
        <Button variant="primary" icon={PackageCheck} disabled={run.models.length === 0} onPress={() => acts.register(run.id)}>Register</Button>
      </Toolbar>
      <div className="bar slim">
        <span className="clip">{words(run, now)}</span>
        <Button variant="ghost" size="s" icon={ChartLine} onPress={() => desk.open('runsView', { experiments: run.experiment })}>{run.experimentName}</Button>
        {run.parent !== null && <Button variant="ghost" size="s" icon={CornerLeftUp} onPress={() => acts.open(run.parent ?? '')}>Parent</Button>}
        <span className="sp" />
        <span className="font-mono text-xs">{run.id}</span>
        <Button variant="ghost" size="s" icon={Copy} label="Copy the id of the run" onPress={() => { void navigator.clipboard.writeText(run.id); desk.notify({ kind: 'good', text: 'The id of the run is copied.' }) }} />
      </div>
      {renaming && <TextDialog title="Rename the run" label="Name" value={run.name} action="Rename" onDone={(name) => acts.rename(run.id, name)} onClose={() => setRenaming(false)} />}
    </>
  )
}

function words({ start, end, user }: RunDetail, now: number): string {
  const by = user ? `by ${user}` : ''
  if (start === null) return by
  const took = end === null ? `for ${spanText(Math.max(0, now - start))} so far` : `took ${spanText(Math.max(0, end - start))}`
  return [`${timeText(start, now)}, ${took}`, by].filter(Boolean).join(' · ')
}

/** The time, each second while it counts. */
function useNow(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!ticking) return undefined
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [ticking])
  return now
}
