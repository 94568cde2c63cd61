import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import type { Dialect } from '../domain/dataset.ts'
import { csvSql, freshRejects } from './csv-read.ts'

export type Reading = Omit<Dialect, 'columns'>
export interface Asked { readonly duck: Duck; readonly path: string; readonly reading: Reading; readonly names: readonly string[]; readonly signal?: AbortSignal | undefined }

/** Rows of a question of a CSV, which stands in it as `csv`. Odd lines go to a table that goes away: where they are only passed over, DuckDB loses good ones below them, too. */
export async function askCsv({ duck, path, reading, names, signal }: Asked, question: (csv: string) => string): Promise<readonly (readonly unknown[])[]> {
  const rejects = freshRejects()
  const text = `${question(csvSql({ paths: [path], dialect: reading, width: names.length, rejects }))}; DROP TABLE IF EXISTS ${rejects.lines}; DROP TABLE IF EXISTS ${rejects.scans}`
  const { rows } = await duck.read({ text, ...(signal ? { signal } : {}) }).catch((error: unknown) => { throw dataProblem(error, `Reading “${path.split(/[/\\]/).at(-1) ?? path}”`) })
  return rows
}

/**
 * The first rows, a cell a row: `v` the text, `i` the place of its column, `t` what was said of that column.
 * So a question of every column has as many aggregates as one of a single column: the engine's planning grows with the square of them.
 */
export function longSql(csv: string, { rows, of }: { readonly rows: number; readonly of: readonly { readonly i: number; readonly t?: number }[] }): string {
  const listed = (items: readonly (string | number)[]) => `unnest([${items.join(', ')}])`
  const cells = `${listed(of.map(({ i }) => `c${i}`))} AS v, ${listed(of.map(({ i }) => i))} AS i, ${listed(of.map(({ t = 0 }) => t))} AS t`
  return `(SELECT ${cells} FROM (SELECT * FROM ${csv} LIMIT ${rows}))`
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
