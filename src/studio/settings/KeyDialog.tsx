import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from '#kit/Button.tsx'
import type { CommandSpec } from '#kit/desk.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { keyWords } from '#kit/keys.ts'
import { keyOf } from '../keys.ts'
import { useStudio } from '../studio.ts'

/** Takes the key that is pressed; says which command holds it already. */
export function KeyDialog({ command, onSet, onClose }: { readonly command: CommandSpec; readonly onSet: (key: string) => void; readonly onClose: () => void }) {
  const { commands } = useStudio()
  const [key, setKey] = useState<string>()
  const clashes = key === undefined ? [] : commands.clashes(command, key)
  const press = (event: KeyboardEvent) => {
    if (['Tab', 'Escape', 'Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return
    event.preventDefault()
    setKey(keyOf(event.nativeEvent))
  }
  const choose = (chosen: string) => {
    onSet(chosen)
    onClose()
  }
  return (
    <Dialog title={`Key for “${command.title}”`} onClose={onClose} width={400} actions={<><Button onPress={() => choose('')}>No key</Button><Button variant="primary" disabled={key === undefined} onPress={() => choose(key ?? '')}>Set</Button></>}>
      <input className="input text-center" readOnly autoFocus aria-label="Press the new key" value={key === undefined ? 'Press the new key' : keyWords(key)} onKeyDown={press} />
      {clashes.length > 0 && <p className="text-s text-bad" role="alert">{clashes.map(({ title }) => `“${title}”`).join(' and ')} {clashes.length > 1 ? 'have' : 'has'} this key. The one of the view in front goes first.</p>}
    </Dialog>
  )
}
