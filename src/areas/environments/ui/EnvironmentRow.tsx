import { Ellipsis } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Menu } from '#kit/Menu.tsx'
import { ago, bytesOf, when } from '#lib/words.ts'
import type { EnvironmentSummary } from '../domain/environment.ts'
import { BuildButton } from './BuildButton.tsx'
import { BuildProgress } from './BuildProgress.tsx'
import { environmentMenu } from './environment-menu.ts'
import { StateChip } from './StateChip.tsx'
import { kindWords } from './states.ts'
import { useEnvironmentActions } from './useEnvironmentActions.ts'

const none = <span className="text-ink-3">–</span>

export function EnvironmentRow({ environment: one, ticked, onTick, onDelete }: { readonly environment: EnvironmentSummary; readonly ticked: boolean; readonly onTick: (on: boolean) => void; readonly onDelete: () => void }) {
  const actions = useEnvironmentActions()
  const { name, state, kind, reason, python, packages, bytes, lastUsed, job } = one
  return (
    <tr data-key={name} className={`h-12 border-t border-line hover:bg-hover ${ticked ? 'bg-accent-soft' : ''}`}>
      <td className="px-3"><Checkbox checked={ticked} onChange={onTick} label={`Compare ${name}`} /></td>
      <th scope="row" className="max-w-[240px] px-2 text-left font-medium">
        <button type="button" className="clip block max-w-full rounded-1 text-accent hover:underline" onClick={() => actions.open(name)}>{name}</button>
        <span className="clip block text-xs font-normal text-ink-2">{kindWords[kind]}</span>
      </th>
      <td className="min-w-[180px] max-w-[460px] px-2 py-1.5">
        {state === 'building' && job !== null ? <BuildProgress job={job} /> : (
          <div className="flex min-w-0 flex-col items-start gap-0.5">
            <StateChip environment={one} />
            <span className="line-clamp-2 text-xs text-ink-2 wrap-anywhere" title={reason}>{reason}</span>
          </div>
        )}
      </td>
      <td className="num px-2">{python || none}</td>
      <td className="num px-2 max-[1200px]:hidden">{packages ?? none}</td>
      <td className="num px-2 whitespace-nowrap">{bytes === null ? none : bytesOf(bytes)}</td>
      <td className="px-2 whitespace-nowrap">{lastUsed === null ? none : <time dateTime={lastUsed} title={when(lastUsed)}>{ago(lastUsed)}</time>}</td>
      <td className="px-3">
        <span className="flex justify-end gap-1">
          <BuildButton environment={one} actions={actions} />
          <Menu label={`More of ${name}`} placement="bottom end" items={environmentMenu(one, actions, onDelete)}><Button variant="ghost" icon={Ellipsis} label={`More of ${name}`} /></Menu>
        </span>
      </td>
    </tr>
  )
}
