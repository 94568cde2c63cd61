import { Clock, Crown, Package, Search } from 'lucide-react'
import { useState } from 'react'
import { ContextMenu } from '#kit/ContextMenu.tsx'
import { TextField } from '#kit/TextField.tsx'
import { Tree } from '#kit/Tree.tsx'
import type { ModelSummary } from '../domain/registered.ts'
import { ModelDialog } from './ModelDialog.tsx'
import { modelMenu } from './model-menu.ts'
import { useRegistry } from './useRegistry.ts'

export function ModelList({ list, filter, onFilter }: { readonly list: readonly ModelSummary[]; readonly filter: string; readonly onFilter: (filter: string) => void }) {
  const actions = useRegistry()
  const [selected, setSelected] = useState<readonly string[]>([])
  const [editing, setEditing] = useState<ModelSummary>()
  const words = filter.trim().toLowerCase().split(/\s+/)
  const shown = list.filter(({ name, description, tags }) => words.every((word) => `${name} ${description} ${tags.map(({ key, value }) => `${key}=${value}`).join(' ')}`.toLowerCase().includes(word)))
  const menu = (target: Element) => {
    const key = target.closest('[data-key]')?.getAttribute('data-key')
    const model = list.find(({ name }) => name === key)
    return model ? modelMenu(model, actions, () => setEditing(model)) : []
  }
  return (
    <>
      <div className="flex-none px-2 pb-2"><TextField label="Find a model" hideLabel type="search" icon={Search} placeholder="Find a model" value={filter} onChange={onFilter} /></div>
      <ContextMenu label="Model" items={menu} className="flex min-h-0 flex-1 flex-col">
        <Tree
          label="Models" mode="single" expanded={[]} onExpand={() => {}} selected={selected} onSelect={setSelected} nodes={shown.map(nodeOf)} onAction={actions.openModel}
          empty={<p className="p-3 text-s text-ink-2">No model matches “{filter}”.</p>}
        />
      </ContextMenu>
      {editing && <ModelDialog model={editing} onClose={() => setEditing(undefined)} />}
    </>
  )
}

function nodeOf({ name, champion, latest, pending }: ModelSummary) {
  return {
    id: name, label: name, icon: Package,
    note: (
      <span className="flex items-center gap-1.5">
        {pending > 0 && <span className="inline-flex items-center gap-0.5" title={`${pending} to decide`}><Clock size={11} aria-label="to decide" />{pending}</span>}
        {champion && <span className="inline-flex items-center gap-0.5" title={`The champion is version ${champion.version}`}><Crown size={11} aria-label="champion" />v{champion.version}</span>}
        {!champion && latest && <span>v{latest.version}</span>}
      </span>
    ),
  }
}
