import { z } from 'zod'
import { never } from '#lib/never.ts'
import { literal, literals } from '#lib/sql.ts'
import { predicatePython } from '../../code/predicate-python.ts'
import { pyString, pyValue } from '../../code/values.ts'
import { isNumeric, missingSql } from '../../columns.ts'
import type { Column } from '../../columns.ts'
import { field, onlyWhen } from '../../fields.ts'
import { doubleSql, presentSql, textSql } from '../../keys.ts'
import { Predicate, predicateSql } from '../../predicate.ts'
import { RecipeProblem, stepKind } from '../../step-kind.ts'
import type { Context } from '../../step-kind.ts'
import { predicateSays } from '../rows/filter.ts'

const rules = ['notMissing', 'unique', 'range', 'match', 'set', 'implies'] as const
const all: Predicate = { kind: 'all', of: [] }

const Params = z.object({
  rule: z.enum(rules).default('notMissing').meta({ title: 'Rule' }),
  columns: onlyWhen(field.anyColumns('Columns'), { rule: ['notMissing', 'unique', 'range', 'match', 'set'] }),
  from: onlyWhen(z.number().optional().meta({ title: 'From' }), { rule: ['range'] }),
  to: onlyWhen(z.number().optional().meta({ title: 'To' }), { rule: ['range'] }),
  pattern: onlyWhen(z.string().default('').meta({ title: 'Pattern', description: 'A regular expression that is found anywhere in the text; ^ and $ tie it to the ends.' }), { rule: ['match'] }),
  values: onlyWhen(field.lines('Allowed values').default([]), { rule: ['set'] }),
  given: onlyWhen(Predicate.default(all).meta({ widget: 'predicate', title: 'Where' }), { rule: ['implies'] }),
  expected: onlyWhen(Predicate.default(all).meta({ widget: 'predicate', title: 'It must hold that' }), { rule: ['implies'] }),
  severity: z.enum(['warn', 'block']).default('warn').meta({ title: 'When broken', description: 'Block stops publishing and export.' }),
})
type Params = z.output<typeof Params>

export const assertRule = stepKind({
  op: 'assertRule', title: 'Check a rule', category: 'Split and check', cost: 'check',
  about: 'Counts and lists the rows that break a rule and changes nothing. A missing value breaks only “not missing”; for “unique”, missing values are equal to one another.',
  params: Params,
  says: (params, name) => `${sentence(params, name)}${params.severity === 'block' ? ', else block publishing' : ''}`,
  apply: (params, context) => ({ kind: 'check', severity: params.severity, fails: failsSql(params, context) }),
  pandas: (params, python) => [checkLine(params, python.context, python.q, 'pandas')],
  polars: (params, python) => [checkLine(params, python.context, python.q, 'polars')],
})

function failsSql(params: Params, context: Context): string {
  const columns = columnsOf(params, context)
  const any = (one: (column: Column) => string) => `(${columns.map(one).join(' OR ')})`
  switch (params.rule) {
    case 'notMissing': return any(missingSql)
    case 'unique': return `_rid IN (SELECT _rid FROM (SELECT _rid, count(*) OVER (PARTITION BY ${columns.map(({ id }) => id).join(', ')}) AS n FROM prev) WHERE n > 1)`
    case 'range': return any((column) => `(${presentSql(column)} AND NOT (${[...outside(params, column), 'true'].join(' AND ')}))`)
    case 'match': return any((column) => `coalesce(NOT regexp_matches(${textSql(column)}, ${literal(params.pattern)}), false)`)
    case 'set': return any((column) => `coalesce((${textSql(column)}) NOT IN (${literals(params.values)}), false)`)
    case 'implies': return `(${predicateSql(params.given, context.column)} AND NOT ${predicateSql(params.expected, context.column)})`
    default: return never(params.rule)
  }
}

function outside({ from, to }: Params, { id }: Column): string[] {
  return [...(from === undefined ? [] : [`${id} >= ${doubleSql(from)}`]), ...(to === undefined ? [] : [`${id} <= ${doubleSql(to)}`])]
}

function columnsOf(params: Params, context: Context): Column[] {
  if (params.rule === 'implies') return []
  if (params.columns.length === 0) throw new RecipeProblem('Check a rule: choose at least one column that the rule is about.', 'columns')
  const columns = params.columns.map((id) => context.column(id))
  const words = params.rule === 'range' ? columns.find(({ type }) => !isNumeric(type)) : undefined
  if (words) throw new RecipeProblem(`Check a rule: “${words.name}” holds ${words.type}; a range is checked on numbers. Choose a numeric column.`, 'columns')
  if (params.rule === 'range' && params.from === undefined && params.to === undefined) throw new RecipeProblem('Check a rule: a range needs a lower or an upper end.', 'from')
  if (params.rule === 'set' && params.values.length === 0) throw new RecipeProblem('Check a rule: write at least one allowed value.', 'values')
  return columns
}

function sentence({ rule, columns, from, to, pattern, values, given, expected }: Params, name: (id: string) => string): string {
  const list = columns.map(name).join(', ')
  switch (rule) {
    case 'notMissing': return `${list} not missing`
    case 'unique': return `${list} unique`
    case 'range': return `${list} from ${from ?? '−∞'} to ${to ?? '∞'}`
    case 'match': return `${list} matches ${pattern}`
    case 'set': return `${list} is one of ${values.slice(0, 5).join(', ')}${values.length > 5 ? ', …' : ''}`
    case 'implies': return `where ${predicateSays(given, name)}, ${predicateSays(expected, name)}`
    default: return never(rule)
  }
}

function checkLine(params: Params, context: Context, q: (id: string) => string, frames: 'pandas' | 'polars'): string {
  const rule = pyString(sentence(params, (id) => context.column(id).name))
  return `check(${brokenPython(params, context, q, frames)}, ${rule}, block=${pyValue(params.severity === 'block')})`
}

/** A Python expression: how many rows break the rule. */
function brokenPython(params: Params, context: Context, q: (id: string) => string, frames: 'pandas' | 'polars'): string {
  const columns = columnsOf(params, context)
  const over = (ids: readonly string[]) => ids.map((id) => `present_or_none(df[${q(id)}])`).join(', ')
  if (params.rule === 'unique') {
    const names = columns.map(({ id }) => q(id)).join(', ')
    return frames === 'pandas' ? `df.duplicated(subset=[${names}], keep=False).sum()` : `df.select(${names}).is_duplicated().sum()`
  }
  if (params.rule === 'implies') {
    const mask = (predicate: Predicate) => predicatePython(frames, predicate, { q, column: context.column })
    const broken = `${mask(params.given)} & ~${mask(params.expected)}`
    return frames === 'pandas' ? `(${broken}).sum()` : `df.filter(${broken}).height`
  }
  return `sum(any(${valueFails(params)} for v in row) for row in zip(${over(columns.map(({ id }) => id))}))`
}

function valueFails({ rule, from, to, pattern, values }: Params): string {
  if (rule === 'notMissing') return 'v is None'
  if (rule === 'match') return `v is not None and re.search(${pyString(pattern)}, as_text(v)) is None`
  if (rule === 'set') return `v is not None and as_text(v) not in ${pyValue(values)}`
  return `v is not None and not ${[...(from === undefined ? [] : [`${pyValue(from)} <=`]), 'v', ...(to === undefined ? [] : [`<= ${pyValue(to)}`])].join(' ')}`
}
