import { useQuery } from '@tanstack/react-query'
import { ChartLine } from 'lucide-react'
import { runs } from '#areas/runs/contract.ts'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import { useDesk } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { HomeRow } from './HomeRow.tsx'
import { sinceWords } from './since.ts'

const most = 8

/** Experiments with runs, the one that was logged to last first. */
export function ExperimentsCard() {
  const desk = useDesk()
  const { data, error, refetch, dataUpdatedAt } = useQuery(asking(runs.experiments, {}))
  const used = data?.filter(({ stage, runs: count }) => stage === 'active' && count > 0).toSorted((a, b) => (b.lastRun ?? 0) - (a.lastRun ?? 0))
  return (
    <section className="card" aria-label="Experiments">
      <h2>Experiments{used && used.length > 0 && <small>{used.length}</small>}</h2>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!used && !error && <div className="p-3"><Skeleton lines={4} height={20} /></div>}
      {used?.length === 0 && <Empty icon={ChartLine} title="No runs yet" text="Train a model here, or let your own script log through MLflow." action={<Button onPress={() => desk.open('train')}>Train a model</Button>} />}
      {used?.slice(0, most).map(({ id, name, runs: count, running, lastRun }) => (
        <HomeRow key={id} icon={ChartLine} href={desk.addressOf('runsView', { experiments: id })} title={name} note={`${count.toLocaleString('en')} ${count === 1 ? 'run' : 'runs'}${lastRun === null ? '' : ` · ${sinceWords(lastRun, dataUpdatedAt)}`}`}>
          {running > 0 && <Chip kind="accent">{running} running</Chip>}
        </HomeRow>
      ))}
    </section>
  )
}
