import { freshStepId } from '../domain/recipe.ts'
import { emptyView, viewSteps } from '../domain/view.ts'
import type { Bench } from './session/bench.ts'

/** Filters and order become steps behind the step that is looked at. */
export function keepView({ view, setView, edit, at, setAt }: Pick<Bench, 'view' | 'setView' | 'edit' | 'at' | 'setAt'>): void {
  const steps = viewSteps(view)
  if (steps.length === 0) return
  edit((now) => {
    const found = now.steps.findIndex(({ id }) => id === at)
    const index = at === 'source' ? 0 : found < 0 ? now.steps.length : found + 1
    return steps.reduce((so, step, i) => ({ ...so, steps: so.steps.toSpliced(index + i, 0, { ...step, id: freshStepId(so) }) }), now)
  })
  setView(emptyView)
  setAt(undefined)
}
