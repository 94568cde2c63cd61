import { PlotTable } from './PlotTable.tsx'

export interface Bar {
  readonly label: string
  /** 0 to 1; null has no bar. */
  readonly share: number | null
  readonly words: string
  readonly tone?: 'accent' | 'good' | 'warn' | 'bad' | 'none'
  readonly note?: string
}

/** Horizontal bars, the label before and the figure behind each. */
export function Bars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  return (
    <figure className="plot">
      <ul className="hbars" aria-label={label}>
        {bars.map((bar) => (
          <li key={bar.label}>
            <span className="clip" title={bar.label}>{bar.label}</span>
            <span className="track" aria-hidden="true"><i className={bar.tone ?? 'accent'} style={{ width: `${Math.min(1, Math.max(0, bar.share ?? 0)) * 100}%` }} /></span>
            <span className="num">{bar.words}</span>
            <span className="mut text-xs">{bar.note ?? ''}</span>
          </li>
        ))}
      </ul>
      <PlotTable caption={label} head={['', 'Value', '']} rows={bars.map((bar) => [bar.label, bar.words, bar.note ?? ''])} />
    </figure>
  )
}
