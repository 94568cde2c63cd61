import './plot.css'

/** A distribution to look at only. */
export function StillHistogram({ label, bins }: { readonly label: string; readonly bins: readonly { readonly count: number; readonly label: string }[] }) {
  const most = Math.max(1, ...bins.map(({ count }) => count))
  return (
    <div className="minihist still" role="img" aria-label={label}>
      {bins.map(({ count, label: range }, i) => <i key={i} title={`${range}: ${count.toLocaleString('en-US')}`} style={{ height: count === 0 ? 0 : `max(1px, ${(count / most) * 100}%)` }} />)}
    </div>
  )
}
