import { isAbsolute, relative } from 'node:path'
import { headerOf } from '../domain/code/header.ts'
import { toPython } from '../domain/code/python.ts'
import { toSqlText } from '../domain/code/sql.ts'
import type { Recipe } from '../domain/recipe.ts'
import type { Table } from '../domain/step-kind.ts'
import type { Preparer } from './prepare.ts'

const needs = { pandas: 'pandas 3 or newer, pyarrow', polars: 'polars 1.21 or newer' } as const

/** The recipe as a script that runs in the workspace folder. */
export async function codeOf({ preparer, root, recipe, language, signal }: { preparer: Preparer; root: string; recipe: Recipe; language: 'sql' | 'pandas' | 'polars'; signal: AbortSignal }): Promise<{ text: string }> {
  const { relation, columns, stages, tables } = await preparer.planned(recipe, signal)
  const local = (path: string) => (isAbsolute(path) ? relative(root, path).replaceAll('\\', '/') : path)
  const paths = relation.shards.map(({ path }) => local(path))
  const header = { version: relation.version, workspace: root, columns }
  if (language === 'sql') return { text: headerOf({ ...header, mark: '--' }) + toSqlText({ columns, stages, tables, paths }).replaceAll(`${root}/`, '') }
  const moved: Record<string, Table> = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, { ...table, paths: table.paths.map(local) }]))
  const text = toPython(language, { columns, stages, tables: moved, paths, width: relation.version.dialect ? columns.length : undefined })
  return { text: headerOf({ ...header, mark: '#', needs: [needs[language], ...(text.includes('import duckdb') ? ['duckdb'] : [])].join(', ') }) + text }
}
