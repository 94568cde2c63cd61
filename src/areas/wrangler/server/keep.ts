import { createHash, randomUUID } from 'node:crypto'
import { readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { literal } from '#lib/sql.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { codeOf, makeFolder } from '#node/files.ts'
import type { Shard } from '#areas/datasets/domain/dataset.ts'
import { writeOptions } from '#areas/datasets/domain/source-sql.ts'
import { openSharedWork } from './shared-work.ts'

/** `uncompressed` is larger and read faster where few rows of many row groups are wanted. */
export type Codec = 'zstd' | 'uncompressed'

export interface Writing { readonly columns?: number; readonly codec?: Codec; readonly signal: AbortSignal; readonly report: (share: number | null, phase?: string) => void }

export function keyOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}

export const keepLimit = 20 * 1024 ** 3

/** What can be computed again, as folders of Parquet shards under their key. A folder is there whole or not at all. */
export function openKeep({ duck, folder }: { duck: Duck; folder: string }) {
  const known = new Map<string, readonly Shard[]>()
  const shared = openSharedWork<readonly Shard[]>()

  /** The shards of a query's rows in its order; computed once. */
  function keep(key: string, query: string, writing: Writing): Promise<readonly Shard[]> {
    return shared(key, writing.signal, async () => (await found(key)) ?? made(key, query, writing))
  }

  async function made(key: string, query: string, { signal, report, columns = 1, codec = 'zstd' }: Writing): Promise<readonly Shard[]> {
    await makeFolder(folder)
    const stage = join(folder, `${key}.${randomUUID()}.part`)
    try {
      await writeShards({ duck, query, stage, columns, codec, signal, onProgress: report })
      await rename(stage, join(folder, key)).catch((error: unknown) => { if (!['EEXIST', 'ENOTEMPTY'].includes(codeOf(error))) throw error })
    } finally {
      await rm(stage, { recursive: true, force: true })
    }
    await tidy(key)
    return (await found(key)) ?? []
  }

  async function found(key: string): Promise<readonly Shard[] | undefined> {
    const path = join(folder, key)
    const now = new Date()
    if (!(await utimes(path, now, now).then(() => true, () => false))) {
      known.delete(key)
      return undefined
    }
    const shards = known.get(key) ?? (await shardsIn(duck, path))
    known.set(key, shards)
    return shards
  }

  /** The longest unused go first when the keep grows past its limit. */
  async function tidy(except: string): Promise<void> {
    const names = (await readdir(folder)).filter((name) => !name.endsWith('.part') && name !== except)
    const all = await Promise.all(names.map(async (name) => ({ name, used: (await stat(join(folder, name))).mtimeMs, bytes: await bytesOf(join(folder, name)) })))
    let total = all.reduce((sum, { bytes }) => sum + bytes, 0)
    for (const { name, bytes } of all.sort((a, b) => a.used - b.used)) {
      if (total < keepLimit) return
      total -= bytes
      known.delete(name)
      await rm(join(folder, name), { recursive: true, force: true })
    }
  }

  return { keep, found }
}

export async function bytesOf(folder: string): Promise<number> {
  const files = await readdir(folder)
  const sizes = await Promise.all(files.map((file) => stat(join(folder, file)).then(({ size }) => size)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

interface Shards { readonly duck: Duck; readonly query: string; readonly stage: string; readonly columns: number; readonly codec?: Codec; readonly signal: AbortSignal; readonly onProgress?: (share: number) => void }

/** Runs a query into a new folder as one Parquet file, `0.parquet`: with ROW_GROUPS_PER_FILE, DuckDB's threads write row groups as they come and the order is lost. */
export async function writeShards({ duck, query, stage, columns, codec = 'zstd', signal, onProgress }: Shards): Promise<void> {
  await makeFolder(stage)
  await duck.read({
    text: `COPY (${query}) TO ${literal(join(stage, '0.parquet'))} (FORMAT parquet, COMPRESSION ${codec}, ${writeOptions(columns)})`,
    background: true, signal, ...(onProgress ? { onProgress } : {}),
  })
}

/** The shards of a folder in row order, with the rows that each holds. */
export async function shardsIn(duck: Duck, folder: string): Promise<readonly Shard[]> {
  const names = (await readdir(folder)).filter((name) => /^\d+\.parquet$/.test(name)).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
  if (names.length === 0) return []
  const { rows } = await duck.read({ text: `SELECT file_name, num_rows FROM parquet_file_metadata([${names.map((name) => literal(join(folder, name))).join(', ')}])` })
  const counts = new Map(rows.map(([file, count]) => [String(file), Number(count)]))
  let first = 0
  return names.map((name) => {
    const path = join(folder, name)
    const shard = { path, rows: counts.get(path) ?? 0, first }
    first += shard.rows
    return shard
  })
}
