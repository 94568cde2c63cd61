import type { Slices } from '#node/parquet/slices.ts'
import type { Base } from './base.ts'
import { cutFrom } from './cuts.ts'
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
    if (together) return base.sql(want, await cutFrom(slices, base.shards, sorted))
    return base.sql(want, (await rowStore.shards(base)) ?? base.shards)
  }

  return { rowsSql }
}

/** Rows so near each other lie in few row groups. */
const spread = 400_000
