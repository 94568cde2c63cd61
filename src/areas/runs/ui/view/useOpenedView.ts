import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Params } from '#kit/desk.ts'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import { guessOf } from '../../domain/guess.ts'
import { ViewState } from '../../domain/view.ts'
import type { SavedView } from '../../domain/view.ts'
import { defaultCards } from '../board/default-cards.ts'
import type { Guess, KeyInfo } from '../cards/card.ts'

export interface OpenedView {
  readonly key: string
  readonly view: SavedView | undefined
  /** What the view is before anything is changed. */
  readonly base: ViewState
  readonly keys: readonly KeyInfo[]
  readonly guess: Guess
}

/** The view that an address means: a saved one, or the usual one of its experiments. */
export function useOpenedView({ view: id, experiments: list = '' }: Params): { readonly opened: OpenedView | undefined; readonly error: Error | null; readonly retry: () => void } {
  const saved = useQuery({ ...asking(runs.view, { id: id ?? '' }), enabled: id !== undefined, retry: false })
  const experiments = id === undefined ? list.split(',').filter(Boolean) : (saved.data?.state.query.experiments ?? [])
  const keys = useQuery({ ...asking(runs.keys, { experiments }), enabled: experiments.length > 0, placeholderData: keepPreviousData, retry: false })
  return {
    opened: keys.data && (id === undefined || saved.data) ? openedOf({ id, experiments, keys: keys.data, saved: saved.data }) : undefined,
    error: saved.error ?? keys.error,
    retry: () => { void saved.refetch(); void keys.refetch() },
  }
}

function openedOf({ id, experiments, keys, saved }: { readonly id: string | undefined; readonly experiments: readonly string[]; readonly keys: readonly KeyInfo[]; readonly saved: SavedView | undefined }): OpenedView {
  const guess = guessOf(keys)
  const view = id === undefined ? undefined : saved
  return { key: view?.id ?? `of ${experiments.join()}`, view, base: view?.state ?? usualView(experiments, guess), keys, guess }
}

function usualView(experiments: readonly string[], guess: Guess): ViewState {
  const [main, second] = guess.metrics
  const columns = [main, ...guess.params.slice(0, 6), second, ...(guess.curve === undefined ? [] : [`spark:${guess.curve}`]), 'attributes.start_time', 'attributes.duration'].filter((one) => one !== undefined)
  return ViewState.parse({ query: { experiments }, columns, cards: defaultCards(guess) })
}
