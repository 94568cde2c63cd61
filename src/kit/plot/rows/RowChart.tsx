import '../charts.css'
import { useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { RowScale } from './row-scale.ts'

export interface ChartRow { readonly id: string; readonly label: string; readonly colour: string; readonly words: string; readonly about: string; readonly track: ReactNode }

/** Rows of a label, a track over one scale and a figure; arrow keys walk through them, Enter opens. */
export function RowChart({ label, rows, scale, swatches = true, hovered, onHover, onOpen, unit = '' }: {
  readonly label: string
  readonly rows: readonly ChartRow[]
  readonly scale: RowScale
  /** Whether each row shows its colour before its label. */
  readonly swatches?: boolean
  readonly hovered: string | undefined
  readonly onHover: (id: string | undefined) => void
  readonly onOpen?: ((id: string) => void) | undefined
  readonly unit?: string
}) {
  const list = useRef<HTMLUListElement>(null)
  const figures = { '--figures': `${rows.reduce((most, { words }) => Math.max(most, words.length), 6)}em` }
  const current = rows.some(({ id }) => id === hovered) ? hovered : rows[0]?.id
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = rows[Math.max(0, Math.min(rows.length - 1, rows.findIndex(({ id }) => id === current) + by))]
    list.current?.querySelectorAll<HTMLElement>('button')[next ? rows.indexOf(next) : 0]?.focus()
  }
  return (
    <div className="rowchart" style={{ ...figures, minHeight: 0 }} onKeyDown={keys} onPointerLeave={() => onHover(undefined)}>
      <ul ref={list} aria-label={label}>
        {rows.map((row) => (
          <li key={row.id} className={row.id === hovered ? 'on' : ''}>
            <button type="button" tabIndex={row.id === current ? 0 : -1} aria-label={row.about} title={row.about} onFocus={() => onHover(row.id)} onPointerEnter={() => onHover(row.id)} onClick={() => onOpen?.(row.id)}>
              <span className="rowname">{swatches && <i className="swatch" style={{ background: row.colour }} />}<span className="clip">{row.label}</span></span>
              <span className="rowtrack">{scale.ticks.map((tick) => <i key={tick.at} className="rowgrid" style={{ left: `${scale.at(tick.at)}%` }} />)}{row.track}</span>
              <span className="num">{row.words}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="rowaxis" aria-hidden="true"><span /><span className="rowticks">{scale.ticks.map((tick) => <span key={tick.at} style={{ left: `${scale.at(tick.at)}%` }}>{tick.words}</span>)}</span><span className="num">{unit}</span></div>
    </div>
  )
}
