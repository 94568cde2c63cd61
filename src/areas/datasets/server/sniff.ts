import { never } from '#lib/never.ts'
import { literal } from '#lib/sql.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import type { Wish } from '../domain/dataset.ts'
import { nameFor, unglobbed } from '../domain/source-path.ts'
import { sniffCsv } from './csv-sniff.ts'
import { sniffJson } from './json-import.ts'
import { imageColumns, textColumns } from './listing-import.ts'
import { columnsOf, footerOf } from './parquet.ts'
import { openSource } from './sources.ts'
import type { Source } from './sources.ts'

interface Asked { readonly duck: Duck; readonly root: string; readonly path: string; readonly dialect?: Wish | undefined; readonly signal: AbortSignal }

export async function sniff({ duck, root, path, dialect, signal }: Asked) {
  const source = await openSource(root, path)
  const told = { format: source.format, files: source.files.length, bytes: bytesOf(source), name: nameFor(source.source) }
  const nothing = { ...told, dialect: null, warnings: [...source.warnings], losses: [] }
  const [first] = source.files
  switch (source.format) {
    case 'csv': {
      const { columns, sample, warnings, losses, dialect: guessed } = await sniffCsv({ duck, root, source, wish: dialect, signal })
      return { ...told, dialect: guessed, columns: [...columns], sample: sample.map((row) => [...row]), warnings: [...warnings], losses: losses.map(({ at, empty, of, example }) => ({ at, empty, of, example })) }
    }
    case 'json':
    case 'ndjson': {
      const { columns, sample, warnings } = await sniffJson({ duck, root, source, signal })
      return { ...told, dialect: null, columns: [...columns], sample: sample.map((row) => [...row]), warnings, losses: [] }
    }
    case 'parquet': {
      if (first) await footerOf(first)
      const columns = first ? await columnsOf(duck, first.path, signal) : []
      const { rows } = await duck.read({ text: `SELECT * FROM read_parquet(${literal(unglobbed(first?.path ?? ''))}) LIMIT 50`, signal }).catch((error: unknown) => { throw dataProblem(error, `Reading “${path}”`) })
      return { ...nothing, columns, sample: rows.map((row) => [...row]) }
    }
    case 'images': return { ...nothing, columns: [...imageColumns], sample: source.files.slice(0, 50).map(({ name, size }) => [name, null, size, null, null]) }
    case 'texts': return { ...nothing, columns: [...textColumns], sample: source.files.slice(0, 50).map(({ name, size }) => [name, null, size, null]) }
    default: return never(source.format)
  }
}

export function bytesOf({ files }: Pick<Source, 'files'>): number {
  return files.reduce((sum, { size }) => sum + size, 0)
}
