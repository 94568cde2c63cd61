import { plural } from '#lib/words.ts'
import './plot.css'
export interface Share { readonly value: string; readonly count: number }

/** The commonest values as parts of a line, the rest last; a press picks a value. */
export function MiniShares({ label, shares, others, picked, onPick }: {
  readonly label: string
  readonly shares: readonly Share[]
  readonly others: number
  readonly picked: readonly string[]
  readonly onPick: (value: string) => void
}) {
  const total = Math.max(1, shares.reduce((sum, { count }) => sum + count, others))
  return (
    <div className="minishares" role="group" aria-label={label} onPointerDown={(event) => event.stopPropagation()}>
      {shares.map(({ value, count }, i) => (
        <button
          key={value} type="button" aria-pressed={picked.includes(value)} aria-label={`${value || 'empty text'}: ${plural(count, 'row')}`}
          title={`${value || '“”'}: ${plural(count, 'row')}`} className={picked.length && !picked.includes(value) ? 'off' : ''}
          style={{ flexGrow: count / total, opacity: 1 - Math.min(0.6, i * 0.13) }}
          onClick={(event) => { event.stopPropagation(); onPick(value) }} onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') event.stopPropagation() }}
        />
      ))}
      {others > 0 && <i style={{ flexGrow: others / total }} title={`others: ${plural(others, 'row')}`} />}
    </div>
  )
}
