import { ContextMenu } from '#kit/ContextMenu.tsx'
import { useState } from 'react'
import type { EnvironmentSummary } from '../domain/environment.ts'
import { DeleteDialog } from './DeleteDialog.tsx'
import { environmentMenu } from './environment-menu.ts'
import { EnvironmentRow } from './EnvironmentRow.tsx'
import { useEnvironmentActions } from './useEnvironmentActions.ts'

const heads = [['Environment', 'text-left'], ['State', 'text-left'], ['Python', 'text-right'], ['Packages', 'text-right max-[1200px]:hidden'], ['Size', 'text-right'], ['Last used', 'text-left']] as const

export function EnvironmentTable({ all, ticked, onTick }: { readonly all: readonly EnvironmentSummary[]; readonly ticked: readonly string[]; readonly onTick: (name: string, on: boolean) => void }) {
  const actions = useEnvironmentActions()
  const [deleting, setDeleting] = useState<EnvironmentSummary>()
  const menu = (target: Element) => {
    const found = all.find(({ name }) => name === target.closest('[data-key]')?.getAttribute('data-key'))
    return found ? environmentMenu(found, actions, () => setDeleting(found)) : []
  }
  return (
    <ContextMenu label="Environment" items={menu}>
      <div className="min-h-0 flex-1 overflow-auto" role="region" aria-label="List of environments" tabIndex={0}>
        <table className="w-full text-s">
          <caption className="sr-only">Environments of this workspace</caption>
          <thead className="sticky top-0 z-10 bg-paper text-xs text-ink-2">
            <tr className="h-7 whitespace-nowrap">
              <th scope="col" className="w-9 px-3"><span className="sr-only">Compare</span></th>
              {heads.map(([words, side]) => <th key={words} scope="col" className={`px-2 font-semibold ${side}`}>{words}</th>)}
              <th scope="col" className="px-3"><span className="sr-only">What to do</span></th>
            </tr>
          </thead>
          <tbody>
            {all.map((one) => <EnvironmentRow key={one.name} environment={one} ticked={ticked.includes(one.name)} onTick={(on) => onTick(one.name, on)} onDelete={() => setDeleting(one)} />)}
          </tbody>
        </table>
        <p className="p-3 text-xs text-ink-2">Tick two to compare them. What needs an environment builds it by itself; built ones are shared by all workspaces of this person.</p>
      </div>
      {deleting && <DeleteDialog environment={deleting} onDelete={() => actions.remove(deleting)} onClose={() => setDeleting(undefined)} />}
    </ContextMenu>
  )
}
