import { useQuery } from '@tanstack/react-query'
import { DatabaseZap, FilePlus, FolderPlus, Images, Keyboard, Table2, Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import { datasets } from '#areas/datasets/contract.ts'
import type { PanelProps } from '#kit/desk.ts'
import { useDesk } from '#kit/desk.ts'
import type { Icon } from '#kit/icon.ts'
import { asking } from '#wire/ask.ts'
import { panels } from './catalogue.ts'
import { LaunchCard } from './LaunchCard.tsx'
import { useStudio } from './studio.ts'

/** Commands that begin something, beside the panels that say they begin with nothing. */
const starts: readonly { readonly id: string; readonly icon: Icon; readonly about: string }[] = [
  { id: 'datasets.add', icon: DatabaseZap, about: 'From a file, a folder or a glob of the workspace' },
  { id: 'files.upload', icon: Upload, about: 'From this computer into the workspace' },
  { id: 'files.newFile', icon: FilePlus, about: 'Text, script, SQL, Markdown' },
  { id: 'files.newFolder', icon: FolderPlus, about: 'In the workspace' },
  { id: 'studio.palette', icon: Keyboard, about: 'Every command, file and data set by its name' },
]
const most = 12

export function Launcher({ close }: PanelProps) {
  const desk = useDesk()
  const { commands } = useStudio()
  const { data = [] } = useQuery(asking(datasets.list, {}))
  const then = (act: () => void) => () => {
    act()
    close()
  }
  const groups = [...new Set(panels.flatMap(({ launcher }) => launcher?.group ?? []))]
  const offered = starts.flatMap((start) => commands.specs.filter(({ id }) => id === start.id).map(({ title }) => ({ ...start, title })))
  return (
    <div className="page">
      <h1 className="text-xl font-semibold">New tab</h1>
      {groups.map((group) => (
        <Cards key={group} title={group}>
          {panels.filter(({ launcher }) => launcher?.group === group).map((panel) => <LaunchCard key={panel.kind} icon={panel.icon} title={panel.title({})} about={panel.launcher?.about ?? ''} onPress={then(() => desk.open(panel.kind))} />)}
        </Cards>
      ))}
      {data.length > 0 && (
        <Cards title="Data">
          {data.slice(0, most).map(({ name, latest }) => {
            const listed = latest.format === 'images' || latest.format === 'texts'
            return <LaunchCard key={name} icon={listed ? Images : Table2} title={name} about={`${latest.rows.toLocaleString('en')} ${listed ? 'files' : 'rows'} · v${latest.version}`} onPress={then(() => desk.open(listed ? 'dataset' : 'wrangler', { dataset: name }))} />
          })}
        </Cards>
      )}
      <Cards title="Begin">
        {offered.map(({ id, icon, title, about }) => <LaunchCard key={id} icon={icon} title={title} about={about} onPress={then(() => desk.run(id))} />)}
      </Cards>
    </div>
  )
}

function Cards({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <section aria-label={title}><h2>{title}</h2><div className="launch-cards">{children}</div></section>
}
