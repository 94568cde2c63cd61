import type { z } from 'zod'
import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import { Problem } from '#wire/problem.ts'
import type { Effect, wrangler } from '../contract.ts'
import type { Stage } from '../domain/compile.ts'
import { upTo } from '../domain/recipe.ts'
import type { Recipe } from '../domain/recipe.ts'
import { customSql } from '../domain/steps/expression/custom-sql.ts'
import { stoodOf } from '../domain/stood.ts'
import { chainSql, withFirst } from '../domain/to-sql.ts'
import type { Prepared, Preparer } from './prepare.ts'
import { exactBelow } from './samples.ts'
import type { Samples } from './samples.ts'

/** What one step changes, over all rows while they are few, else over a block sample that says so. */
export function openEffects({ duck, preparer, samples }: { duck: Duck; preparer: Preparer; samples: Samples }) {
  async function effect({ recipe, step }: z.output<typeof wrangler.effect.input>, signal: AbortSignal): Promise<Effect> {
    const began = performance.now()
    const { before, stage } = await around(recipe, step, signal)
    if (stage.problem) throw new Problem('invalid', stage.problem.message, stage.problem.where)
    const read = reader(before, signal, countedOf(stage) !== undefined)
    const counted = await countsOf(read, before, stage)
    return { ...counted, scope: read.exact ? { kind: 'exact', rows: counted.before, of: counted.before } : { kind: 'sample', rows: counted.before, of: before.base.rows }, ms: performance.now() - began }
  }

  async function failures({ recipe, step, limit }: z.output<typeof wrangler.failures.input>, signal: AbortSignal): Promise<z.input<typeof wrangler.failures.output>> {
    const { before, stage } = await around(recipe, step, signal)
    const bad = badOf(stage, before)
    if (bad.length === 0) return { total: 0, rows: [] }
    const read = reader(before, signal, true)
    const [count = []] = await read.ask(`SELECT count(*) FILTER (WHERE ${bad.map(({ sql }) => sql).join(' OR ')}) FROM prev`, [])
    const parts = bad.map(({ name, id, sql }) => `(SELECT _rid, '${name.replaceAll("'", "''")}' AS name, ${id}::VARCHAR AS value FROM prev WHERE ${sql} LIMIT ${limit})`)
    const rows = await read.ask(`SELECT * FROM (${parts.join(' UNION ALL ')}) ORDER BY _rid LIMIT ${limit}`, [])
    return { total: Number(count[0]), rows: rows.map(([rid, column, value]) => ({ rid: Number(rid), column: String(column), value })) }
  }

  async function around(recipe: Recipe, id: string, signal: AbortSignal): Promise<{ before: Prepared; stage: Stage }> {
    const at = recipe.steps.findIndex((step) => step.id === id)
    if (at < 0) throw new Problem('missing', `The recipe has no step ${id}.`)
    const until = upTo(recipe, id)
    const before = await preparer.whole({ ...until, steps: recipe.steps.slice(0, at) }, signal)
    const compiled = await preparer.compiled({ ...until, steps: until.steps.map((step) => (step.id === id ? { ...step, enabled: true } : step)) }, signal)
    const stage = compiled.at(-1)
    if (!stage) throw new Problem('missing', `The recipe has no step ${id}.`)
    return { before, stage }
  }

  function reader({ base, rest, columns }: Prepared, signal: AbortSignal, all = false) {
    const exact = all || base.rows <= exactBelow
    const from = exact ? Promise.resolve(base.sql()) : samples.sampleSql(base, columns.length)
    return {
      exact,
      ask: async (query: string, extra: readonly Stage[]) => {
        try {
          return (await duck.read({ text: chainSql({ base: await from, stages: [...rest, ...extra], query }), signal })).rows
        } catch (error) {
          throw dataProblem(error, 'This step')
        }
      },
    }
  }

  return { effect, failures }
}

interface Read { readonly ask: (query: string, extra: readonly Stage[]) => Promise<readonly (readonly unknown[])[]> }
type Counted = Omit<Effect, 'scope' | 'ms'>

async function countsOf(read: Read, before: Prepared, stage: Stage): Promise<Counted> {
  const { change } = stage
  const { had, gone } = stoodOf({ op: stage.step.op, before: before.columns, after: stage.columns })
  if (change?.kind === 'cells') return cellCounts(read, { change, stage, had, gone })
  if (change?.kind === 'check') return checkCounts(read, change.fails)
  return rowCounts(read, { stage, had, gone })
}

interface Stood { readonly stage: Stage; readonly had: ReadonlySet<string>; readonly gone: string[] }

const nothing = { cells: 0, failed: 0, columns: [], gone: [], broken: 0, removed: 0, added: 0, matches: null, reordered: false }

async function checkCounts(read: Read, fails: string): Promise<Counted> {
  const [row = []] = await read.ask(`SELECT count(*), count(*) FILTER (WHERE _fails) FROM (SELECT (${fails}) AS _fails FROM prev)`, [])
  return { ...nothing, before: Number(row[0]), after: Number(row[0]), broken: Number(row[1]) }
}

async function rowCounts(read: Read, { stage, had, gone }: Stood): Promise<Counted> {
  const { from, to, matches } = await rowsAround(read, stage)
  const columns = stage.columns.filter(({ id }) => !had.has(id)).map(({ id, name }) => ({ id, name, changed: 0, failed: 0, made: true }))
  const reordered = stage.change?.kind === 'rows' && stage.change.order !== undefined
  return { ...nothing, cells: stage.step.op === customSql.op ? null : 0, columns, gone, before: from, after: to, removed: Math.max(0, from - to), added: Math.max(0, to - from), matches, reordered }
}

/** Rows that can multiply are counted by what makes them, never made to be counted. */
async function rowsAround(read: Read, stage: Stage): Promise<{ from: number; to: number; matches: Effect['matches'] }> {
  const counted = countedOf(stage)
  if (counted === undefined) {
    const count = async (extra: readonly Stage[]) => Number((await read.ask('SELECT count(*) FROM prev', extra))[0]?.[0])
    return { from: await count([]), to: await count([stage]), matches: null }
  }
  const [row = []] = await read.ask(counted, [])
  const [from = 0, to = 0, none = null, most = null] = row.map((cell) => (cell === null ? null : Number(cell)))
  return { from: from ?? 0, to: to ?? 0, matches: { none, most } }
}

export function countedOf({ change }: Stage): string | undefined {
  return change?.kind === 'table' ? change.counted : undefined
}

async function cellCounts(read: Read, { change, stage, had, gone }: Stood & { readonly change: Extract<Stage['change'], { kind: 'cells' }> }): Promise<Counted> {
  const touched = stage.columns.filter(({ id }) => change.set[id] !== undefined)
  const inner = touched.flatMap(({ id }, i) => [`(${change.set[id]}) AS n${i}`, `coalesce(${change.failed?.[id] ?? 'false'}, false) AS f${i}`])
  const outer = touched.flatMap(({ id }, i) => [had.has(id) ? `count(*) FILTER (WHERE n${i}::VARCHAR IS DISTINCT FROM ${id}::VARCHAR)` : `count(n${i})`, `count(*) FILTER (WHERE f${i})`])
  const keep = change.keep ? `count(*) FILTER (WHERE ${change.keep})` : 'count(*)'
  const [row = []] = await read.ask(`SELECT ${['count(*)', keep, ...outer].join(', ')} FROM (SELECT ${['*', ...inner].join(', ')} FROM ${withFirst(change, 'prev')} AS prev)`, [])
  const columns = touched.map(({ id, name }, i) => ({ id, name, changed: Number(row[2 + 2 * i]), failed: Number(row[3 + 2 * i]), made: !had.has(id) }))
  const cells = columns.reduce((sum, { made, changed }) => sum + (made ? 0 : changed), 0)
  const failed = columns.reduce((sum, column) => sum + column.failed, 0)
  return { ...nothing, columns, gone, before: Number(row[0]), after: Number(row[1]), removed: Number(row[0]) - Number(row[1]), cells, failed }
}

function badOf({ change }: Stage, { columns }: Prepared): { id: string; name: string; sql: string }[] {
  const name = (id: string) => columns.find((column) => column.id === id)?.name ?? id
  if (change?.kind === 'cells') return Object.entries(change.failed ?? {}).map(([id, sql]) => ({ id, name: name(id), sql: `coalesce(${sql}, false)` }))
  const [first] = columns
  return change?.kind === 'check' && first ? [{ id: first.id, name: first.name, sql: `coalesce(${change.fails}, false)` }] : []
}
