import type { Relation } from '#areas/datasets/domain/dataset.ts'
import type { Datasets } from '#areas/datasets/server/store.ts'
import type { Jobs } from '#areas/jobs/server/store.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem, DuckError } from '#node/duckdb/error.ts'
import { Problem } from '#wire/problem.ts'
import type { Wait } from '../contract.ts'
import type { Column } from '../domain/columns.ts'
import { compile, kindOf } from '../domain/compile.ts'
import type { Stage } from '../domain/compile.ts'
import { computing } from '../domain/reason.ts'
import type { Recipe } from '../domain/recipe.ts'
import { RecipeProblem } from '../domain/step-kind.ts'
import type { Learned, Table } from '../domain/step-kind.ts'
import { chainSql, isBarrier, movesRows } from '../domain/to-sql.ts'
import { countWords } from '../domain/words.ts'
import { keptBase, sourceBase } from './base.ts'
import type { Base } from './base.ts'
import { bind } from './bind.ts'
import { keyOf, openKeep } from './keep.ts'
import { openSharedWork } from './shared-work.ts'
import { tablesOf } from './tables.ts'
import { openTracks } from './tracks.ts'
import type { Doing } from './tracks.ts'

/** A recipe ready to be asked: what is learnt is known, what needs all rows at once is kept on disk. */
export interface Prepared {
  readonly recipe: Recipe
  readonly source: Base
  readonly sourceColumns: readonly Column[]
  readonly relation: Relation
  readonly stages: readonly Stage[]
  readonly tables: Readonly<Record<string, Table>>
  /** The rows before `rest`. */
  readonly base: Base
  /** The stages that run on a window: cells and row choices only. */
  readonly rest: readonly Stage[]
  readonly columns: readonly Column[]
  readonly order: string
  /** True where `rest` takes rows away or moves them. */
  readonly moves: boolean
  readonly key: string
}

const freshFor = 1000
const mostMade = 1_000_000_000

interface Lesson { readonly step: Recipe['steps'][number]; readonly stages: readonly Stage[]; readonly learn: string; /** Of the source. */ readonly columns: readonly Column[] }

export type Preparer = ReturnType<typeof openPreparer>

export function openPreparer({ duck, datasets, jobs, folder }: { duck: Duck; datasets: Datasets; jobs: Jobs; folder: string }) {
  const keeper = openKeep({ duck, folder })
  const tracks = openTracks<Prepared>({ jobs })
  const lessons = new Map<string, Learned | RecipeProblem>()
  const learning = openSharedWork<Learned | RecipeProblem>()
  const recent = new Map<string, { readonly at: number; readonly prepared: Prepared }>()

  /** The stages alone, as far as `lessonOf` tells what they need; `all` when that is to the end. */
  async function outlined(recipe: Recipe, lessonOf: (lesson: Lesson, source: Base) => Promise<Learned | RecipeProblem | undefined>) {
    const relation = await datasets.relation(recipe.source.dataset, recipe.source.version)
    const { columns } = bind(recipe.source, relation.columns)
    const source = sourceBase(relation, columns.map(({ id }) => id))
    const tables = await tablesOf({ recipe, datasets })
    const learned = new Map<string, Learned | RecipeProblem>()
    for (;;) {
      const step = compile({ recipe, columns, tables, learned })
      const lesson = step.kind === 'ready' ? undefined : await lessonOf({ ...step, columns }, source)
      if (step.kind === 'ready' || !lesson) return { relation, source, columns, tables, stages: step.stages, all: step.kind === 'ready' }
      learned.set(step.step.id, lesson)
    }
  }

  const compiled = (recipe: Recipe, doing: Doing) => outlined(recipe, (lesson, source) => learn(lesson, { source, doing }))

  async function prepare(recipe: Recipe, doing: Doing): Promise<Prepared> {
    const { relation, source, columns, tables, stages } = await compiled(recipe, doing)
    const { base, rest } = await baseOf(stages, { source, doing })
    const last = stages.at(-1)
    return {
      recipe, source, sourceColumns: columns, relation, stages, tables, base, rest,
      columns: last?.columns ?? columns, order: last?.order ?? '_rid', moves: rest.some(movesRows), key: keyOf(source.key, stages.map(essence)),
    }
  }

  /** Windows come many a second: what was just prepared is not asked of the disk again. */
  async function prepared(key: string, recipe: Recipe, doing: Doing): Promise<Prepared> {
    const made = await prepare(recipe, doing)
    recent.set(key, { at: Date.now(), prepared: made })
    const [oldest] = recent.keys()
    if (recent.size > 50 && oldest !== undefined) recent.delete(oldest)
    return made
  }

  /** Learnt once, whoever asks. */
  async function learn(lesson: Lesson, given: { source: Base; doing: Doing }): Promise<Learned | RecipeProblem> {
    const key = lessonKey(lesson, given.source)
    return lessons.get(key) ?? learning(key, given.doing.signal, async () => lessons.get(key) ?? learnNow(key, lesson, given))
  }

  async function learnNow(key: string, { step, stages, columns, learn: query }: Lesson, { source, doing }: { source: Base; doing: Doing }): Promise<Learned | RecipeProblem> {
    const { base, rest } = await baseOf(stages, { source, doing })
    const text = chainSql({ base: base.sql(), stages: rest, query })
    try {
      const answer = await duck.read({ text, background: true, signal: doing.signal, onProgress: doing.report })
      const lesson = { columns: answer.columns.map(({ name }) => name), rows: answer.rows }
      lessons.set(key, lesson)
      return lesson
    } catch (error) {
      const problem = dataProblem(error, kindOf(step.op).title)
      if (!(problem instanceof Problem && problem.code === 'invalid')) throw problem
      const refused = error instanceof DuckError ? kindOf(step.op).refused(step.params, { message: error.message, text, columns: stages.at(-1)?.columns ?? columns }) : undefined
      const lesson = refused ?? new RecipeProblem(problem.message)
      lessons.set(key, lesson)
      return lesson
    }
  }

  /** The rows after the last stage that needs all rows at once, kept on disk, and the stages behind it. */
  async function baseOf(stages: readonly Stage[], { source, doing }: { source: Base; doing: Doing }): Promise<{ base: Base; rest: readonly Stage[] }> {
    const at = stages.findLastIndex(isBarrier)
    const barrier = stages[at]
    if (!barrier) return { base: source, rest: stages }
    const key = keyOf('kept', source.key, stages.slice(0, at + 1).map(essence))
    const ids = ['_rid', ...barrier.hidden, ...barrier.columns.map(({ id }) => id)]
    const types = ['BIGINT', ...barrier.hidden.map(() => 'VARCHAR'), ...barrier.columns.map(({ type }) => type)]
    const before = await baseOf(stages.slice(0, at), { source, doing })
    if (!(await keeper.found(key))) await notTooMany(barrier, before, doing)
    const query = `SELECT ${ids.join(', ')} FROM prev ORDER BY ${barrier.order}`
    const text = chainSql({ base: before.base.sql(), stages: [...before.rest, barrier], query })
    try {
      const shards = await keeper.keep(key, text, { ...doing, columns: ids.length })
      return { base: keptBase({ key, shards, ids, types }), rest: stages.slice(at + 1) }
    } catch (error) {
      throw dataProblem(error, kindOf(barrier.step.op).title)
    }
  }

  /** Rows that would multiply past what a disk holds are refused before any is made. */
  async function notTooMany({ change, step }: Stage, { base, rest }: { base: Base; rest: readonly Stage[] }, { signal }: Doing): Promise<void> {
    if (change?.kind !== 'table' || change.counted === undefined) return
    const { rows: [row = []] } = await duck.read({ text: chainSql({ base: base.sql(), stages: rest, query: change.counted }), background: true, signal })
    const [before, after] = [Number(row[0]), Number(row[1])]
    if (after > mostMade) throw new Problem('invalid', `${kindOf(step.op).title}: this would make ${countWords(after)} rows of ${countWords(before)}, and at most ${countWords(mostMade)} are made. Add a key, or remove duplicates of the keys first.`)
  }

  return {
    keeper,
    /** The kept rows and the stages that still run, for any run of stages. */
    through: (source: Base, stages: readonly Stage[], doing: Doing) => baseOf(stages, { source, doing }),
    compiled: async (recipe: Recipe, signal: AbortSignal) => (await compiled(recipe, { signal, report: () => {} })).stages,
    planned: (recipe: Recipe, signal: AbortSignal) => compiled(recipe, { signal, report: () => {} }),
    /** What can be told at once: the stages as far as what they learn is known. */
    known: (recipe: Recipe) => outlined(recipe, async (lesson, source) => lessons.get(lessonKey(lesson, source))),
    /** Ready soon, or the reason to wait. */
    soon: async (recipe: Recipe, within?: number): Promise<{ readonly value: Prepared } | { readonly wait: Wait }> => {
      const key = keyOf(recipe)
      const fresh = recent.get(key)
      if (fresh && Date.now() - fresh.at < freshFor) return { value: fresh.prepared }
      return tracks.soon(key, computing(recipe), (doing) => prepared(key, recipe, doing), within)
    },
    /** Ready, however long it takes. */
    whole: (recipe: Recipe, signal?: AbortSignal): Promise<Prepared> =>
      tracks.whole(keyOf(recipe), computing(recipe), (doing) => prepared(keyOf(recipe), recipe, doing), signal),
  }
}

/** What makes a stage's rows: a title or a note does not. */
export function essence({ step, change, learned }: Stage): unknown {
  return [step.id, step.op, step.params, change, learned]
}

function lessonKey({ step, stages, learn }: Lesson, source: Base): string {
  return keyOf(source.key, stages.map(essence), step.op, step.params, learn)
}
