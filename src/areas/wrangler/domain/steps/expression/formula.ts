import { z } from 'zod'
import { field } from '../../fields.ts'
import { formulaOf, pandasLine, polarsLine, typedSql, typeOf } from '../../formula/formula.ts'
import { stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'

export const formula = stepKind({
  op: 'formula', title: 'Formula', category: 'Columns', cost: 'cell',
  about: 'Computes a column from others in its row, such as delay / distance. Dividing by zero with / is infinite, with // missing; NaN counts as missing wherever values are compared.',
  params: z.object({
    name: field.name('New column', 'formula'),
    formula: field.formula('Formula'),
    replace: field.optionalColumn('Replace a column instead'),
  }),
  says: (params, name) => `${params.replace ? name(params.replace) : params.name} = ${params.formula}`,
  apply: (params, context) => {
    const node = formulaOf(params.formula, context.columns, 'formula')
    const made = target(params, context, typeOf(node))
    const columns = params.replace ? context.columns.map((one) => (one.id === made.id ? made : one)) : [...context.columns, made]
    return { kind: 'cells', columns, set: { [made.id]: typedSql(node) } }
  },
  pandas: (params, { context, q, after }) => {
    const node = formulaOf(params.formula, context.columns, 'formula')
    return [pandasLine(after(target(params, context, typeOf(node)).id), node, q)]
  },
  polars: (params, { context, q, after }) => {
    const node = formulaOf(params.formula, context.columns, 'formula')
    return [polarsLine(after(target(params, context, typeOf(node)).id), node, q)]
  },
})

function target({ name, replace }: { name: string; replace?: string | undefined }, context: Context, type: string) {
  return replace ? { ...context.column(replace), type } : context.made(0, name, type)
}
