import { ChartLine, Search } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { ContextMenu } from '#kit/ContextMenu.tsx'
import { TextField } from '#kit/TextField.tsx'
import { Tree } from '#kit/Tree.tsx'
import type { ExperimentSummary } from '../../domain/experiment.ts'
import { TextDialog } from '../dialogs/TextDialog.tsx'
import { experimentMenu } from './experiment-menu.ts'
import { useExperimentActs } from './useExperimentActs.ts'

const note = 'mlflow.note.content'

export function ExperimentList({ list, deleted, filter, onFilter }: { readonly list: readonly ExperimentSummary[]; readonly deleted: boolean; readonly filter: string; readonly onFilter: (filter: string) => void }) {
  const acts = useExperimentActs()
  const [selected, setSelected] = useState<readonly string[]>([])
  const [asked, setAsked] = useState<{ readonly what: 'name' | 'note'; readonly of: ExperimentSummary }>()
  const words = filter.trim().toLowerCase()
  const shown = list.filter(({ name, id }) => `${name} ${id}`.toLowerCase().includes(words))
  const menu = (target: Element) => {
    const key = target.closest('[data-key]')?.getAttribute('data-key')
    const one = list.find(({ id }) => id === key)
    return one ? experimentMenu(one, selected.includes(one.id) ? selected : [one.id], { acts, onRename: () => setAsked({ what: 'name', of: one }), onNote: () => setAsked({ what: 'note', of: one }) }) : []
  }
  const nodes = shown.map((one) => ({
    id: one.id, label: one.name, icon: ChartLine,
    note: <span className="flex items-center gap-1.5">{one.running > 0 && <span className="rn-mark accent" title={`${one.running} running`}>{one.running} live</span>}{one.runs.toLocaleString('en-US')}</span>,
  }))
  return (
    <>
      <div className="flex-none px-2 pb-2"><TextField label="Find an experiment" hideLabel type="search" icon={Search} placeholder="Find an experiment" value={filter} onChange={onFilter} /></div>
      {selected.length > 1 && <div className="flex-none px-2 pb-2"><Button size="s" className="w-full justify-center" onPress={() => acts.open(selected)}>Open {selected.length} together</Button></div>}
      <ContextMenu label="Experiment" items={menu} className="flex min-h-0 flex-1 flex-col">
        <Tree
          label={deleted ? 'Deleted experiments' : 'Experiments'} expanded={[]} onExpand={() => {}} selected={selected} onSelect={setSelected} nodes={nodes} onAction={(id) => acts.open(selected.length > 1 && selected.includes(id) ? selected : [id])}
          empty={<p className="p-3 text-s text-ink-2">{words ? `No experiment matches “${filter}”.` : 'No experiment is deleted.'}</p>}
        />
      </ContextMenu>
      {asked?.what === 'name' && <TextDialog title={`Rename ${asked.of.name}`} label="Name" value={asked.of.name} action="Rename" onDone={(name) => acts.rename(asked.of.id, name)} onClose={() => setAsked(undefined)} />}
      {asked?.what === 'note' && <TextDialog title={`Note on ${asked.of.name}`} label="Note, in Markdown" value={asked.of.tags[note] ?? ''} action="Keep" long onDone={(text) => acts.note(asked.of.id, text)} onClose={() => setAsked(undefined)} />}
    </>
  )
}
