import { useDesk } from '#kit/desk.ts'
import { freshStepId, withoutStep, withStepAt, withStepChanged } from '../../domain/recipe.ts'
import { useBench } from '../session/bench.ts'

/** What one does with a step of the recipe; the steps behind it always stay. */
export function useStepMoves() {
  const { recipe, edit, undo, at, setAt, draft, setDraft } = useBench()
  const desk = useDesk()
  return {
    toggle: (id: string) => edit((now) => withStepChanged(now, id, { enabled: !(now.steps.find((step) => step.id === id)?.enabled ?? true) })),
    move: (id: string, index: number) => { if (index >= 0 && index < recipe.steps.length) edit((now) => withStepAt(now, id, index)) },
    note: (id: string, note: string) => edit((now) => ({ ...now, steps: now.steps.map(({ note: _, ...step }) => (step.id === id ? { ...step, ...(note.trim() ? { note } : {}) } : { ...step, ...(_ === undefined ? {} : { note: _ }) })) })),
    duplicate: (id: string) => edit((now) => {
      const index = now.steps.findIndex((step) => step.id === id)
      const step = now.steps[index]
      return step ? { ...now, steps: [...now.steps.slice(0, index + 1), { ...step, id: freshStepId(now) }, ...now.steps.slice(index + 1)] } : now
    }),
    remove: (id: string) => {
      if (draft?.step.id === id) setDraft(undefined)
      edit((now) => withoutStep(now, id))
      if (at === id) setAt(undefined)
      desk.notify({ kind: 'info', text: 'The step was deleted.', action: { label: 'Undo', run: undo } })
    },
  }
}
