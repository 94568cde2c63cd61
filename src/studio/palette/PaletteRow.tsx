import { useEffect, useRef } from 'react'
import { KeyHint } from '#kit/KeyHint.tsx'
import type { Entry } from './useEntries.ts'

export function PaletteRow({ id, entry, on, onChoose, onPoint }: { readonly id: string; readonly entry: Entry; readonly on: boolean; readonly onChoose: () => void; readonly onPoint: () => void }) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => { if (on) row.current?.scrollIntoView({ block: 'nearest' }) }, [on])
  const { icon: Icon } = entry
  return (
    <div ref={row} id={id} role="option" aria-selected={on} className="palette-row" onClick={onChoose} onPointerMove={onPoint}>
      {Icon ? <Icon size={14} /> : <span className="w-3.5" />}
      <span className="clip"><Marked text={entry.label} hits={entry.hits} /></span>
      {entry.note && <span className="note clip">{entry.note}</span>}
      {entry.keys.map((key) => <KeyHint key={key} keys={key} />)}
    </div>
  )
}

/** The letters that were found, set off by weight. */
function Marked({ text, hits }: { readonly text: string; readonly hits: readonly number[] }) {
  if (hits.length === 0) return text
  const found = new Set(hits)
  return Array.from(text, (letter) => letter).map((letter, at) => (found.has(at) ? <b key={at}>{letter}</b> : letter))
}
