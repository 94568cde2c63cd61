import type { Figure } from '../../domain/profile.ts'
import { scopeWords, timeWords } from '../../domain/words.ts'

/** Figures by name; where they do not all rest on the same rows, each says what it rests on. */
export function FigureList({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="wr-figures">
      {figures.map(({ key, label, value, scope, ms }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd className="num" title={`${scopeWords(scope)} · ${timeWords(ms)}`}>{scope.kind === 'exact' ? '' : <em>{scope.kind === 'approx' ? '≈' : 'n'}</em>}{value}</dd>
        </div>
      ))}
    </dl>
  )
}
