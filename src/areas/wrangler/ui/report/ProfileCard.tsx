import { typeChip } from '#kit/grid/type-chip.ts'
import { StillHistogram } from '#kit/plot/StillHistogram.tsx'
import type { Report } from '../../domain/analysis.ts'
import { countWords } from '../../domain/words.ts'

/** One column of the report: its figures and its shape. */
export function ProfileCard({ profile: { name, type, figures, bins, top } }: { readonly profile: Report['profiles'][number] }) {
  const first = Math.max(1, top[0]?.count ?? 1)
  return (
    <article className="card wr-profile">
      <h3><span className="wr-type">{typeChip(type)}</span><span className="clip">{name || '“”'}</span></h3>
      {bins.length > 0 && <StillHistogram label={`Distribution of ${name}, ${bins[0]?.label ?? ''} to ${bins.at(-1)?.label ?? ''}`} bins={bins} />}
      <dl className="wr-figures">{figures.map(({ label, value }) => <div key={label}><dt>{label}</dt><dd className="num">{value}</dd></div>)}</dl>
      {bins.length === 0 && <ul className="wr-tops">{top.slice(0, 5).map(({ value, count }) => <li key={value}><div><i style={{ width: `${(count / first) * 100}%` }} /><span className="clip">{value || '“”'}</span><span className="num">{countWords(count)}</span></div></li>)}</ul>}
    </article>
  )
}
