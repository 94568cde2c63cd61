import { stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Shard } from '#areas/datasets/domain/dataset.ts'
import type { Jobs } from '#areas/jobs/server/store.ts'
import type { Base } from './base.ts'
import { keepLimit, keyOf } from './keep.ts'
import type { openKeep } from './keep.ts'
import { openTracks } from './tracks.ts'

/** Below so many rows there are too few row groups for scattered reading to be slow. */
const worthwhile = 2_000_000
/** Bytes without compression by bytes with it, about. */
const growth = 2.5

export type RowStore = ReturnType<typeof openRowStore>

/** Copies of bases whose rows are read out of order, not compressed: 60 rows all over 100 million come in 40 ms instead of 105, and the copy takes 14 s. A cache, made in the background. */
export function openRowStore({ keeper, jobs }: { keeper: ReturnType<typeof openKeep>; jobs: Jobs }) {
  const tracks = openTracks<readonly Shard[]>({ jobs })
  const spared = new Set<string>()

  const keyFor = (base: Base) => keyOf('rows', base.key)

  /** The files to read scattered rows from: the copy, or none while it is made. */
  async function shards(base: Base): Promise<readonly Shard[] | undefined> {
    const key = keyFor(base)
    if (base.rows < worthwhile || spared.has(key)) return undefined
    const there = await keeper.found(key)
    if (!there) begin(base).catch(() => spared.add(key))
    return there
  }

  async function begin(base: Base): Promise<void> {
    if (!(await roomFor(base))) {
      spared.add(keyFor(base))
      return
    }
    await tracks.whole(keyFor(base), 'Laying out the rows for sorted reading', (doing) => keeper.keep(keyFor(base), base.stored, { ...doing, columns: base.columns, codec: 'uncompressed' }))
  }

  return { shards }
}

/** Whether the copy would leave most of the keep and of the disk to others. */
async function roomFor({ shards }: Base): Promise<boolean> {
  const [first] = shards
  if (!first) return false
  const sizes = await Promise.all(shards.map(({ path }) => stat(path).then(({ size }) => size)))
  const needed = growth * sizes.reduce((sum, size) => sum + size, 0)
  const { bavail, bsize } = await statfs(dirname(first.path))
  return needed < keepLimit / 2 && needed < (bavail * bsize) / 2
}
