import type { Shard } from '#areas/datasets/domain/dataset.ts'
import type { Slices } from '#node/parquet/slices.ts'

/** The files to read these rows from, which rise: the row groups that hold them, cut out, where the shards are large; else the shards themselves. */
export async function cutFrom(slices: Slices, shards: readonly Shard[], rows: readonly number[], most?: number): Promise<readonly Shard[]> {
  const parts = await Promise.all(shards.map(async (shard) => {
    const mine = rows.filter((row) => row >= shard.first && row < shard.first + shard.rows)
    if (mine.length === 0) return []
    const cuts = await slices.holding(shard.path, mine.map((row) => row - shard.first), most).catch(() => undefined)
    return cuts ? cuts.map((cut) => ({ ...cut, first: cut.first + shard.first })) : [shard]
  }))
  return parts.flat()
}
