import { shardsSql } from '#areas/datasets/domain/source-sql.ts'
import type { Datasets } from '#areas/datasets/server/store.ts'
import { Problem } from '#wire/problem.ts'
import type { Recipe } from '../domain/recipe.ts'
import type { Table } from '../domain/step-kind.ts'

/** The other data sets that the steps name by a param `dataset`; one that is gone is left out, and its step says so. */
export async function tablesOf({ recipe, datasets }: { recipe: Recipe; datasets: Datasets }): Promise<Readonly<Record<string, Table>>> {
  const names = new Set(recipe.steps.flatMap(({ params }) => (typeof params.dataset === 'string' ? [params.dataset] : [])))
  const tables = await Promise.all([...names].map(async (name) => {
    try {
      const { version, shards, columns } = await datasets.relation(name)
      const ids = columns.map((_, i) => `c${i}`)
      const list = columns.map((column, i) => ({ id: ids[i] ?? `c${i}`, name: column.name, type: column.type }))
      const table: Table = { columns: list, sql: `SELECT ${ids.join(', ')} FROM (${shardsSql({ shards, ids, types: columns.map(({ type }) => type) })})`, paths: shards.map(({ path }) => path), width: version.dialect ? columns.length : undefined }
      return [[name, table] as const]
    } catch (error) {
      if (error instanceof Problem) return []
      throw error
    }
  }))
  return Object.fromEntries(tables.flat())
}
