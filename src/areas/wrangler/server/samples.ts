import { blocksOf } from '#areas/datasets/domain/source-sql.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import type { Slices } from '#node/parquet/slices.ts'
import type { Base } from './base.ts'
import { cutFrom } from './cuts.ts'
import { keyOf } from './keep.ts'

/** Below this, figures are made from all rows at once. */
export const exactBelow = 5_000_000
const most = 8

export type Samples = ReturnType<typeof openSamples>

/** A block sample of a large base: 50 blocks of rows spread evenly, read once and kept in the engine, so that every figure after the first is quick. */
export function openSamples({ duck, slices }: { duck: Duck; slices: Slices }) {
  const made = new Map<string, Promise<string>>()
  let engine: number | undefined

  /** A SELECT of the sampled rows, shaped like the base's. */
  async function sampleSql(base: Base, columns: number): Promise<string> {
    if (engine !== duck.pid()) made.clear()
    engine = duck.pid()
    const name = `sample_${keyOf(base.key)}`
    const there = made.get(name) ?? make(name, base, columns)
    made.set(name, there)
    there.catch(() => made.delete(name))
    return `SELECT * FROM ${await there}`
  }

  async function make(name: string, base: Base, columns: number): Promise<string> {
    const ranges = blocksOf(base.rows, columns > 100 ? { blocks: 20, size: 1000 } : {})
    const from = await cutFrom(slices, base.shards, ranges.flatMap((range) => Array.from({ length: range.to - range.from }, (_, i) => range.from + i)), 2 * ranges.length)
    await duck.read({ text: `CREATE OR REPLACE TABLE ${name} AS ${base.sql({ ranges }, from)}` })
    const [oldest] = made.keys()
    if (made.size > most && oldest) {
      made.delete(oldest)
      await duck.read({ text: `DROP TABLE IF EXISTS ${oldest}` })
    }
    return name
  }

  return { sampleSql }
}
