import { catalogue } from './catalogue.ts'
import type { Column, ColumnId } from './columns.ts'
import type { Stage } from './compile.ts'
import type { Recipe } from './recipe.ts'

/** A column that a step names and no longer finds: its name, and what became of it (`dropped in step 1`). */
export interface Lost { readonly name: string; readonly fate: string }

export function lostColumn(id: ColumnId, { recipe, columns, stages }: { readonly recipe: Recipe; /** Of the source. */ readonly columns: readonly Column[]; readonly stages: readonly Pick<Stage, 'step' | 'columns'>[] }): Lost {
  const rows = [columns, ...stages.map((stage) => stage.columns)]
  const had = rows.findLastIndex((row) => row.some((column) => column.id === id))
  const name = rows[had]?.find((column) => column.id === id)?.name
  const taker = stages[had]?.step
  if (name !== undefined && taker) return { name, fate: `${taker.op === 'drop' ? 'dropped in' : 'gone since'} step ${place(recipe, taker.id)}${taker.op === 'drop' ? '' : ` (${titleOf(taker.op)})`}` }
  const known = recipe.source.columns.find((column) => column.id === id)
  if (known) return { name: known.name, fate: `no longer in ${recipe.source.dataset}` }
  const maker = recipe.steps.find((step) => id.startsWith(`${step.id}_`))
  if (!maker) return { name: id, fate: 'made by a step that is gone' }
  const what = `made in step ${place(recipe, maker.id)} (${titleOf(maker.op)})`
  return { name: madeName(maker, id, rows.flat()), fate: maker.enabled ? `${what}, which does not make it before this step` : `${what}, which is switched off` }
}

/** `customer (dropped in step 1)` */
export function lostWords(lost: Lost): string {
  return `${lost.name} (${lost.fate})`
}

/** As the recipe counts its steps, from 1. */
function place({ steps }: Recipe, id: string): number {
  return steps.findIndex((step) => step.id === id) + 1
}

function titleOf(op: string): string {
  return catalogue.get(op)?.title ?? op
}

/** The name that the step gives, or what the column's key says: a word, or another column and what was made of it. */
function madeName({ id: step, params: { name } }: Recipe['steps'][number], id: ColumnId, columns: readonly Column[]): string {
  if (typeof name === 'string' && name !== '') return name
  const key = id.slice(step.length + 1)
  const of = columns.find((column) => key === column.id || key.endsWith(`_${column.id}`))
  if (of) return [of.name, key.slice(0, -of.id.length - 1)].filter(Boolean).join(' ')
  return /^[a-z]/.test(key) ? key : id
}
