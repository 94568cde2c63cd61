import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { literal } from '#lib/sql.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem, DuckError } from '#node/duckdb/error.ts'
import { diskProblem } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import type { FieldShape, Shard } from '../domain/dataset.ts'
import { unglobbed } from '../domain/source-path.ts'
import type { SourceFile, Watch } from './sources.ts'
import { fingerprintOf } from './sources.ts'

export interface ParquetSet { readonly columns: readonly FieldShape[]; readonly shards: readonly Shard[]; readonly rows: number; readonly fingerprint: string }

/** Parquet scrolled in place: schema, rows per file and a fingerprint, all from the footers. */
export async function readParquetSet(duck: Duck, files: readonly SourceFile[], signal?: AbortSignal): Promise<ParquetSet> {
  const footers = await Promise.all(files.map(footerOf))
  const columns = await sameColumns(duck, files, signal)
  const shards = await shardsOf(duck, files, signal)
  const fingerprint = fingerprintOf(files.flatMap(({ name, size, mtime }, i) => [name, String(size), String(mtime), footers[i] ?? '']))
  return { columns, shards, rows: shards.reduce((sum, { rows }) => sum + rows, 0), fingerprint }
}

/** Whether files that were touched still hold what was recorded: same sizes, same footers. */
export async function sameFooters(root: string, watch: Watch, fingerprint: string): Promise<boolean> {
  try {
    const parts = await Promise.all(watch.map(async ([name, size, mtime]) => {
      const path = join(root, name)
      const now = await stat(path)
      return now.size === size ? [name, String(size), String(mtime), await footerOf({ path, name, size, mtime })] : [name]
    }))
    return fingerprintOf(parts.flat()) === fingerprint
  } catch {
    return false
  }
}

/** Rows of each file, in the order of the files. */
export async function shardsOf(duck: Duck, files: readonly { readonly path: string }[], signal?: AbortSignal): Promise<Shard[]> {
  const { rows } = await asked(duck, `SELECT file_name, num_rows FROM parquet_file_metadata(${listOf(files)})`, 'Reading the Parquet files', signal)
  const counts = new Map(rows.map(([file, count]) => [String(file), Number(count)]))
  let first = 0
  return files.map(({ path }) => {
    const shard = { path, rows: counts.get(path) ?? 0, first }
    first += shard.rows
    return shard
  })
}

/** Parquet's own names, so that duplicates and case clashes keep theirs; the types as DuckDB reads them. */
export async function columnsOf(duck: Duck, path: string, signal?: AbortSignal): Promise<FieldShape[]> {
  const about = `Reading “${nameOf(path)}”`
  const [described, schema] = await Promise.all([
    asked(duck, `DESCRIBE SELECT * FROM read_parquet(${literal(unglobbed(path))}, hive_partitioning=false)`, about, signal),
    asked(duck, `SELECT name, num_children FROM parquet_schema(${literal(unglobbed(path))})`, about, signal),
  ])
  const names = topNames(schema.rows.map(([name, children]) => ({ name: String(name), children: Number(children ?? 0) })))
  return described.rows.map(([name, type], i) => ({ name: names[i] ?? String(name), type: String(type) }))
}

async function sameColumns(duck: Duck, files: readonly SourceFile[], signal?: AbortSignal): Promise<FieldShape[]> {
  const [first] = files
  if (!first) return []
  const columns = await columnsOf(duck, first.path, signal)
  if (files.length === 1) return columns
  const text = "string_agg(concat_ws(':', name, duckdb_type, num_children), '|' ORDER BY column_id)"
  const { rows } = await asked(duck, `SELECT file_name, ${text} FROM parquet_schema(${listOf(files)}) WHERE column_id > 0 GROUP BY 1`, 'Comparing the Parquet files', signal)
  const shapes = new Map(rows.map(([file, shape]) => [String(file), String(shape)]))
  const odd = files.find(({ path }) => shapes.get(path) !== shapes.get(first.path))
  if (odd) throw new Problem('invalid', `The files do not have the same columns: ${difference(columns, await columnsOf(duck, odd.path, signal), first.name, odd.name)} Name a folder or a pattern that holds only files with the same columns.`, 'path')
  return columns
}

function difference(left: readonly FieldShape[], right: readonly FieldShape[], a: string, b: string): string {
  if (left.length !== right.length) return `“${a}” has ${left.length}, “${b}” has ${right.length}.`
  const at = left.findIndex(({ name, type }, i) => name !== right[i]?.name || type !== right[i]?.type)
  return `column ${at + 1} is “${left[at]?.name}” (${left[at]?.type}) in “${a}” and “${right[at]?.name}” (${right[at]?.type}) in “${b}”.`
}

/** The children of the root in a schema listed depth first. */
function topNames(nodes: readonly { readonly name: string; readonly children: number }[]): string[] {
  const names: string[] = []
  let at = 1
  const skip = (): void => {
    const children = nodes[at++]?.children ?? 0
    for (let i = 0; i < children; i++) skip()
  }
  for (let i = 0; i < (nodes[0]?.children ?? 0) && at < nodes.length; i++) {
    names.push(nodes[at]?.name ?? '')
    skip()
  }
  return names
}

/** The footer's bytes; refuses a file that is cut off or no Parquet. */
export async function footerOf({ path, name, size }: SourceFile): Promise<Uint8Array> {
  const broken = (why: string) => new Problem('invalid', `“${name}” is not a whole Parquet file: ${why}. If it was copied or downloaded, get it again.`, 'path')
  if (size === 0) throw broken('it is empty')
  if (size < 12) throw broken(`it has only ${size} bytes`)
  const file = await open(path).catch((error: unknown) => { throw diskProblem(error, path) })
  try {
    const tail = await file.read(Buffer.alloc(8), 0, 8, size - 8)
    const mark = tail.buffer.toString('latin1', 4, 8)
    if (mark === 'PARE') throw new Problem('invalid', `“${name}” is encrypted Parquet, which this studio cannot read.`, 'path')
    if (mark !== 'PAR1') throw broken('its end is missing, so it was cut off')
    const length = tail.buffer.readUInt32LE(0)
    if (length > size - 12) throw broken('its footer is longer than the file')
    return (await file.read(Buffer.alloc(length), 0, length, size - 8 - length)).buffer
  } finally {
    await file.close()
  }
}

async function asked(duck: Duck, text: string, about: string, signal?: AbortSignal) {
  return duck.read({ text, ...(signal ? { signal } : {}) }).catch((error: unknown) => {
    if (error instanceof DuckError && /root_schema|no columns|Need at least one non-root column/i.test(error.message)) throw new Problem('invalid', `${about}: it has no columns, so there is nothing to show.`, 'path')
    if (error instanceof DuckError && /TProtocolException|thrift|footer|magic bytes|invalid metadata/i.test(error.message)) throw new Problem('invalid', `${about}: its footer is damaged, so the file cannot be read. If it was copied or downloaded, get it again.`, 'path')
    throw dataProblem(error, about)
  })
}

function listOf(files: readonly { readonly path: string }[]): string {
  return `[${files.map(({ path }) => literal(unglobbed(path))).join(', ')}]`
}

function nameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
