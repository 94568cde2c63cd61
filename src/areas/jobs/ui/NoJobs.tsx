import { ListChecks } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { Empty } from '#kit/Empty.tsx'
import type { Filter } from './shown.ts'

export function NoJobs({ filter, onAll }: { readonly filter: Filter; readonly onAll: () => void }) {
  const desk = useDesk()
  if (filter === 'running') return <Empty icon={ListChecks} title="Nothing is under way" text="What runs or waits shows its progress here, and can be cancelled." action={<Button onPress={onAll}>Show all jobs</Button>} />
  return <Empty icon={ListChecks} title="No jobs" text="Training, commands, builds, imports, full recipes and exports are jobs: they show their progress here, say why they wait, and can be cancelled." action={<Button variant="primary" onPress={() => desk.open('datasets')}>Open data</Button>} />
}
