import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Params } from '#kit/desk.ts'
import { asking } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import { catalogue } from '../../domain/catalogue.ts'
import type { Column } from '../../domain/columns.ts'
import { draftOf, essence, newDraft, withDraft } from '../../domain/draft.ts'
import type { Draft } from '../../domain/draft.ts'
import { initialParams } from '../../domain/form/fields.ts'
import type { Recipe, Step } from '../../domain/recipe.ts'
import { viewOf, viewOver, viewText } from '../../domain/view-params.ts'
import type { Bench, CellAt } from './bench.ts'
import type { Opened } from './useOpened.ts'
import type { RecipeState } from './useRecipe.ts'
import { useSettled } from './useSettled.ts'

interface Given { readonly opened: Opened; readonly state: RecipeState; readonly params: Params; readonly setParams: (change: Params) => void }

export function useBenchState({ opened, state, params, setParams }: Given): Bench {
  const { recipe, edit } = state
  const [draft, setDraft] = useState<Draft>()
  const [looked, setLooked] = useState<{ readonly column: string | undefined; readonly cell: CellAt | undefined }>({ column: undefined, cell: undefined })
  const settled = useSettled(draft, 180)
  const preview = draft && settled && settled.step.id === draft.step.id && isSound(settled) ? settled : undefined
  const planned = preview ? withDraft(recipe, preview) : recipe
  const plan = useQuery({ ...asking(wrangler.plan, { recipe: planned }), placeholderData: keepPreviousData, staleTime: Infinity })
  const at = atOf(params['step'], recipe)
  const steps = plan.data?.steps ?? []
  const source = plan.data?.source ?? []
  const columnsAfter = (id: string | undefined): readonly Column[] => (id === 'source' ? source : steps.find((step) => step.id === id)?.columns) ?? plan.data?.columns ?? source
  const before = draft ? columnsAfter(recipe.steps[draft.at - 1]?.id ?? 'source') : columnsAfter(at)
  const columns = columnsAfter(preview ? preview.step.id : at)
  const setAt = (step: string | undefined) => setParams({ step: step ?? '' })

  return {
    dataset: recipe.source.dataset, version: opened.version, rows: opened.rows,
    recipe, edit, undo: state.undo, redo: state.redo, canUndo: state.canUndo, canRedo: state.canRedo,
    steps, planProblem: plan.error, before, columns,
    shown: preview ? essence(planned, preview.step.id) : essence(recipe, at),
    view: columns.length ? viewOver(viewOf(params['view']), columns) : viewOf(params['view']),
    setView: (view) => setParams({ view: viewText(view) }),
    at, setAt, draft, preview, setDraft,
    column: looked.column, cell: looked.cell, look: (column, cell) => setLooked({ column, cell }),
    startDraft: (op, known = {}) => {
      const kind = catalogue.get(op)
      if (kind) setDraft(newDraft(recipe, op, initialParams(kind.params, known), at))
    },
    editStep: (id) => {
      const kind = catalogue.get(recipe.steps.find((step) => step.id === id)?.op ?? '')
      const found = kind && draftOf(recipe, id)
      if (kind && found) setDraft({ ...found, step: { ...found.step, params: initialParams(kind.params, found.step.params) } })
    },
    applyDraft: () => {
      if (!draft || !isSound(draft)) return
      edit((now) => withDraft(now, draft))
      setDraft(undefined)
      const next = recipe.steps[draft.at]
      if (at !== undefined && draft.isNew && next !== undefined) setAt(draft.step.id)
      else if (at !== undefined && draft.isNew) setAt(undefined)
    },
  }
}

function atOf(step: string | undefined, recipe: Recipe): string | undefined {
  if (step === 'source') return step
  return recipe.steps.some(({ id }) => id === step) ? step : undefined
}

export function isSound({ step }: { readonly step: Pick<Step, 'op' | 'params'> }): boolean {
  return catalogue.get(step.op)?.params.safeParse(step.params).success ?? false
}
