import { z } from 'zod'
import { field } from '../../fields.ts'
import { applied, columnNode, literalOf } from '../../formula/check.ts'
import { typedSql, typeOf } from '../../formula/formula.ts'
import { formulaPandas, formulaPolars } from '../../formula/print.ts'
import type { Typed } from '../../formula/typed.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'

const plain = ['year', 'quarter', 'month', 'week', 'day', 'day of year', 'day of week', 'hour', 'minute', 'second', 'weekend'] as const
/** What a round is, and where it begins. */
const rounds = { 'month': [12, 1], 'day of month': [31, 1], 'day of year': [366, 1], 'day of week': [7, 1], 'hour': [24, 0], 'minute': [60, 0] } as const
const cyclic = ['month', 'day of month', 'day of year', 'day of week', 'hour', 'minute'] as const

const Params = z.object({
  column: field.column('Column', ['date', 'timestamp']),
  parts: z.array(z.enum(plain)).default(['year', 'month', 'day of week']).meta({ title: 'Parts' }),
  cyclic: z.array(z.enum(cyclic)).default([]).meta({ title: 'As sine and cosine' }),
})
type Params = z.infer<typeof Params>

export const dateParts = stepKind({
  op: 'dateParts', title: 'Date parts', category: 'Date and time', cost: 'cell',
  about: 'Parts of a moment as new columns; Monday is day 1 and weeks are ISO’s, so 30 December can be in week 1. Sine and cosine put 23 h next to 0 h, which a plain number does not.',
  params: Params,
  says: ({ column, parts, cyclic: round }, name) => `${[...parts, ...round.map((one) => `${one} sin, cos`)].join(', ')} of ${name(column)}`,
  apply: (params, context) => {
    const cells = cellsOf(params, context)
    return { kind: 'cells', columns: [...context.columns, ...cells.map(({ made }) => made)], set: Object.fromEntries(cells.map(({ made, node }) => [made.id, typedSql(node)])) }
  },
  pandas: (params, { context, q, after }) => cellsOf(params, context).map(({ made, node }) => `df[${after(made.id)}] = ${formulaPandas(node, q)}`),
  polars: (params, { context, q, after }) => [`df = df.with_columns(\n    ${cellsOf(params, context).map(({ made, node }) => `(${formulaPolars(node, q)}).alias(${after(made.id)})`).join(',\n    ')},\n)`],
})

function cellsOf({ column, parts, cyclic: round }: Params, context: Context) {
  if (parts.length + round.length === 0) throw new RecipeProblem('Choose at least one part of the date.', 'parts')
  const { name } = context.column(column)
  const moment = columnNode(context.column(column))
  const made = (index: number, label: string, node: Typed) => ({ node, made: context.made(index, `${name}_${label.replaceAll(' ', '_')}`, typeOf(node)) })
  return [
    ...parts.map((part) => made(plain.indexOf(part), part, partOf(part, moment))),
    ...round.flatMap((part) => {
      const index = plain.length + 2 * cyclic.indexOf(part)
      return [made(index, `${part} sin`, applied('sin', [angle(part, moment)])), made(index + 1, `${part} cos`, applied('cos', [angle(part, moment)]))]
    }),
  ]
}

function partOf(part: (typeof plain)[number], moment: Typed): Typed {
  if (part === 'weekend') return applied('>=', [applied('dayofweek', [moment]), literalOf(6n)])
  return applied(part.replaceAll('of ', 'of').replaceAll(' ', ''), [moment])
}

function angle(part: (typeof cyclic)[number], moment: Typed): Typed {
  const [round, first] = rounds[part]
  const since = applied('-', [part === 'day of month' ? applied('day', [moment]) : partOf(part, moment), literalOf(BigInt(first))])
  return applied('/', [applied('*', [since, literalOf(2 * Math.PI)]), literalOf(BigInt(round))])
}
