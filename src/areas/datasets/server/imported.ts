import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { literal } from '#lib/sql.ts'
import { newId } from '#lib/ids.ts'
import { writeOptions } from '../domain/source-sql.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { makeFolder } from '#node/files.ts'
import type { Dialect, FieldShape } from '../domain/dataset.ts'
import { readHead, transcode } from './encoding.ts'
import type { Source, SourceFile } from './sources.ts'

export interface Import {
  readonly duck: Duck
  readonly root: string
  readonly source: Source
  readonly dialect: Dialect | null
  /** An empty folder that gets the shards `0.parquet …` and, where lines were odd, `rejects.parquet`. */
  readonly stage: string
  readonly signal: AbortSignal
  readonly report: (share: number | null, phase?: string) => void
}

/** What a conversion left in its stage. */
export interface Imported { readonly columns: readonly FieldShape[]; readonly rejects: number }

/** One file: with ROW_GROUPS_PER_FILE, DuckDB's threads write row groups as they come and the order of the rows is lost. */
export function copySql(select: string, stage: string, columns = 1): string {
  return `COPY (${select}) TO ${literal(join(stage, '0.parquet'))} (FORMAT parquet, ${writeOptions(columns)})`
}

export interface Readable { readonly file: SourceFile; readonly path: string }

/** Works on the files as UTF-8: those that are something else are rewritten first, and the copies go when the work is over. */
export async function withUtf8<T>({ root, source, dialect, signal, report }: Import, wants: { readonly rewrite?: boolean; readonly unmarked?: boolean }, work: (files: readonly Readable[]) => Promise<T>): Promise<T> {
  const folder = join(root, '.atelier', 'tmp')
  await makeFolder(folder)
  const made: string[] = []
  try {
    const files: Readable[] = []
    for (const file of source.files) {
      const head = await readHead(file.path, { encoding: dialect?.encoding })
      if (head.encoding === 'utf-8' && !head.mixedLines && !wants.rewrite && !(wants.unmarked && head.mark)) {
        files.push({ file, path: file.path })
        continue
      }
      report(null, `Rewriting “${file.name}” from ${head.encoding} to UTF-8`)
      const temporary = join(folder, `${newId('utf8')}.txt`)
      made.push(temporary)
      await transcode(file.path, temporary, head.encoding, signal)
      files.push({ file, path: temporary })
    }
    return await work(files)
  } finally {
    for (const path of made) await rm(path, { force: true })
  }
}
