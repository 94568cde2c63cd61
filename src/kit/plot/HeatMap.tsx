import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { heatColour } from './palette.ts'
import { PlotTable } from './PlotTable.tsx'

/** A square of values from -1 to 1; the stronger, the darker, with a sign for those below zero. */
export function HeatMap({ label, names, values }: { readonly label: string; readonly names: readonly string[]; readonly values: readonly (readonly (number | null)[])[] }) {
  const [at, setAt] = useState<readonly [number, number]>([0, 0])
  const cell = names.length > 24 ? 18 : names.length > 8 ? 40 : 56
  const [row, column] = at
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key]
    if (!step) return
    event.preventDefault()
    const within = (value: number) => Math.max(0, Math.min(names.length - 1, value))
    setAt([within(row + (step[0] ?? 0)), within(column + (step[1] ?? 0))])
  }
  const words = `${names[row] ?? ''} with ${names[column] ?? ''}: ${figure(values[row]?.[column] ?? null)}`
  return (
    <figure className="plot">
      <p className="plotread" aria-live="polite">{words}</p>
      <div className="heat" role="application" aria-roledescription="heat map" aria-label={`${label}. Arrow keys read the cells.`} tabIndex={0} onKeyDown={keys}>
        <div className="heatgrid" aria-hidden="true" style={{ gridTemplateColumns: `minmax(90px, auto) repeat(${names.length}, ${cell}px)` }}>
          <span />
          {names.map((name, i) => <span key={i} className="heattop"><span>{name}</span></span>)}
          {values.flatMap((line, i) => [
            <span key={`n${i}`} className="heatside clip" title={names[i] ?? ''}>{names[i]}</span>,
            ...line.map((value, j) => (
              <i
                key={`${i}-${j}`} className={i === row && j === column ? 'at' : ''} style={{ height: Math.min(cell, 30), ...(value === null ? {} : { background: heatColour(Math.abs(value)) }), ...(value !== null && Math.abs(value) > 0.6 ? { color: 'var(--on-accent)' } : {}) }}
                onPointerEnter={() => setAt([i, j])}
              >
                {names.length > 24 ? '' : short(value)}
              </i>
            )),
          ])}
        </div>
      </div>
      <PlotTable caption={label} head={['', ...names]} rows={values.map((line, i) => [names[i] ?? '', ...line.map(figure)])} />
    </figure>
  )
}

function figure(value: number | null): string {
  return value === null ? 'not defined' : value.toFixed(3)
}

function short(value: number | null): string {
  return value === null ? '–' : value.toFixed(2).replace('-', '−').replace(/^(−?)0\./, '$1.')
}
