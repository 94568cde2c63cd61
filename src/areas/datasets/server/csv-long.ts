import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import type { Dialect } from '../domain/dataset.ts'
import { csvSql } from './csv-read.ts'

export type Reading = Omit<Dialect, 'columns'>
export interface Asked { readonly duck: Duck; readonly path: string; readonly reading: Reading; readonly names: readonly string[]; readonly signal?: AbortSignal | undefined }

/**
 * The first rows, a cell a row: `v` the text, `i` the place of its column, `t` what was said of that column.
 * So a question of every column has as many aggregates as one of a single column: the engine's planning grows with the square of them.
 */
export function longSql({ path, reading, names }: Pick<Asked, 'path' | 'reading' | 'names'>, { rows, of }: { readonly rows: number; readonly of: readonly { readonly i: number; readonly t?: number }[] }): string {
  const listed = (items: readonly (string | number)[]) => `unnest([${items.join(', ')}])`
  const cells = `${listed(of.map(({ i }) => `c${i}`))} AS v, ${listed(of.map(({ i }) => i))} AS i, ${listed(of.map(({ t = 0 }) => t))} AS t`
  return `(SELECT ${cells} FROM (SELECT * FROM ${csvSql({ paths: [path], dialect: reading, width: names.length })} LIMIT ${rows}))`
}

export async function askCsv({ duck, path, signal }: Pick<Asked, 'duck' | 'path' | 'signal'>, text: string): Promise<readonly (readonly unknown[])[]> {
  const { rows } = await duck.read({ text, ...(signal ? { signal } : {}) }).catch((error: unknown) => { throw dataProblem(error, `Reading “${path.split(/[/\\]/).at(-1) ?? path}”`) })
  return rows
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
