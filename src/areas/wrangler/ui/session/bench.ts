import { createContext, useContext } from 'react'
import type { Column } from '../../domain/columns.ts'
import type { Draft } from '../../domain/draft.ts'
import type { Recipe, Step } from '../../domain/recipe.ts'
import type { View } from '../../domain/view.ts'
import type { StepState, Wait } from '../../contract.ts'

/** A cell by its row on screen and in the data before the view. */
export interface CellAt { readonly row: number; readonly rid: number; readonly column: string }

/** What the parts of a wrangler panel share: the recipe and how it is looked at. */
export interface Bench {
  readonly dataset: string
  readonly version: number
  /** Rows of the source. */
  readonly rows: number
  readonly recipe: Recipe
  readonly edit: (change: (recipe: Recipe) => Recipe) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** The recipe's steps as the server sees them, the draft among them while it is sound. */
  readonly steps: readonly StepState[]
  /** False while `steps` are those of the question before. */
  readonly planned: boolean
  readonly planProblem: Error | null
  /** Why some of the steps do not know yet what they make. */
  readonly planWait: Wait | null
  /** The columns that the draft may use. */
  readonly before: readonly Column[]
  /** The columns after the step that is looked at. */
  readonly columns: readonly Column[]
  /** What the rows on screen come from. */
  readonly shown: Recipe
  readonly view: View
  readonly setView: (view: View) => void
  /** The step after which the rows are looked at; undefined is the last. */
  readonly at: string | undefined
  readonly setAt: (step: string | undefined) => void
  readonly draft: Draft | undefined
  /** The draft as the rows show it; undefined while it is not sound. */
  readonly preview: Draft | undefined
  /** The draft's step as the plan has it; undefined while that is not known. */
  readonly draftState: StepState | undefined
  readonly startDraft: (op: string, known?: Step['params']) => void
  readonly editStep: (id: string) => void
  readonly setDraft: (draft: Draft | undefined) => void
  readonly applyDraft: () => void
  /** Lets the draft go; a notice brings it back. */
  readonly dropDraft: () => void
  /** The column whose figures are read. */
  readonly column: string | undefined
  /** The cell that is looked at. */
  readonly cell: CellAt | undefined
  readonly look: (column: string | undefined, cell?: CellAt) => void
}

export const BenchContext = createContext<Bench | undefined>(undefined)

export function useBench(): Bench {
  const bench = useContext(BenchContext)
  if (!bench) throw new Error('This view stands outside a wrangler panel.')
  return bench
}
