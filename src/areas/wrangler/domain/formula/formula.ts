import type { Column, ColumnId } from '../columns.ts'
import { RecipeProblem } from '../step-kind.ts'
import { FormulaProblem } from './ast.ts'
import { typedFormula } from './check.ts'
import { formulaPandas, formulaPolars, formulaSql } from './print.ts'
import { sqlTypes } from './typed.ts'
import type { Typed } from './typed.ts'

/** The formula of a step, checked; its problem is the step's. */
export function formulaOf(text: string, columns: readonly Column[], where: string): Typed {
  return asProblem(() => typedFormula(text, columns), where)
}

function asProblem<T>(make: () => T, where: string): T {
  try {
    return make()
  } catch (error) {
    if (error instanceof FormulaProblem) throw new RecipeProblem(error.message, where)
    throw error
  }
}

export function typeOf({ kind }: Typed): string {
  return sqlTypes[kind]
}

/** SQL that has exactly that type. */
export function typedSql(node: Typed): string {
  const sql = formulaSql(node)
  return node.node === 'column' || isCastTo(sql, typeOf(node)) ? sql : `CAST(${sql} AS ${typeOf(node)})`
}

/** True where the whole of it is one cast to that type. */
function isCastTo(sql: string, type: string): boolean {
  if (!sql.startsWith('CAST(') || !sql.endsWith(` AS ${type})`) || /['"]/.test(sql)) return false
  let depth = 0
  for (const { 0: bracket, index } of sql.matchAll(/[()]/g)) {
    depth += bracket === '(' ? 1 : -1
    if (depth === 0) return index === sql.length - 1
  }
  return false
}

export function pandasLine(name: string, node: Typed, q: (id: ColumnId) => string): string {
  return `df[${name}] = ${formulaPandas(node, q)}`
}

export function polarsLine(name: string, node: Typed, q: (id: ColumnId) => string): string {
  return `df = df.with_columns((${formulaPolars(node, q)}).alias(${name}))`
}
