import { Search } from 'lucide-react'
import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { focusIfLost } from '../regions.ts'
import { useStudio } from '../studio.ts'
import { PaletteRow } from './PaletteRow.tsx'
import { useEntries } from './useEntries.ts'
import type { Entry } from './useEntries.ts'

const page = 8

/** One field that finds commands, tabs, views, files and data. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { desk } = useStudio()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const { sections, entries } = useEntries(query)
  const here = Math.min(at, Math.max(0, entries.length - 1))
  const choose = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    entry.run(desk)
    focusIfLost('dock')
  }
  const press = (event: KeyboardEvent) => {
    const to = stepOf(event.key, here, entries.length)
    if (to === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (to === undefined) choose(entries[here])
    else setAt(to)
  }
  const type = (text: string) => {
    setQuery(text)
    setAt(0)
  }
  return (
    <ModalOverlay className="veil high" isOpen isDismissable onOpenChange={(open) => { if (!open) onClose() }}>
      <Modal className="dialog" style={{ width: 600 }}>
        <Dialog aria-label="Search or run a command" data-palette="">
          <div className="palette-field">
            <Search size={15} />
            <input
              autoFocus role="combobox" aria-expanded="true" aria-controls={list} aria-autocomplete="list" aria-label="Search or run a command" spellCheck={false}
              {...(entries[here] ? { 'aria-activedescendant': `${list}-${here}` } : {})}
              placeholder="Commands, views, files, data; > for commands only" value={query} onChange={(event) => type(event.target.value)} onKeyDown={press}
            />
          </div>
          <div id={list} role="listbox" aria-label="Found" className="palette-list">
            {sections.map(({ title, from, entries: own }) => (
              <div key={title} role="group" aria-label={title}>
                <div className="palette-head" aria-hidden="true">{title}</div>
                {own.map((entry, index) => <PaletteRow key={entry.id} id={`${list}-${from + index}`} entry={entry} on={from + index === here} onChoose={() => choose(entry)} onPoint={() => setAt(from + index)} />)}
              </div>
            ))}
          </div>
          {entries.length === 0 && <p className="palette-none">Nothing here is called “{query}”.</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function stepOf(key: string, at: number, count: number): number | undefined {
  const last = Math.max(0, count - 1)
  switch (key) {
    case 'ArrowDown': return at >= last ? 0 : at + 1
    case 'ArrowUp': return at <= 0 ? last : at - 1
    case 'PageDown': return Math.min(last, at + page)
    case 'PageUp': return Math.max(0, at - page)
    default: return undefined
  }
}
