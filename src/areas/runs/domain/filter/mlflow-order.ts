import { columnText } from '../column.ts'
import type { Column } from '../column.ts'
import { attempt } from './condition.ts'
import type { Parsed } from './condition.ts'
import { identifierOf, refuse } from './mlflow.ts'
import type { Grammar } from './mlflow-grammar.ts'

export interface OrderBy { readonly column: Column; readonly descending: boolean }

/** MLflow's order_by texts, e.g. "metrics.`val acc` DESC"; refused in MLflow's words. */
export function parseMlflowOrder(texts: readonly string[], grammar: Grammar): Parsed<readonly OrderBy[]> {
  return attempt(() => {
    const seen = new Set<string>()
    return texts.map((text) => {
      const order = orderOf(text, grammar)
      const name = columnText(order.column)
      if (seen.has(name)) refuse(`\`order_by\` contains duplicate fields: [${texts.map((one) => `'${one}'`).join(', ')}]`)
      seen.add(name)
      return order
    })
  })
}

function orderOf(text: string, grammar: Grammar): OrderBy {
  const [, field, direction, more] = /^\s*((?:`[^`]*`|"[^"]*"|[\p{L}\p{N}_.])+)(?:\s+(\S+))?(?:\s+(\S.*))?\s*$/su.exec(text) ?? []
  if (field === undefined || more !== undefined) return refuse(`Invalid order_by clause '${text}'. Could not be parsed.`)
  if (direction !== undefined && !/^(asc|desc)$/i.test(direction)) refuse(`Invalid ordering key in order_by clause '${text}'.`)
  const { column } = identifierOf(field, grammar, grammar.orderAttributes)
  if (column.family === 'datasets') refuse("Invalid identifier type 'dataset'")
  return { column, descending: /^desc$/i.test(direction ?? '') }
}
