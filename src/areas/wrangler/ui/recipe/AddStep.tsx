import { Search } from 'lucide-react'
import { createElement, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Chip } from '#kit/Chip.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { catalogue } from '../../domain/catalogue.ts'
import { categories } from '../../domain/step-kind.ts'
import type { Category, StepKind } from '../../domain/step-kind.ts'
import { rankedKinds } from '../../domain/search-kinds.ts'
import { categoryIcon } from './step-icon.ts'
import { StepIcon } from './StepIcon.tsx'

/** Every kind of step: found by words, chosen with the arrows and Enter. */
export function AddStep({ onChoose, onClose }: { readonly onChoose: (op: string) => void; readonly onClose: () => void }) {
  const [search, setSearch] = useState('')
  const [category, setCategory] = useState<Category>()
  const [cursor, setCursor] = useState(0)
  const kinds = rankedKinds([...catalogue.values()], search).filter((kind) => category === undefined || kind.category === category)
  const at = Math.min(cursor, kinds.length - 1)
  const chosen = kinds[at]
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (by !== undefined) setCursor(Math.max(0, Math.min(kinds.length - 1, at + by)))
    else if (event.key === 'Enter' && chosen) onChoose(chosen.op)
    else return
    event.preventDefault()
    if (by !== undefined) document.getElementById(`wr-kind-${kinds[Math.max(0, Math.min(kinds.length - 1, at + by))]?.op}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <Dialog title="Add a step" width={760} onClose={onClose}>
      <div className="wr-add" role="presentation" onKeyDown={keys}>
        <div className="input"><Search size={14} /><input role="combobox" aria-label="Search steps" aria-expanded="true" aria-controls="wr-kinds" aria-activedescendant={chosen && `wr-kind-${chosen.op}`} autoFocus value={search} placeholder={`Search ${catalogue.size} steps by what they do`} onChange={(event) => { setSearch(event.target.value); setCursor(0) }} /></div>
        <div className="wr-addbody">
          <div className="wr-cats" role="group" aria-label="Categories">
            <CategoryButton category={undefined} pressed={category === undefined} onPress={() => setCategory(undefined)} />
            {categories.map((one) => <CategoryButton key={one} category={one} pressed={category === one} onPress={() => { setCategory(one); setCursor(0) }} />)}
          </div>
          <div id="wr-kinds" className="wr-kinds" role="listbox" aria-label="Steps">
            {kinds.map((kind, i) => <KindOption key={kind.op} kind={kind} on={i === at} onPoint={() => setCursor(i)} onChoose={() => onChoose(kind.op)} />)}
            {kinds.length === 0 && <p className="text-s text-ink-2 p-3">No step is described by “{search}”. Formula and Custom SQL can do most things that have no step of their own.</p>}
          </div>
        </div>
      </div>
    </Dialog>
  )
}

function CategoryButton({ category, pressed, onPress }: { readonly category: Category | undefined; readonly pressed: boolean; readonly onPress: () => void }) {
  return <button type="button" aria-pressed={pressed} onClick={onPress}>{category && createElement(categoryIcon(category), { size: 13 })}{category ?? 'All'}</button>
}

function KindOption({ kind, on, onPoint, onChoose }: { readonly kind: StepKind; readonly on: boolean; readonly onPoint: () => void; readonly onChoose: () => void }) {
  return (
    <div id={`wr-kind-${kind.op}`} role="option" aria-selected={on} className={on ? 'on' : ''} onPointerMove={onPoint} onClick={onChoose}>
      <StepIcon op={kind.op} />
      <b>{kind.title}{kind.cost === 'fit' && <Chip title="Learns from the train rows only, when a split stands before it">learns</Chip>}</b>
      <p>{kind.about}</p>
    </div>
  )
}
