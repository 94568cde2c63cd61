import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asking } from '#wire/ask.ts'
import { runs } from '../../../contract.ts'
import type { RunQuery } from '../../../domain/query.ts'
import type { CardRun, CardRuns } from '../card.ts'
import { useValues } from '../useValues.ts'
import type { CurvesCardData } from './curve-scene.ts'
import { rangeOf } from './curve-scene.ts'

const mostAlone = 100
const mostGrouped = 500

/** The curves of a card; a zoomed card asks for its part of x alone, so in finer buckets. Of more runs than fit, the first that have the metric are drawn. */
export function useCurvesData(card: CurvesCardData, { query, runs: { shown, groups } }: { readonly query: RunQuery; readonly runs: CardRuns }, buckets: number) {
  const most = groups.length > 0 && card.band !== 'none' ? mostGrouped : mostAlone
  const { fit, waiting, error } = useFit(card, query, shown, most)
  const chosen = fit.slice(0, most).map(({ id }) => id)
  const range = rangeOf(card)
  const enabled = chosen.length > 0 && card.metrics.length > 0
  const asked = useQuery({
    ...asking(runs.curves, { runs: chosen, metrics: card.metrics, x: card.over, buckets, ...(range ? { from: range[0], to: range[1] } : {}) }),
    enabled, placeholderData: keepPreviousData, retry: false,
  })
  return { asked: { ...asked, isPending: (enabled && asked.isPending) || waiting, error: asked.error ?? error }, chosen: chosen.length, fit: fit.length }
}

/** The runs that can be drawn: where not all fit, those that have one of the metrics. */
function useFit({ metrics }: CurvesCardData, query: RunQuery, shown: readonly CardRun[], most: number) {
  const many = shown.length > most && metrics.length > 0
  const values = useValues(query, metrics.map((metric) => `metrics.${metric}`), many)
  if (!many) return { fit: shown, waiting: false, error: null }
  const having = new Set(values.data?.ids.filter((_, at) => values.data.columns.some((cells) => cells[at] !== null)))
  return { fit: shown.filter(({ id }) => having.has(id)), waiting: values.isPending, error: values.error }
}
