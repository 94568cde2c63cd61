import { z } from 'zod'
import type { Column, ColumnId } from './columns.ts'
import { FormulaProblem } from './formula/ast.ts'
import { columnProblem } from './param-columns.ts'
import { strayOf, strayWords } from './param-strays.ts'
import { paramWords } from './param-words.ts'

/** What a step costs: `cell` runs on a window only; `row` needs a permutation; `window` and `shape` are materialised; `fit` learns first; `check` changes nothing. */
export type Cost = 'cell' | 'row' | 'window' | 'shape' | 'fit' | 'check'

export const categories = ['Columns', 'Rows', 'Missing', 'Text', 'Standardise', 'Numeric', 'Encode', 'Date and time', 'Shape and combine', 'Split and check'] as const
export type Category = (typeof categories)[number]

export interface OrderKey { readonly sql: string; readonly descending?: boolean; readonly nullsFirst?: boolean }

/** What a step does to the relation `prev`, as data. SQL names columns by id only. */
export type Change =
  /** New or changed cells: `columns` is the whole list after the step, `set` the expressions of those that are new or changed. */
  | {
      readonly kind: 'cells'
      readonly columns: readonly Column[]
      readonly set: Readonly<Record<ColumnId, string>>
      /** Expressions over `prev` computed before `set`, which may use them by these names: a window over a window needs two passes. */
      readonly first?: Readonly<Record<string, string>>
      /** For casts: by column, a boolean over `prev` that is true where a value could not be converted. */
      readonly failed?: Readonly<Record<ColumnId, string>>
      /** The column that now says train, valid or test. */
      readonly split?: ColumnId
      /** Rows that go together with the change, as a predicate over `prev` of what stays. */
      readonly keep?: string
    }
  /** The same columns, fewer or reordered rows. `where` and `qualify` must decide on NULL. */
  | { readonly kind: 'rows'; readonly where?: string; readonly qualify?: string; readonly order?: readonly OrderKey[]; readonly limit?: number }
  /** A new table: `select` reads FROM prev (and other tables) and yields every id of `columns`; `order` (over what `select` yields) numbers the rows anew. */
  | {
      readonly kind: 'table'; readonly select: string; readonly columns: readonly Column[]; readonly order: string
      /** Where rows can multiply: a query over `prev` that counts before any is made. One row: before, after, of before those that match nothing, most made of one. */
      readonly counted?: string
    }
  /** A rule over `prev`; rows where `fails` is true break it. */
  | { readonly kind: 'check'; readonly fails: string; readonly severity: 'warn' | 'block' }

/** What a learning query gave back; part of the compiled recipe, shown in the code as constants. */
export interface Learned { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] }

/** The engine's own words on a query, the statement that it read, and the columns before the step. */
export interface Refusal { readonly message: string; readonly text: string; readonly columns: readonly Column[] }

/** Another data set that a step reads: `sql` yields its columns under their own ids. */
export interface Table {
  readonly columns: readonly Column[]
  readonly sql: string
  readonly paths: readonly string[]
  /** The files hold so many columns of the data, and others behind them. */
  readonly width?: number | undefined
}

export interface Context {
  readonly stepId: string
  readonly columns: readonly Column[]
  /** ORDER BY text of the rows as they stand, ending in `_rid`, the row number. */
  readonly order: string
  /** Predicate of the train rows, when a split came before. */
  readonly train: string | undefined
  readonly learned: Learned | undefined
  readonly tables: Readonly<Record<string, Table>>
  /** The column of that id; a RecipeProblem when it is gone. */
  readonly column: (id: ColumnId) => Column
  /** A new column of this step. The key tells it from the others that the step makes: by what it is, so that later steps keep hold of it when others come and go. */
  readonly made: (key: number | string, name: string, type: string) => Column
}

/** How generated Python sees the step. `df` is the data frame; columns carry unique names. */
export interface Python {
  readonly context: Context
  /** A Python string literal of the column's name in `df`, for a column of before the step. */
  readonly q: (id: ColumnId) => string
  /** The same for a column that the step makes or leaves. */
  readonly after: (id: ColumnId) => string
  /** The change that the same params make in SQL. */
  readonly change: Change
  /** True when `df` carries the row number `_rid`. */
  readonly numbered: boolean
  /** Other data sets by name: an expression that reads one into a frame of the language. */
  readonly read: (table: string) => string
}

export interface StepSpec<P extends z.ZodType> {
  readonly op: string
  readonly title: string
  readonly category: Category
  readonly cost: Cost
  /** Where the cost depends on the params. */
  readonly costOf?: (params: z.output<P>) => Cost
  /** One sentence: what it does and the edge case that surprises. */
  readonly about: string
  readonly params: P
  /** What params written for an earlier version of the step say in this one. */
  readonly upgrade?: (params: Readonly<Record<string, unknown>>) => Record<string, unknown>
  /** The params that an edit keeps, given those before: what steps behind hold on to. */
  readonly edited?: (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
  /** The line under the title in the recipe. */
  readonly says: (params: z.output<P>, name: (id: ColumnId) => string) => string
  /** SQL over `prev` whose rows are learnt before the step applies. It filters by `context.train` itself where it fits. */
  readonly learn?: (params: z.output<P>, context: Context) => string | undefined
  /** What the engine's refusal of the learning query means, where the person wrote it. */
  readonly refused?: (params: z.output<P>, refusal: Refusal) => RecipeProblem
  readonly apply: (params: z.output<P>, context: Context) => Change
  /** Lines of Python over `df`, in order; `None`-safe; may use pd, np, pa, pc, re, hashlib, math, datetime. */
  readonly pandas: (params: z.output<P>, python: Python) => readonly string[]
  /** Lines of Python over `df`, an eager frame; may use pl, re, hashlib, math, datetime. */
  readonly polars: (params: z.output<P>, python: Python) => readonly string[]
  /** True when the Python needs a `_rid` column, the row number from 0. */
  readonly usesRowId?: boolean
  /** True when the Python itself leaves every column under its name of after the step. */
  readonly relabels?: boolean
}

/** A kind of step with its params' type closed over: every function parses its params first. */
export interface StepKind {
  readonly op: string
  readonly title: string
  readonly category: Category
  readonly cost: Cost
  readonly about: string
  readonly params: z.ZodType
  /** Params as this version writes them. */
  readonly upgraded: (params: Readonly<Record<string, unknown>>) => Record<string, unknown>
  readonly edited: (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
  readonly usesRowId: boolean
  readonly relabels: boolean
  readonly costOf: (params: unknown) => Cost
  readonly says: (params: unknown, name: (id: ColumnId) => string) => string
  readonly learn: (params: unknown, context: Context) => string | undefined
  readonly refused: (params: unknown, refusal: Refusal) => RecipeProblem | undefined
  readonly apply: (params: unknown, context: Context) => Change
  readonly pandas: (params: unknown, python: Python) => readonly string[]
  readonly polars: (params: unknown, python: Python) => readonly string[]
}

/** What is wrong with a step, for the person who wrote it; `where` is the path in its params. */
export class RecipeProblem extends Error {
  readonly where: string | undefined
  constructor(message: string, where?: string) {
    super(message)
    this.where = where
  }
}

const Params = z.record(z.string(), z.unknown())

export function stepKind<P extends z.ZodType>(spec: StepSpec<P>): StepKind {
  const upgraded = (params: Readonly<Record<string, unknown>>) => spec.upgrade?.(params) ?? { ...params }
  const parsed = (params: unknown): z.output<P> => {
    const given = upgraded(Params.parse(params))
    const result = spec.params.safeParse(given)
    const stray = strayOf(spec.params, given, result.success ? result.data : known(spec.params, given))
    if (stray) throw new RecipeProblem(strayWords(spec.title, stray), [...stray.path, stray.key].join('.'))
    if (result.success) return result.data
    const [issue] = result.error.issues
    throw new RecipeProblem(`${spec.title}: ${paramWords(spec.params, issue)}`, issue?.path.join('.'))
  }
  const fitting = (params: z.output<P>, { columns }: Context): z.output<P> => {
    const problem = columnProblem(spec.params, params, columns)
    if (problem) throw new RecipeProblem(`${spec.title}: ${problem.message}`, problem.where)
    return params
  }
  return {
    op: spec.op, title: spec.title, category: spec.category, cost: spec.cost, about: spec.about, params: spec.params, upgraded,
    edited: spec.edited ?? ((_, after) => after),
    usesRowId: spec.usesRowId ?? false,
    relabels: spec.relabels ?? false,
    costOf: (params) => spec.costOf?.(parsed(params)) ?? spec.cost,
    says: (params, name) => spec.says(parsed(params), name),
    learn: (params, context) => explained(spec.title, () => spec.learn?.(fitting(parsed(params), context), context)),
    refused: (params, refusal) => spec.refused?.(parsed(params), refusal),
    apply: (params, context) => explained(spec.title, () => spec.apply(fitting(parsed(params), context), context)),
    pandas: (params, python) => explained(spec.title, () => spec.pandas(parsed(params), python)),
    polars: (params, python) => explained(spec.title, () => spec.polars(parsed(params), python)),
  }
}

/** The settings of a step that does not fit, without those it does not know: what is misspelt is told before what is missing. */
function known(schema: z.ZodType, given: Readonly<Record<string, unknown>>): unknown {
  const shape = schema instanceof z.ZodObject ? schema.shape : given
  return Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(shape, name)))
}

/** Steps build formulas inside; what does not fit there is a problem of the step. */
function explained<T>(title: string, make: () => T): T {
  try {
    return make()
  } catch (error) {
    if (error instanceof FormulaProblem) throw new RecipeProblem(`${title}: ${error.message}`)
    throw error
  }
}
