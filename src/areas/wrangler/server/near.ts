import type { Slices } from '#node/parquet/slices.ts'
import type { Shard } from '#areas/datasets/domain/dataset.ts'
import type { Base } from './base.ts'
import type { RowStore } from './row-store.ts'
import { wantOf } from './want.ts'

export type Near = ReturnType<typeof openNear>

/** The quickest way to known rows of a base: row groups cut out where they lie together, the copy for scattered reading where they do not. */
export function openNear({ slices, rowStore }: { readonly slices: Slices; readonly rowStore: RowStore }) {
  /** A SELECT of the rows at these positions, as the base gives them. */
  async function rowsSql(base: Base, positions: readonly number[]): Promise<string> {
    const want = wantOf(positions)
    const sorted = positions.toSorted((a, b) => a - b)
    const together = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) < spread || !want.rows
    if (together) return base.sql(want, await cutFrom(base, sorted))
    return base.sql(want, (await rowStore.shards(base)) ?? base.shards)
  }

  async function cutFrom({ shards }: Base, sorted: readonly number[]): Promise<readonly Shard[]> {
    const parts = await Promise.all(shards.map(async (shard) => {
      const mine = sorted.filter((row) => row >= shard.first && row < shard.first + shard.rows)
      if (mine.length === 0) return []
      const cuts = await slices.holding(shard.path, mine.map((row) => row - shard.first)).catch(() => undefined)
      return cuts ? cuts.map((cut) => ({ ...cut, first: cut.first + shard.first })) : [shard]
    }))
    return parts.flat()
  }

  return { rowsSql }
}

/** Rows so near each other lie in few row groups. */
const spread = 400_000
