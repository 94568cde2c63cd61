import type { z } from 'zod'
import type { wrangler } from '../contract.ts'
import type { Column } from '../domain/columns.ts'
import { kindOf } from '../domain/compile.ts'
import { lostColumn, lostWords } from '../domain/lost.ts'
import type { Step } from '../domain/recipe.ts'
import { RecipeProblem } from '../domain/step-kind.ts'
import type { Preparer } from './prepare.ts'

/** What each step of a recipe says, makes and warns of; those switched off, and those behind one that is still learning, stand with the columns before them. */
export async function planOf({ preparer, recipe }: { preparer: Preparer; recipe: z.output<typeof wrangler.plan.input>['recipe'] }): Promise<z.input<typeof wrangler.plan.output>> {
  const { wait, columns: source, stages } = await soonKnown(preparer, recipe)
  const byId = new Map(stages.map((stage) => [stage.step.id, stage]))
  let columns: readonly Column[] = source
  const steps = recipe.steps.map((step) => {
    const done = stages.filter((_, i) => i < stages.findIndex((one) => one.step.id === step.id))
    const stage = byId.get(step.id)
    const before = columns
    columns = stage?.columns ?? before
    const problem = stage?.problem ? { message: stage.problem.message, ...(stage.problem.where ? { where: stage.problem.where } : {}) } : null
    return { id: step.id, ...wordsOf(step, (id) => [...before, ...columns].find((column) => column.id === id)?.name ?? lostWords(lostColumn(id, { recipe, columns: source, stages: done }))), columns: [...columns], problem, notes: [...(stage?.notes ?? [])], enabled: step.enabled, pending: wait !== null && step.enabled && !stage }
  })
  return { source: [...source], steps, columns: [...columns], wait }
}

/** The stages with all that they learn, or as far as it is known with the reason to wait. */
async function soonKnown(preparer: Preparer, recipe: Parameters<Preparer['known']>[0]) {
  const known = await preparer.known(recipe)
  if (known.all) return { ...known, wait: null }
  const soon = await preparer.soon(recipe)
  const now = await preparer.known(recipe)
  return { ...now, wait: now.all || !('wait' in soon) ? null : soon.wait }
}

function wordsOf({ op, params }: Step, name: (id: string) => string): { title: string; says: string } {
  try {
    const kind = kindOf(op)
    return { title: kind.title, says: saysOf(() => kind.says(params, name)) }
  } catch (error) {
    if (error instanceof RecipeProblem) return { title: op, says: '' }
    throw error
  }
}

function saysOf(say: () => string): string {
  try {
    return say()
  } catch (error) {
    if (error instanceof RecipeProblem) return ''
    throw error
  }
}
