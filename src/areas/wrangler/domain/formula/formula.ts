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
  return node.node === 'column' ? sql : `CAST(${sql} AS ${typeOf(node)})`
}

export function pandasLine(name: string, node: Typed, q: (id: ColumnId) => string): string {
  return `df[${name}] = ${formulaPandas(node, q)}`
}

export function polarsLine(name: string, node: Typed, q: (id: ColumnId) => string): string {
  return `df = df.with_columns((${formulaPolars(node, q)}).alias(${name}))`
}
