import type { Comparison } from '../domain/comparison.ts'
import { countOf } from './words.ts'

type Bins = Comparison['columns'][number]['bins']

/** Two distributions over the same bins, each as shares of its own side, so that sides of different size compare. */
export function PairedBars({ label, bins, height = 48 }: { readonly label: string; readonly bins: Bins; readonly height?: number }) {
  const [left, right] = [bins.reduce((sum, bin) => sum + bin.left, 0), bins.reduce((sum, bin) => sum + bin.right, 0)]
  const most = Math.max(0.0001, ...bins.flatMap((bin) => [share(bin.left, left), share(bin.right, right)]))
  return (
    <svg role="img" aria-label={label} width="100%" height={height} preserveAspectRatio="none" viewBox={`0 0 ${bins.length * 10} 100`} className="block">
      {bins.map((bin, i) => {
        const [a, b] = [(share(bin.left, left) / most) * 98, (share(bin.right, right) / most) * 98]
        return (
          <g key={i}>
            <title>{`${bin.label}: ${countOf(bin.left)} | ${countOf(bin.right)}`}</title>
            <rect x={i * 10} y={0} width={10} height={100} fill="transparent" />
            <rect x={i * 10 + 1} y={100 - a} width={4} height={a} fill="var(--c1)" />
            <rect x={i * 10 + 5} y={100 - b} width={4} height={b} fill="var(--c2)" />
          </g>
        )
      })}
      <line x1={0} x2={bins.length * 10} y1={100} y2={100} stroke="var(--line-strong)" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

function share(count: number, total: number): number {
  return total === 0 ? 0 : count / total
}
