import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asking } from '#wire/ask.ts'
import { runs } from '../../../contract.ts'
import type { CardRuns } from '../card.ts'
import type { CurvesCardData } from './curve-scene.ts'
import { rangeOf } from './curve-scene.ts'

const mostAlone = 100
const mostGrouped = 500

/** The curves of a card; a zoomed card asks for its part of x alone, so in finer buckets. */
export function useCurvesData(card: CurvesCardData, { shown, groups }: CardRuns, buckets: number) {
  const most = groups.length > 0 && card.band !== 'none' ? mostGrouped : mostAlone
  const chosen = shown.slice(0, most).map(({ id }) => id)
  const [from, to] = rangeOf(card) ?? []
  const asked = useQuery({
    ...asking(runs.curves, { runs: chosen, metrics: card.metrics, x: card.over, buckets, ...(from === undefined || to === undefined ? {} : { from, to }) }),
    enabled: chosen.length > 0 && card.metrics.length > 0, placeholderData: keepPreviousData, retry: false,
  })
  return { asked, left: shown.length - chosen.length }
}
