import { literal } from '#lib/sql.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import type { Slices } from '#node/parquet/slices.ts'
import type { Jobs } from '#areas/jobs/server/store.ts'
import type { Shard } from '#areas/datasets/domain/dataset.ts'
import type { Stage } from '../domain/compile.ts'
import { chainSql, movesRows } from '../domain/to-sql.ts'
import { barOf } from './bar.ts'
import { cutFrom } from './cuts.ts'
import { essence } from './prepare.ts'
import type { Prepared } from './prepare.ts'
import { keyOf } from './keep.ts'
import type { openKeep } from './keep.ts'
import { openMemory } from './memory.ts'
import { openTracks } from './tracks.ts'

/** The order in which a sorted or filtered view shows the rows of its base: positions, kept on disk. */
export interface Order { readonly shards: readonly Shard[]; readonly total: number }

export type Orders = ReturnType<typeof openOrders>

export function openOrders({ duck, jobs, keeper, slices }: { duck: Duck; jobs: Jobs; keeper: ReturnType<typeof openKeep>; slices: Slices }) {
  const tracks = openTracks<Order>({ jobs })
  const firsts = openMemory<number[]>(50)

  const keyFor = (prepared: Prepared) => keyOf('order', prepared.base.key, deciding(prepared).map(essence), prepared.order)

  function work(prepared: Prepared) {
    return async (doing: Parameters<Parameters<typeof tracks.soon>[2]>[0]): Promise<Order> => {
      const { base, order } = prepared
      const query = order === '_rid' ? 'SELECT _pos FROM prev ORDER BY _pos' : `SELECT _pos FROM prev ORDER BY ${order}`
      const shards = await keeper.keep(keyFor(prepared), chainSql({ base: base.sql(), stages: deciding(prepared), query, carry: ['_pos'] }), doing)
      return { shards, total: shards.reduce((sum, { rows }) => sum + rows, 0) }
    }
  }

  /** Positions of rows `from` to `to` of the view, where the order is known. */
  async function slice(order: Order, from: number, to: number, signal: AbortSignal): Promise<number[]> {
    const shards = await cutFrom(slices, order.shards, Array.from({ length: to - from }, (_, i) => from + i))
    const parts = shards.flatMap((shard) => {
      const [a, b] = [Math.max(0, from - shard.first), Math.min(shard.rows, to - shard.first)]
      return b > a ? [`SELECT file_row_number + ${shard.first} AS i, _pos FROM read_parquet(${literal(shard.path)}) WHERE file_row_number >= ${a} AND file_row_number < ${b}`] : []
    })
    if (parts.length === 0) return []
    const { rows } = await duck.read({ text: `SELECT _pos FROM (${parts.join(' UNION ALL ')}) ORDER BY i`, signal })
    return rows.map(([pos]) => Number(pos))
  }

  /** The first positions of a view whose order is still being made; asked again while that lasts, so remembered. */
  function first(prepared: Prepared, size: number, signal: AbortSignal): Promise<number[]> {
    return firsts(`${keyFor(prepared)}:${size}`, signal, () => topOf(prepared, size, signal))
  }

  async function topOf(prepared: Prepared, size: number, signal: AbortSignal): Promise<number[]> {
    const { base, order } = prepared
    const bar = order === '_rid' ? undefined : await barOf({ duck, slices, prepared, size, signal })
    const query = order === '_rid' ? `SELECT _pos FROM prev LIMIT ${size}` : `SELECT _pos FROM prev${bar ? ` WHERE ${bar}` : ''} ORDER BY ${order} LIMIT ${size}`
    const { rows } = await duck.read({ text: chainSql({ base: base.sql(), stages: deciding(prepared), query, carry: ['_pos'] }), signal })
    const positions = rows.map(([pos]) => Number(pos))
    return order === '_rid' ? positions.sort((a, b) => a - b) : positions
  }

  return {
    /** Whether the order is there, or being made. */
    known: async (prepared: Prepared) => tracks.has(keyFor(prepared)) || (await keeper.found(keyFor(prepared))) !== undefined,
    soon: (prepared: Prepared, reason: string, within?: number) => tracks.soon(keyFor(prepared), reason, work(prepared), within),
    whole: (prepared: Prepared, reason: string, signal?: AbortSignal) => tracks.whole(keyFor(prepared), reason, work(prepared), signal),
    slice, first,
  }
}

/** The stages that say which rows stand where: what only changes cells behind them asks for no new order. */
function deciding({ rest }: Prepared): readonly Stage[] {
  return rest.slice(0, rest.findLastIndex(movesRows) + 1)
}
