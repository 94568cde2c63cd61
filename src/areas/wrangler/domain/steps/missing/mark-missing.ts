import { z } from 'zod'
import { literals } from '#lib/sql.ts'
import { pyConstant } from '../../code/constants.ts'
import { familyOf } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { pyString } from '../../code/values.ts'
import { field } from '../../fields.ts'
import { stepKind } from '../../step-kind.ts'
import { constantSql } from './constant.ts'

const edges = ' \\t\\n\\r\\f\\v\\x{00A0}'
const pyEdges = '" \\t\\n\\r\\f\\v\\u00a0"'

const Params = z.object({
  columns: field.columns('Columns', ['text', 'integer', 'number', 'decimal', 'boolean', 'date', 'time', 'timestamp']),
  tokens: field.lines('Values that mean missing').default(['', 'NA', 'N/A', 'n/a', 'NULL', 'null', 'None', 'NaN', 'nan', '-', '?']),
})
type Params = z.output<typeof Params>

export const markMissing = stepKind({
  op: 'markMissing', title: 'Mark as missing', category: 'Missing', cost: 'cell',
  about: 'Turns words and numbers that stand for “no value” into missing ones; spaces around text do not matter, case does. “NA” may be a real value: it is Namibia’s country code.',
  params: Params,
  says: ({ columns, tokens }, name) => `${tokens.map((token) => (token === '' ? 'empty text' : token)).join(', ')} in ${columns.map(name).join(', ')}`,
  apply: ({ columns, tokens }, context) => ({
    kind: 'cells',
    columns: context.columns,
    set: Object.fromEntries(columns.map(context.column).map((column) => [column.id, `CASE WHEN ${marked(column, tokens)} THEN NULL ELSE ${column.id} END`])),
  }),
  pandas: ({ columns, tokens }, { q, context }) => columns.map(context.column).map((column) => {
    const name = `df[${q(column.id)}]`
    if (familyOf(column.type) === 'text') return `${name} = ${name}.mask(${name}.str.strip(${pyEdges}).isin([${tokens.map(bare).map(pyString).join(', ')}]))`
    const tests = [...list(column, tokens).map((one) => `${name}.isin(${one})`), ...(nan(column, tokens) ? [`(${name} != ${name}).fillna(False)`] : [])]
    return tests.length ? `${name} = ${name}.mask(${tests.join(' | ')})` : `# ${q(column.id)} holds none of the values`
  }),
  polars: ({ columns, tokens }, { q, context }) => columns.map(context.column).map((column) => {
    const name = `pl.col(${q(column.id)})`
    if (familyOf(column.type) === 'text') return marking(name, `${name}.str.strip_chars(${pyEdges}).is_in([${tokens.map(bare).map(pyString).join(', ')}])`)
    const tests = [...list(column, tokens).map((one) => `${name}.is_in(${one})`), ...(nan(column, tokens) ? [`${name}.is_nan()`] : [])]
    return tests.length ? marking(name, tests.join(' | ')) : `# ${q(column.id)} holds none of the values`
  }),
})

function marking(name: string, test: string): string {
  return `df = df.with_columns(pl.when(~(${test}).fill_null(False)).then(${name}))`
}

function marked(column: Column, tokens: Params['tokens']): string {
  if (familyOf(column.type) === 'text') return `regexp_replace(${column.id}, '^[${edges}]+|[${edges}]+$', '', 'g') IN (${literals(tokens.map(bare))})`
  const values = fitting(column, tokens).map((token) => constantSql(token, column, 'tokens'))
  const tests = [...(values.length ? [`${column.id} IN (${values.join(', ')})`] : []), ...(nan(column, tokens) ? [`isnan(${column.id})`] : [])]
  return tests.join(' OR ') || 'false'
}

/** The tokens that a column of that type can hold without rounding, save NaN. */
function fitting({ type }: Column, tokens: Params['tokens']): string[] {
  const rounds = ['integer', 'decimal'].includes(familyOf(type))
  return tokens.filter((token) => {
    const constant = pyConstant(token, type)
    return constant !== undefined && !/nan/i.test(token) && (!rounds || Number(/-?\d+(\.\d+)?/.exec(constant)?.[0]) === Number(token))
  })
}

function nan({ type }: Column, tokens: Params['tokens']): boolean {
  return familyOf(type) === 'number' && tokens.some((token) => token.trim().toLowerCase() === 'nan')
}

function list(column: Column, tokens: Params['tokens']): string[] {
  const values = fitting(column, tokens).map((token) => pyConstant(token, column.type))
  return values.length ? [`[${values.join(', ')}]`] : []
}

function bare(token: string): string {
  return token.replace(/^[ \t\n\r\f\v\u00a0]+|[ \t\n\r\f\v\u00a0]+$/g, '')
}
