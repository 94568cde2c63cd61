import { useQuery } from '@tanstack/react-query'
import { MiniHistogram } from '#kit/plot/MiniHistogram.tsx'
import { MiniShares } from '#kit/plot/MiniShares.tsx'
import { QualityBar } from '#kit/plot/QualityBar.tsx'
import { askingFigures } from '../session/asking-figures.ts'
import { wrangler } from '../../contract.ts'
import { brushed, coveredBins, pickedValues, toggledValue, withRange } from '../../domain/brush.ts'
import type { Column } from '../../domain/columns.ts'
import type { Head } from '../../domain/profile.ts'
import type { Recipe } from '../../domain/recipe.ts'
import type { View } from '../../domain/view.ts'
import { endsOf, scopeWords, shortCount, timeWords } from '../../domain/words.ts'

interface Props {
  readonly column: Column
  readonly recipe: Recipe
  readonly view: View
  readonly setView: (view: View) => void
}

/** Under a column's name: quality, distribution and ends. The column's own filter does not narrow its own figures. */
export function ColumnHead({ column, recipe, view, setView }: Props) {
  const own = new Set(view.filter.filter((one) => (one.kind === 'between' || one.kind === 'in') && one.column === column.id))
  const others: View = { sort: [], filter: view.filter.filter((one) => !own.has(one)) }
  const ask = { recipe, view: others, columns: [column.id] }
  const quick = useQuery({ ...askingFigures(wrangler.heads, ask), placeholderData: (before) => before })
  const head = quick.data?.find((one) => one.column === column.id)?.head
  if (!head) return <HeadWait failed={quick.error} />
  return (
    <>
      <QualityBar valid={head.valid} missing={head.missing} invalid={head.invalid} />
      <Distribution {...{ column, head, view, setView }} />
      <small className="wr-ends" title={`${scopeWords(head.scope)} · ${timeWords(head.ms)}`}>
        <Ends head={head} />
      </small>
    </>
  )
}

function Distribution({ column, head, view, setView }: Omit<Props, 'recipe'> & { readonly head: Head }) {
  const { bins, top, others } = head
  if (bins.length > 0) {
    return (
      <MiniHistogram
        label={`Distribution of ${column.name}`} bins={bins} covered={coveredBins(view.filter, column, bins)}
        onBrush={(range) => setView(withRange(view, column.id, range && brushed(column, bins, ...range)))}
      />
    )
  }
  if (top.length === 0) return <div className="wr-none">{head.valid + head.missing === 0 ? 'no rows' : head.valid === 0 ? 'all missing' : ''}</div>
  const unique = head.distinct !== null && head.distinct > 20 && (top[0]?.count ?? 0) <= 1
  if (unique) return <div className="wr-none">{shortCount(head.distinct ?? 0)} distinct</div>
  return <MiniShares label={`Commonest values of ${column.name}`} shares={top.slice(0, 6)} others={others + top.slice(6).reduce((sum, { count }) => sum + count, 0)} picked={pickedValues(view.filter, column.id)} onPick={(value) => setView(toggledValue(view, column.id, value))} />
}

function Ends({ head }: { readonly head: Head }) {
  const { scope } = head
  const mark = scope.kind === 'exact' ? '' : scope.kind === 'approx' ? '≈' : `n=${shortCount(scope.rows)}`
  const [low, high] = endsOf(head)
  return <><span>{low}</span>{mark && <em>{mark}</em>}<span>{high}</span></>
}

function HeadWait({ failed }: { readonly failed: Error | null }) {
  if (failed) return <small className="wr-ends" title={failed.message}><span className="text-bad">{failed.message}</span></small>
  return (
    <>
      <div className="skeleton" style={{ height: 3 }} />
      <div className="skeleton" style={{ height: 30 }} />
      <small className="wr-ends" />
    </>
  )
}
