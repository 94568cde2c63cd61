import { Plus } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { later } from '#kit/later.tsx'
import { useStudio } from '../studio.ts'
import { CardToCome } from './CardToCome.tsx'
import { DataCard } from './DataCard.tsx'
import { JobsCard } from './JobsCard.tsx'
import { RecentCard } from './RecentCard.tsx'
import { StartRow } from './StartRow.tsx'

const ExperimentsCard = later(() => import('./ExperimentsCard.tsx').then((module) => module.ExperimentsCard), () => <CardToCome title="Experiments" />)
const DecisionsCard = later(() => import('./DecisionsCard.tsx').then((module) => module.DecisionsCard), () => <CardToCome title="Waiting for a decision" />)

/** Where one comes in: what was worked on, the data, experiments, what waits and what runs. */
export function Home() {
  const { workspace } = useStudio()
  const desk = useDesk()
  return (
    <div className="page" data-view="home">
      <header className="flex items-end gap-3">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold clip">{workspace.name}</h1>
          <p className="text-s text-ink-2 clip" title={workspace.path}>{workspace.path}</p>
        </div>
        <span className="sp" />
        <Button icon={Plus} variant="primary" onPress={() => desk.open('launcher')}>New tab</Button>
      </header>
      <StartRow />
      <div className="home-cards">
        <RecentCard />
        <DataCard />
        <ExperimentsCard />
        <DecisionsCard />
        <JobsCard />
      </div>
    </div>
  )
}
