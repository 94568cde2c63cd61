import { z } from 'zod'
import { predicatePython } from '../../code/predicate-python.ts'
import { ColumnId } from '../../columns.ts'
import { field } from '../../fields.ts'
import { applied, coerced, columnNode, literalOf } from '../../formula/check.ts'
import { arrowTypes, formulaPandas, formulaPolars, formulaSql, polarsTypes } from '../../formula/print.ts'
import { kindNames, sqlTypes } from '../../formula/typed.ts'
import type { Kind, Typed } from '../../formula/typed.ts'
import { Predicate, predicateSql } from '../../predicate.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context, Python } from '../../step-kind.ts'

const Outcome = z.union([z.string(), z.number(), z.boolean(), z.null(), z.object({ column: ColumnId })])
type Outcome = z.infer<typeof Outcome>

const Params = z.object({
  name: field.name('New column', 'condition'),
  cases: z.array(z.object({ when: Predicate, value: Outcome.meta({ title: 'Then' }) })).min(1, 'Add at least one case.').meta({ title: 'Cases' }),
  otherwise: Outcome.default(null).meta({ title: 'Otherwise' }),
})
type Params = z.infer<typeof Params>

export const conditional = stepKind({
  op: 'conditional', title: 'Conditional column', category: 'Columns', cost: 'cell',
  about: 'Gives each row the value of the first case that holds. A missing value satisfies no comparison, so it falls to the next case or to “otherwise”; values of different kinds become text.',
  params: Params,
  says: ({ name, cases, otherwise }, label) => `${name}: ${cases.map(({ value }) => shown(value, label)).join(', ')}, otherwise ${shown(otherwise, label)}`,
  apply: (params, context) => {
    const { kind, values, otherwise } = outcomes(params, context)
    const whens = params.cases.map(({ when }, i) => `WHEN ${predicateSql(when, context.column)} THEN ${sqlOf(values[i])}`)
    const made = context.made(0, params.name, sqlTypes[kind])
    return { kind: 'cells', columns: [...context.columns, made], set: { [made.id]: `CAST(CASE ${whens.join(' ')} ELSE ${sqlOf(otherwise)} END AS ${made.type})` } }
  },
  pandas: (params, python) => {
    const { kind, values, otherwise } = outcomes(params, python.context)
    const name = python.after(python.context.made(0, params.name, 'VARCHAR').id)
    const start = otherwise.node === 'literal' ? `const(df, ${plain(otherwise, python)}, ${arrowTypes[kind]})` : formulaPandas(otherwise, python.q)
    const lines = params.cases.map(({ when }, i) => {
      const condition = predicatePython('pandas', when, { column: python.context.column, q: python.q })
      const value = values[i] ?? otherwise
      return `chosen = arrow(pc.if_else, ${condition}, ${value.node === 'literal' ? `pa.scalar(${plain(value, python)}, ${arrowTypes[kind]})` : formulaPandas(value, python.q)}, chosen)`
    })
    return [`chosen = ${start}`, ...lines.toReversed(), `df[${name}] = chosen`]
  },
  polars: (params, python) => {
    const { kind, values, otherwise } = outcomes(params, python.context)
    const name = python.after(python.context.made(0, params.name, 'VARCHAR').id)
    const cases = params.cases.map(({ when }, i) => `when(${predicatePython('polars', when, { column: python.context.column, q: python.q })}).then(${formulaPolars(values[i] ?? otherwise, python.q)})`)
    return [`df = df.with_columns(pl.${cases.join('.')}.otherwise(${formulaPolars(otherwise, python.q)}).cast(${polarsTypes[kind]}).alias(${name}))`]
  },
})

function plain(node: Typed, { q }: Python): string {
  return formulaPandas(node, q).replace(/^const\(df, ([\s\S]*), pa\.[^,]*\)$/, '$1')
}

function sqlOf(node: Typed | undefined): string {
  return node ? formulaSql(node) : 'NULL'
}

function outcomes({ cases, otherwise }: Params, context: Context): { kind: Kind; values: readonly Typed[]; otherwise: Typed } {
  const nodes = [...cases.map(({ value }) => value), otherwise].map((value) => outcome(value, context))
  const kind = commonKind(nodes)
  const all = nodes.map((node) => as(node, kind))
  return { kind, values: all.slice(0, -1), otherwise: all.at(-1) ?? literalOf(null) }
}

function outcome(value: Outcome, context: Context): Typed {
  if (typeof value === 'object' && value !== null) {
    const node = columnNode(context.column(value.column))
    if (node.kind === 'other') throw new RecipeProblem(`A conditional column cannot take the column “${context.column(value.column).name}”: it holds ${kindNames.other}. Choose one of text, numbers, dates or true and false.`, 'cases')
    return node
  }
  return literalOf(typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value)
}

function commonKind(nodes: readonly Typed[]): Kind {
  const kinds = new Set(nodes.map(({ kind }) => kind).filter((kind) => kind !== 'null'))
  const only = (...of: Kind[]) => [...kinds].every((kind) => of.includes(kind))
  if (kinds.size === 0) return 'text'
  if (kinds.size === 1) return [...kinds][0] ?? 'text'
  if (only('integer', 'number')) return 'number'
  return only('date', 'timestamp') ? 'timestamp' : 'text'
}

function as(node: Typed, kind: Kind): Typed {
  if (node.node === 'literal' && kind === 'text' && node.value !== null) return literalOf(String(node.value))
  const same = coerced(node, kind)
  return same.kind === kind ? same : applied('to_text', [node])
}

function shown(value: Outcome, label: (id: string) => string): string {
  if (value === null) return 'missing'
  return typeof value === 'object' ? label(value.column) : String(value)
}
