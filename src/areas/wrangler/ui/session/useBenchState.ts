import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Params } from '#kit/desk.ts'
import { asking } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import { catalogue } from '../../domain/catalogue.ts'
import type { Column } from '../../domain/columns.ts'
import { draftOf, essence, newDraft, ownId, withDraft } from '../../domain/draft.ts'
import type { Draft } from '../../domain/draft.ts'
import { fieldsOf, initialParams } from '../../domain/form/fields.ts'
import { Step } from '../../domain/recipe.ts'
import type { Recipe } from '../../domain/recipe.ts'
import type { StepKind } from '../../domain/step-kind.ts'
import { viewOf, viewOver, viewText } from '../../domain/view-params.ts'
import type { Bench, CellAt } from './bench.ts'
import type { Opened } from './useOpened.ts'
import type { RecipeState } from './useRecipe.ts'
import { useDraft } from './useDraft.ts'
import { usePlanOf } from './usePlanOf.ts'
import { useSettled } from './useSettled.ts'

interface Given { readonly opened: Opened; readonly state: RecipeState; readonly params: Params; readonly setParams: (change: Params) => void }

export function useBenchState({ opened, state, params, setParams }: Given): Bench {
  const { recipe, edit } = state
  const { draft, setDraft, begin, drop } = useDraft()
  const [looked, setLooked] = useState<Looked>({ column: undefined, cell: undefined })
  const preview = useSound(draft)
  const source = useSource(recipe, opened)
  const at = atOf(params['step'], recipe)
  const { steps, planned, error, wait, columnsAfter } = usePlan(recipe, preview)
  const draftState = preview && steps.find(({ id }) => id === preview.step.id)
  const columns = columnsAfter(preview?.step.id ?? at)
  const asked = viewOf(params['view'])
  const setAt = (step: string | undefined) => setParams({ step: step ?? '' })
  return {
    dataset: recipe.source.dataset, version: source.version, rows: source.rows,
    recipe, edit, undo: state.undo, redo: state.redo, canUndo: state.canUndo, canRedo: state.canRedo,
    steps, planned, planProblem: error, planWait: wait, columns,
    before: columnsAfter(draft ? (recipe.steps[draft.at - 1]?.id ?? 'source') : at),
    shown: preview ? essence(withDraft(recipe, preview), preview.step.id) : essence(recipe, at),
    view: columns.length ? viewOver(asked, columns) : asked,
    setView: (view) => setParams({ view: viewText(view) }),
    at, setAt, draft, preview, draftState, setDraft,
    column: looked.column, cell: looked.cell, look: (column, cell) => setLooked({ column, cell }),
    startDraft: (op, known) => begin(op, (kind) => newDraft(recipe, op, initialParams(kind.params, known), at)),
    editStep: (id) => {
      const found = draftOf(recipe, id)
      if (found) begin(found.step.op, (kind) => ({ ...found, step: { ...found.step, params: initialParams(kind.params, formParams(kind, found.step.params)) } }))
    },
    dropDraft: drop,
    applyDraft: () => {
      if (!draft || !isSound(draft) || draftState?.problem) return
      edit((now) => withDraft(now, ownId(now, draft)))
      setDraft(undefined)
      if (at !== undefined) setAt(draft.at < recipe.steps.length ? draft.step.id : undefined)
    },
  }
}

/** Version and rows of what the recipe reads now. */
function useSource({ source: { dataset, version } }: Recipe, opened: Opened): { readonly version: number; readonly rows: number } {
  const changed = version !== undefined && version !== opened.version
  const { data } = useQuery({ ...asking(wrangler.start, { dataset, ...(changed ? { version } : {}) }), enabled: changed, staleTime: Infinity })
  return changed ? { version, rows: data?.rows ?? opened.rows } : opened
}

/** As this version writes them, without settings that the step does not have: those were told on its card. */
function formParams({ params: schema, upgraded }: StepKind, params: Step['params']): Step['params'] {
  const given = upgraded(params)
  const read = schema.safeParse(given)
  const names = new Set(fieldsOf(schema).map(({ name }) => name))
  return read.success ? Step.shape.params.parse(read.data) : Object.fromEntries(Object.entries(given).filter(([name]) => names.has(name)))
}

interface Looked { readonly column: string | undefined; readonly cell: CellAt | undefined }

/** The draft once it stood still and while its params are whole. */
function useSound(draft: Draft | undefined): Draft | undefined {
  const settled = useSettled(draft, 180)
  return draft && settled?.step.id === draft.step.id && isSound(settled) ? settled : undefined
}

function usePlan(recipe: Recipe, preview: Draft | undefined) {
  const { data, error, isPlaceholderData } = usePlanOf(preview ? withDraft(recipe, preview) : recipe)
  const source = data?.source ?? []
  return {
    steps: data?.steps ?? [], wait: data?.wait ?? null, error, planned: data !== undefined && !isPlaceholderData,
    columnsAfter: (id: string | undefined): readonly Column[] => (id === 'source' ? source : data?.steps.find((step) => step.id === id)?.columns) ?? data?.columns ?? source,
  }
}

function atOf(step: string | undefined, recipe: Recipe): string | undefined {
  if (step === 'source') return step
  return recipe.steps.some(({ id }) => id === step) ? step : undefined
}

export function isSound({ step }: { readonly step: Pick<Step, 'op' | 'params'> }): boolean {
  return catalogue.get(step.op)?.params.safeParse(step.params).success ?? false
}
