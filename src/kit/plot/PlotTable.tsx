import './plot.css'
import { useState } from 'react'

export type PlotRow = readonly (string | number)[]

/**
 * The figures of a chart as a table, for those who do not see it and those who want to copy them.
 * Rows given as a function are made when it opens; `inset` lays it over the chart, its button seen on hover and focus.
 */
export function PlotTable({ caption, head, rows, inset = false }: { readonly caption: string; readonly head: readonly string[]; readonly rows: readonly PlotRow[] | (() => readonly PlotRow[]); readonly inset?: boolean }) {
  const [open, setOpen] = useState(false)
  const shown = typeof rows === 'function' ? (open ? rows() : []) : rows
  return (
    <details className={inset ? 'plottable inset' : 'plottable'} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{inset && open ? 'Back to the chart' : 'Show as a table'}</summary>
      <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
        <table>
          <caption className="sr-only">{caption}</caption>
          <thead><tr>{head.map((word, i) => <th key={i} scope="col">{word}</th>)}</tr></thead>
          <tbody>{shown.map((row, i) => <tr key={i}>{row.map((cell, j) => <td key={j} className={typeof cell === 'number' ? 'num' : ''}>{typeof cell === 'number' ? cell.toLocaleString('en-US', { maximumFractionDigits: 6 }) : cell}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </details>
  )
}
