import { join } from 'node:path'
import { openEngine } from '#node/duckdb/engine.ts'
import type { Bench } from './figure.ts'

/** The milliseconds of plain DuckDB in this process for rows of the big file: the same engine, with nothing of the studio around it. */
export async function floorOf({ server, recipe }: Bench, wanted: readonly (readonly number[])[]): Promise<number[]> {
  const engine = await openEngine({ memory: '1100MB' })
  const ids = recipe.source.columns.map(({ id }) => id).join(', ')
  const spent: number[] = []
  for (const rows of wanted) {
    const [first = 0] = rows
    const run = rows.every((row, i) => row === first + i)
    const where = run ? `file_row_number >= ${first} AND file_row_number < ${first + rows.length}` : `file_row_number IN (${rows.join(', ')})`
    spent.push((await engine.read({ text: `SELECT file_row_number, ${ids} FROM read_parquet('${join(server.root, 'big.parquet').replaceAll("'", "''")}') AS t(${ids}) WHERE ${where}` })).ms)
  }
  engine.close()
  return spent.slice(5)
}
