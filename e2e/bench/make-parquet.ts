import { existsSync } from 'node:fs'
import { mkdir, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { openEngine } from '#node/duckdb/engine.ts'

const gigabyte = 1e9
const bytesARow = 60

/** Ten columns as they come: an id, keys, a time, few and many categories, missing values, NaN, small integers, a flag, money. */
export const columns = ['id', 'user_id', 'at', 'category', 'amount', 'signal', 'score', 'flag', 'token', 'price'] as const

/** The path of a Parquet file of that many rows; made once and kept in the folder. The same rows every time. */
export async function makeParquet({ rows, folder, say }: { readonly rows: number; readonly folder: string; readonly say: (line: string) => void }): Promise<string> {
  const path = join(folder, `bench-${rows}.parquet`)
  if (existsSync(path)) return path
  await mkdir(folder, { recursive: true })
  const needed = rows * bytesARow
  const free = await freeBytes(folder)
  if (free < needed) throw new Error(`${rows.toLocaleString('en')} rows need about ${Math.ceil(needed / gigabyte)} GB in ${folder}, where ${Math.floor(free / gigabyte)} GB are free. Give --rows or --data.`)
  say(`Making ${path} …`)
  const engine = await openEngine({ memory: '2GB', temporary: join(folder, 'tmp') })
  const begun = `${path}.part`
  await engine.read({ text: `COPY (${select(rows)}) TO '${begun.replaceAll("'", "''")}' (FORMAT parquet, ROW_GROUP_SIZE 122880)` })
  engine.close()
  await rename(begun, path)
  await rm(join(folder, 'tmp'), { recursive: true, force: true })
  return path
}

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

function select(rows: number): string {
  return `SELECT i::BIGINT AS id, (hash(i) % 5000000)::INTEGER AS user_id, TIMESTAMP '2020-01-01' + INTERVAL (i // 3) SECOND AS at,
    'cat_' || (hash(i * 7) % 50) AS category, CASE WHEN hash(i * 11) % 100 = 0 THEN NULL ELSE (hash(i * 13) % 1000000) / 997.0 END AS amount,
    CASE WHEN hash(i * 17) % 1000 = 0 THEN 'nan'::DOUBLE ELSE sin(i / 1000.0) * 100 END AS signal, (hash(i * 19) % 100)::TINYINT AS score,
    hash(i * 23) % 2 = 0 AS flag, 'token_' || (hash(i * 29) % 10000) AS token, ((hash(i * 31) % 100000) / 100)::DOUBLE AS price
    FROM range(${rows}) t(i)`
}
