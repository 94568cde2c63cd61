import type { Duck } from '#node/duckdb/duck.ts'
import type { Column } from '../domain/columns.ts'
import { cellsOnly, chainSql } from '../domain/to-sql.ts'
import type { Near } from './near.ts'
import type { Prepared } from './prepare.ts'

export interface Marks { readonly changed: number[][]; readonly failed: number[][] }

/** By row, which of the wanted columns a step changed or could not convert; columns that it made count as changed. */
export async function marksOf({ duck, near, prepared, positions, wanted, step, signal }: {
  duck: Duck; near: Near; prepared: Prepared; positions: readonly number[]; wanted: readonly Column[]; step: string; signal: AbortSignal
}): Promise<Marks> {
  const at = prepared.rest.findIndex((stage) => stage.step.id === step)
  const stage = prepared.rest[at]
  if (stage?.change?.kind !== 'cells' || stage.cost === 'window' || positions.length === 0) return { changed: [], failed: [] }
  const { set, failed = {} } = stage.change
  const before = prepared.rest.slice(0, at)
  const stood = prepared.stages[prepared.stages.indexOf(stage) - 1]?.columns ?? prepared.sourceColumns
  const had = new Set(stood.map(({ id }) => id))
  const touched = wanted.map(({ id }, i) => ({ id, i, sql: set[id], failed: failed[id] })).filter(({ sql }) => sql !== undefined)
  const flags = touched.flatMap(({ id, sql, failed: bad }) => [
    had.has(id) ? `((${sql})::VARCHAR IS DISTINCT FROM ${id}::VARCHAR)` : 'true',
    bad ? `coalesce(${bad}, false)` : 'false',
  ])
  if (flags.length === 0) return { changed: [], failed: [] }
  const query = `SELECT ${['_pos', ...flags].join(', ')} FROM prev`
  const { rows } = await duck.read({ text: chainSql({ base: await near.rowsSql(prepared.base, positions), stages: before.map(cellsOnly), query, carry: ['_pos'] }), signal })
  const byPlace = new Map(rows.map((row) => [Number(row[0]), row]))
  const flagged = (offset: number) => positions.map((pos) => touched.filter((_, n) => byPlace.get(pos)?.[1 + 2 * n + offset] === true).map(({ i }) => i))
  return { changed: flagged(0), failed: flagged(1) }
}
