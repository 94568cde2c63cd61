import { Pencil, RotateCcw, Search, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import type { CommandSpec } from '#kit/desk.ts'
import { KeyHint } from '#kit/KeyHint.tsx'
import { TextField } from '#kit/TextField.tsx'
import { saveSettings } from '../own-commands.ts'
import { rank } from '../rank.ts'
import { useStudio } from '../studio.ts'
import { useValue } from '../useValue.ts'
import { KeyDialog } from './KeyDialog.tsx'

/** Every command with its key; a key can be changed, taken away and given back. */
export function KeysTable() {
  const studio = useStudio()
  const { commands } = studio
  const { keys } = useValue(studio.settings)
  const [query, setQuery] = useState('')
  const [edited, setEdited] = useState<CommandSpec>()
  const found = rank(query, commands.specs, ({ title, id }) => `${title} ${id}`)
  const set = (id: string, key: string | undefined) => {
    const rest = Object.fromEntries(Object.entries(keys).filter(([other]) => other !== id))
    void saveSettings({ ...studio, next: { keys: key === undefined ? rest : { ...rest, [id]: key } } })
  }
  return (
    <>
      <div className="w-80 mb-3"><TextField label="Find a command" hideLabel icon={Search} type="search" placeholder="Find a command" value={query} onChange={setQuery} /></div>
      <table className="keys">
        <thead><tr><th scope="col">Command</th><th scope="col">Key</th><th scope="col"><span className="sr-only">Change</span></th></tr></thead>
        <tbody>
          {found.map(({ item }) => (
            <tr key={item.id}>
              <td>{item.title}<small className="mut"> {item.id}</small></td>
              <td><span className="flex gap-1">{commands.keysOf(item).map((key) => <KeyHint key={key} keys={key} />)}<Clashes command={item} /></span></td>
              <td>
                <span className="flex justify-end">
                  {keys[item.id] !== undefined && <Button variant="ghost" size="s" icon={RotateCcw} label={`Give back the first key of: ${item.title}`} onPress={() => set(item.id, undefined)} />}
                  <Button variant="ghost" size="s" icon={Pencil} label={`Change the key of: ${item.title}`} onPress={() => setEdited(item)} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {edited && <KeyDialog command={edited} onSet={(key) => set(edited.id, key)} onClose={() => setEdited(undefined)} />}
    </>
  )
}

/** Which other commands a key of this one also calls. */
function Clashes({ command }: { readonly command: CommandSpec }) {
  const { commands } = useStudio()
  const others = [...new Set(commands.keysOf(command).flatMap((key) => commands.clashes(command, key)))]
  if (others.length === 0) return null
  return <span className="flex items-center gap-1 text-xs text-warn"><TriangleAlert size={12} aria-hidden />also {others.map(({ title }) => `“${title}”`).join(' and ')}</span>
}
