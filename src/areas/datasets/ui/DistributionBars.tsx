import type { ProfiledColumn } from '../domain/profile.ts'
import { countOf } from './words.ts'

/** A column's bins as small bars; its commonest values when it holds no numbers or times. */
export function DistributionBars({ column }: { readonly column: ProfiledColumn }) {
  const { name, kind, bins, others } = column
  const [first] = bins
  if (!first) return <span className="text-xs text-ink-3">no values</span>
  if (kind === 'category') return <Commonest column={column} />
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const label = `Distribution of ${name}: ${first.label} to ${bins.at(-1)?.label ?? ''}${others > 0 ? `, ${countOf(others)} infinite` : ''}`
  return (
    <svg role="img" aria-label={label} width="100%" height={30} preserveAspectRatio="none" viewBox={`0 0 ${bins.length * 10} 100`} className="block">
      {bins.map((bin, i) => {
        const height = bin.count === 0 ? 0 : Math.max(4, (bin.count / most) * 100)
        return (
          <g key={i}>
            <title>{`${bin.label}: ${countOf(bin.count)}`}</title>
            <rect x={i * 10} y={0} width={10} height={100} fill="transparent" />
            <rect x={i * 10 + 0.5} y={100 - height} width={9} height={height} fill="var(--c1)" />
          </g>
        )
      })}
    </svg>
  )
}

/** The three commonest, each with its share of the valid values. */
function Commonest({ column: { name, bins, valid } }: { readonly column: ProfiledColumn }) {
  return (
    <ul className="flex flex-col text-xs leading-[13px]" aria-label={`Commonest values of ${name}`} title={bins.map(({ label, count }) => `${label || '(empty text)'}: ${countOf(count)}`).join('\n')}>
      {bins.slice(0, 3).map(({ label, count }, i) => (
        <li key={i} className="relative flex justify-between gap-2">
          <span aria-hidden="true" className="absolute inset-y-px left-0 rounded-1" style={{ background: 'var(--h1)', width: `${(count / Math.max(1, valid)) * 100}%` }} />
          <span className="clip relative">{label || <i className="mut">(empty text)</i>}</span><span className="relative flex-none text-ink-2">{((count / Math.max(1, valid)) * 100).toFixed(count < valid / 1000 ? 2 : 1)} %</span>
        </li>
      ))}
    </ul>
  )
}
