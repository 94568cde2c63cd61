import { Search } from 'lucide-react'
import { useState } from 'react'
import { ContextMenu } from '#kit/ContextMenu.tsx'
import { TextField } from '#kit/TextField.tsx'
import { Tree } from '#kit/Tree.tsx'
import type { Dataset } from '../domain/dataset.ts'
import { datasetMenu } from './dataset-menu.ts'
import { RenameDialog } from './RenameDialog.tsx'
import { StateMark } from './StateMark.tsx'
import { useDatasetActions } from './useDatasetActions.ts'
import { iconOf, shortCount } from './words.ts'

export function DatasetList({ list, filter, onFilter }: { readonly list: readonly Dataset[]; readonly filter: string; readonly onFilter: (filter: string) => void }) {
  const actions = useDatasetActions()
  const [selected, setSelected] = useState<readonly string[]>([])
  const [renaming, setRenaming] = useState<string>()
  const shown = list.filter(({ name, latest }) => `${name} ${latest.source} ${latest.tags.join(' ')}`.toLowerCase().includes(filter.trim().toLowerCase()))
  const menu = (target: Element) => {
    const key = target.closest('[data-key]')?.getAttribute('data-key')
    const dataset = list.find(({ name }) => name === key)
    return dataset ? datasetMenu(dataset, actions, () => setRenaming(dataset.name)) : []
  }
  return (
    <>
      <div className="flex-none px-2 pb-2"><TextField label="Find a data set" hideLabel type="search" icon={Search} placeholder="Find a data set" value={filter} onChange={onFilter} /></div>
      <ContextMenu label="Data set" items={menu} className="flex min-h-0 flex-1 flex-col">
        <Tree
          label="Data sets" mode="single" expanded={[]} onExpand={() => {}} selected={selected} onSelect={setSelected} nodes={shown.map(nodeOf)} onAction={(name) => actions.open(name)}
          empty={<p className="p-3 text-s text-ink-2">No data set matches “{filter}”.</p>}
        />
      </ContextMenu>
      {renaming !== undefined && <RenameDialog dataset={renaming} onClose={() => setRenaming(undefined)} />}
    </>
  )
}

function nodeOf({ name, latest, sourceState }: Dataset) {
  return {
    id: name, label: name, icon: iconOf[latest.format],
    note: <span className="flex items-center gap-1.5"><StateMark state={sourceState} small />{shortCount(latest.rows)}{latest.version > 1 && <span>· v{latest.version}</span>}</span>,
  }
}
