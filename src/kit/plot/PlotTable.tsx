import './plot.css'
/** The figures of a chart as a table, for those who do not see it and those who want to copy them. */
export function PlotTable({ caption, head, rows }: { readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] }) {
  return (
    <details className="plottable">
      <summary>Show as a table</summary>
      <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
        <table>
          <caption className="sr-only">{caption}</caption>
          <thead><tr>{head.map((word, i) => <th key={i} scope="col">{word}</th>)}</tr></thead>
          <tbody>{rows.map((row, i) => <tr key={i}>{row.map((cell, j) => <td key={j} className={typeof cell === 'number' ? 'num' : ''}>{typeof cell === 'number' ? cell.toLocaleString('en-US', { maximumFractionDigits: 6 }) : cell}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </details>
  )
}
