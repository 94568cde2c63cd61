import { DatabaseZap, Dumbbell, Plug, Upload } from 'lucide-react'
import { useDesk } from '#kit/desk.ts'
import type { Icon } from '#kit/icon.ts'
import { LaunchCard } from '../LaunchCard.tsx'
import { useStudio } from '../studio.ts'

/** The ways to begin, from the raw file on. */
const starts: readonly { readonly id: string; readonly icon: Icon; readonly title: string; readonly about: string }[] = [
  { id: 'files.upload', icon: Upload, title: 'Upload files', about: 'Files and folders of this computer' },
  { id: 'datasets.add', icon: DatabaseZap, title: 'Add a data set', about: 'Look at it, clean it, keep its versions' },
  { id: 'training.new', icon: Dumbbell, title: 'Train a model', about: 'Any script, tracked live' },
  { id: 'studio.connect', icon: Plug, title: 'Connect MLflow', about: 'Your own training logs here' },
]

export function StartRow() {
  const desk = useDesk()
  const { commands } = useStudio()
  const offered = starts.filter((start) => commands.specs.some(({ id }) => id === start.id))
  return <section aria-label="Begin"><div className="launch-cards">{offered.map(({ id, icon, title, about }) => <LaunchCard key={id} icon={icon} title={title} about={about} onPress={() => desk.run(id)} />)}</div></section>
}
