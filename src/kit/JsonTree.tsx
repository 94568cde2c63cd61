import { ChevronDown, ChevronUp, ChevronsDownUp, ChevronsUpDown, Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { ContextMenu } from './ContextMenu.tsx'
import { readable } from './code/palette.ts'
import { TextField } from './TextField.tsx'
import { Toolbar } from './Toolbar.tsx'
import { Tree } from './Tree.tsx'
import type { TreeNode } from './Tree.tsx'
import { writeJson } from '#lib/json.ts'
import type { Json } from '#lib/json.ts'
import { countOf, findIn, pathOf, previewOf, rowsOf, wordsOf } from '#lib/json-tree.ts'
import type { JsonRow } from '#lib/json-tree.ts'

const inks: Readonly<Record<Json['kind'], string>> = { string: 'c3', number: 'c2', boolean: 'c5', null: 'c5', array: 'ink-2', object: 'ink-2' }

/** A JSON value to open, search and copy from. */
export function JsonTree({ value, find, onFind, head, actions, note }: { readonly value: Json; readonly find: string; readonly onFind: (text: string) => void; readonly head: ReactNode; readonly actions: ReactNode; readonly note: string }) {
  const [open, setOpen] = useState<readonly string[]>(() => firstOpen(value))
  const [selected, setSelected] = useState<readonly string[]>([])
  const sought = useDeferredValue(find.trim())
  const hits = sought === '' ? [] : findIn(value, sought)
  const at = hits.findIndex(({ id }) => id === selected[0])
  const rows = countOf(value) === 0 ? [{ id: '[]', key: '', value, range: false }] : rowsOf(value, new Set(open))
  const go = (step: 1 | -1) => {
    const hit = hits[at < 0 ? (step > 0 ? 0 : hits.length - 1) : (at + step + hits.length) % hits.length]
    if (!hit) return
    setOpen([...new Set([...open, ...hit.open])])
    setSelected([hit.id])
    requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector(`[data-key=${CSS.escape(hit.id)}]`)?.scrollIntoView({ block: 'center' })))
  }
  const menu = (target: Element) => {
    const id = target.closest('[data-key]')?.getAttribute('data-key') ?? ''
    const row = flat(rows).find((one) => one.id === id)
    if (!row || row.range) return []
    return [
      { id: 'value', label: 'Copy value', run: () => copy(row.value.kind === 'string' ? row.value.value : writeJson(row.value, 2)) },
      { id: 'json', label: 'Copy as JSON', run: () => copy(writeJson(row.value, 2)) },
      { id: 'path', label: 'Copy path', run: () => copy(pathOf(id)) },
    ]
  }
  return (
    <>
      <Toolbar label="JSON" slim>
        {head}
        <span className="sp" />
        <div className="w-56"><TextField label="Find in the JSON" hideLabel type="search" icon={Search} placeholder="Find keys and values" value={find} onChange={onFind} onEnter={() => go(1)} /></div>
        {find.trim() !== '' && <span role="status" className="text-xs tabular-nums">{hits.length === 0 ? 'none' : `${at < 0 ? '–' : at + 1} of ${hits.length}${hits.length >= 1000 ? '+' : ''}`}</span>}
        <Button variant="ghost" size="s" icon={ChevronUp} label="Previous" disabled={hits.length === 0} onPress={() => go(-1)} />
        <Button variant="ghost" size="s" icon={ChevronDown} label="Next" disabled={hits.length === 0} onPress={() => go(1)} />
        <Button variant="ghost" size="s" icon={ChevronsUpDown} label="Open one level more" onPress={() => setOpen([...new Set([...open, ...branches(rows)])])} />
        <Button variant="ghost" size="s" icon={ChevronsDownUp} label="Close all" onPress={() => setOpen([])} />
        {actions}
      </Toolbar>
      {note && <p role="status" className="flex-none border-b border-line bg-warn-soft px-3 py-2 text-s">{note}</p>}
      <ContextMenu items={menu} label="JSON value" className="min-h-0 flex-1 pt-1 font-mono text-s">
        <Tree label="JSON" mode="single" nodes={rows.map(nodeOf)} expanded={open} onExpand={setOpen} selected={selected} onSelect={setSelected} />
      </ContextMenu>
      <p className="flex-none truncate border-t border-line px-3 py-1 font-mono text-xs text-ink-2" aria-live="polite">{selected[0] ? pathOf(selected[0]) || '.' : 'Choose a row to see its path'}</p>
    </>
  )
}

function copy(text: string): void {
  void navigator.clipboard.writeText(text)
}

function nodeOf(row: JsonRow): TreeNode {
  const { id, key, value, children, range } = row
  const words = range ? '' : wordsOf(value)
  const preview = children?.length === 0 && !range ? previewOf(value) : ''
  const content = <span className="clip">{key !== '' && <span className="text-ink">{key}</span>}{key !== '' && !range && <span className="text-ink-2">: </span>}<span style={{ color: readable(`var(--${inks[value.kind]})`, 'var(--ink)') }}>{words}</span>{preview !== '' && <span aria-hidden="true" className="pl-2 text-ink-2">{preview}</span>}</span>
  return { id, label: `${key} ${words}`, content, branch: children !== undefined, ...(children ? { children: children.map(nodeOf) } : {}) }
}

/** The first level, and the next while that is not many rows. */
function firstOpen(value: Json): string[] {
  const rows = rowsOf(value, new Set())
  return rows.length <= 20 ? branches(rows) : []
}

function branches(rows: readonly JsonRow[]): string[] {
  return flat(rows).filter(({ children }) => children !== undefined).map(({ id }) => id)
}

function flat(rows: readonly JsonRow[]): JsonRow[] {
  return rows.flatMap((row) => [row, ...flat(row.children ?? [])])
}
