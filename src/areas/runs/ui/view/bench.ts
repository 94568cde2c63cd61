import { createContext, useContext } from 'react'
import type { Guess, KeyInfo } from '../cards/card.ts'
import type { Linked } from '../linked.ts'
import type { ViewRuns } from './useCardRuns.ts'
import type { ViewHands } from './useViewState.ts'

export type Asking =
  | { readonly dialog: 'rename'; readonly run: string; readonly name: string }
  | { readonly dialog: 'tag' | 'note'; readonly runs: readonly string[] }
  | { readonly dialog: 'saveAs' | 'renameView' | 'dropView' }
  | { readonly dialog: 'stop'; readonly job: string; readonly name: string; readonly started: boolean }
  | { readonly dialog: 'card'; readonly id: string }
  | { readonly dialog: 'renameCard'; readonly id: string }

export type FlyoutName = 'columns' | 'group'

/** What the parts of a runs view share. */
export interface Bench extends ViewHands {
  readonly keys: readonly KeyInfo[]
  readonly guess: Guess
  readonly linked: Linked
  readonly runs: ViewRuns
  /** Names of experiments by id. */
  readonly experiments: ReadonlyMap<string, string>
  readonly running: number
  /** Ids of the groups and parents that stand open. */
  readonly open: readonly string[]
  readonly setOpen: (open: readonly string[]) => void
  readonly ask: (asking: Asking) => void
  /** Which small form of the bar stands open. */
  readonly flyout: FlyoutName | undefined
  readonly setFlyout: (name: FlyoutName | undefined) => void
}

export const BenchContext = createContext<Bench | undefined>(undefined)

export function useBench(): Bench {
  const bench = useContext(BenchContext)
  if (!bench) throw new Error('A part of a runs view stands outside it.')
  return bench
}
