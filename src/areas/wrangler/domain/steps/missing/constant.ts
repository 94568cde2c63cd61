import { literal } from '#lib/sql.ts'
import { pyConstant } from '../../code/constants.ts'
import type { Value } from '../../code/constants.ts'
import type { Column } from '../../columns.ts'
import { RecipeProblem } from '../../step-kind.ts'

/** A value of the column's own type; a RecipeProblem where the type cannot hold it. */
export function constantSql(value: Value, column: Column, where: string): string {
  if (pyConstant(value, column.type) === undefined) throw new RecipeProblem(`“${value}” is no value of “${column.name}”, which holds ${column.type}. Write another one, or change the column's type first.`, where)
  return `CAST(${literal(String(value))} AS ${column.type})`
}
