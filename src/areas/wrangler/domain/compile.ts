import { never } from '#lib/never.ts'
import { catalogue } from './catalogue.ts'
import type { Column, ColumnId } from './columns.ts'
import { lostColumn } from './lost.ts'
import type { Lost } from './lost.ts'
import type { Recipe, Step } from './recipe.ts'
import { RecipeProblem } from './step-kind.ts'
import type { Change, Context, Cost, Learned, StepKind, Table } from './step-kind.ts'

/** One step, compiled: what it does to the relation before it, and how the rows stand after it. */
export interface Stage {
  readonly step: Step
  readonly cost: Cost
  readonly change: Change | undefined
  readonly columns: readonly Column[]
  /** Hidden sort keys that ride along. */
  readonly hidden: readonly string[]
  readonly order: string
  readonly train: string | undefined
  readonly learned: Learned | undefined
  readonly problem: { readonly message: string; readonly where: string | undefined } | undefined
  readonly notes: readonly string[]
}

/** A learning query to be answered before the rest can be compiled: `learn` reads `prev`, the rows after `stages`. */
export interface Needs { readonly kind: 'needs'; readonly step: Step; readonly stages: readonly Stage[]; readonly learn: string }
export interface Ready { readonly kind: 'ready'; readonly stages: readonly Stage[] }

export interface Given {
  readonly recipe: Recipe
  /** The source's columns under the recipe's ids. */
  readonly columns: readonly Column[]
  readonly tables: Readonly<Record<string, Table>>
  readonly learned: ReadonlyMap<string, Learned | RecipeProblem>
}

type Row = Pick<Stage, 'columns' | 'hidden' | 'order' | 'train'>

/** Compiles as far as what is learnt allows. A step that cannot run keeps its place with its problem; the others go on. */
export function compile({ recipe, columns, tables, learned }: Given): Needs | Ready {
  const stages: Stage[] = []
  let row: Row = { columns, hidden: [], order: '_rid', train: undefined }
  for (const step of recipe.steps) {
    if (!step.enabled) continue
    const lesson = learned.get(step.id)
    try {
      if (lesson instanceof RecipeProblem) throw lesson
      const kind = kindOf(step.op)
      const context = contextOf({ step, row, tables, learned: lesson, lost: (id) => lostColumn(id, { recipe, columns, stages }) })
      const learn = lesson ? undefined : kind.learn(step.params, context)
      if (learn !== undefined) return { kind: 'needs', step, stages, learn }
      const change = kind.apply(step.params, context)
      const cost = kind.costOf(step.params)
      row = after(row, step, change)
      stages.push({ step, cost, change, ...row, learned: lesson, problem: undefined, notes: notesOf(cost, context, splitBelow(recipe, step)) })
    } catch (error) {
      if (!(error instanceof RecipeProblem)) throw error
      stages.push({ step, cost: 'cell', change: undefined, ...row, learned: undefined, problem: { message: error.message, where: error.where }, notes: [] })
    }
  }
  return { kind: 'ready', stages }
}

export function kindOf(op: string): StepKind {
  const kind = catalogue.get(op)
  if (!kind) throw new RecipeProblem(`There is no step “${op}” in this version of Atelier.`)
  return kind
}

export function contextOf({ step, row, tables, learned, lost }: { step: Step; row: Row; tables: Given['tables']; learned: Learned | undefined; lost?: (id: ColumnId) => Lost }): Context {
  const byId = new Map(row.columns.map((column) => [column.id, column]))
  return {
    stepId: step.id,
    columns: row.columns,
    order: row.order,
    train: row.train,
    learned,
    tables,
    column: (id: ColumnId) => {
      const column = byId.get(id)
      if (column) return column
      const { name, fate } = lost?.(id) ?? { name: id, fate: 'gone' }
      throw new RecipeProblem(`The column “${name}” that this step uses is not there any more: it is ${fate}. Choose another, or bring it back.`)
    },
    made: (key, name, type) => ({ id: `${step.id}_${key}`, name, type }),
  }
}

function after(row: Row, step: Step, change: Change): Row {
  switch (change.kind) {
    case 'check': return row
    case 'table': return { columns: change.columns, hidden: [], order: '_rid', train: stillThere(row.train, change.columns) }
    case 'rows': {
      if (!change.order) return row
      const keys = change.order.map((_, i) => `_k_${step.id}_${i}`)
      const order = change.order.map((key, i) => `${keys[i]}${key.descending ? ' DESC' : ' ASC'} NULLS ${key.nullsFirst ? 'FIRST' : 'LAST'}`)
      return { ...row, hidden: [...row.hidden, ...keys], order: [...order, row.order].join(', ') }
    }
    case 'cells': {
      const train = change.split ? `${change.split} = 'train'` : row.train
      return { ...row, columns: change.columns, train: stillThere(train, change.columns) }
    }
    default: return never(change)
  }
}

/** The split holds as long as the column that it reads. */
function stillThere(train: string | undefined, columns: readonly Column[]): string | undefined {
  return columns.some(({ id }) => id === train?.split(' ')[0]) ? train : undefined
}

function notesOf(cost: Cost, context: Context, split: number | undefined): string[] {
  if (cost !== 'fit') return []
  if (context.train) return ['Learned from the train rows only.']
  return [split === undefined
    ? 'Learned from all rows: no split comes before it. If you split later, the test rows have leaked into it.'
    : `Learned from all rows, so that the test rows have leaked into it: the split stands below, at step ${split}. Move the split above this step.`]
}

/** The number of the first split that runs after a step, counted from 1 as the recipe shows it. */
function splitBelow({ steps }: Recipe, { id }: Step): number | undefined {
  const own = steps.findIndex((step) => step.id === id)
  const at = steps.findIndex(({ op, enabled }, i) => i > own && enabled && op === 'split')
  return at < 0 ? undefined : at + 1
}
