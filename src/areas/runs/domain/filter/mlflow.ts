import type { Column, Family } from '../column.ts'
import { attempt, FilterFault } from './condition.ts'
import type { Condition, Parsed } from './condition.ts'
import { clausesOf } from './mlflow-clauses.ts'
import type { Clause } from './mlflow-clauses.ts'
import { datasetWords, pythonSet, singular } from './mlflow-grammar.ts'
import type { Grammar } from './mlflow-grammar.ts'
import { splitField } from './field.ts'
import { tokensOf, unquoted } from './tokens.ts'
import type { Token } from './tokens.ts'

/** MLflow's own grammar: conditions joined by AND, refused in MLflow's words. */
export function parseMlflowFilter(text: string, grammar: Grammar): Parsed<Condition | undefined> {
  return attempt(() => {
    const tokens = tokensOf(text, 'closed')
    const semicolon = tokens.findIndex(({ kind }) => kind === 'semicolon')
    if (semicolon >= 0 && semicolon < tokens.length - 1) refuse(`Search filter contained multiple expression '${text}'. Provide AND-ed expression list.`)
    const { clauses, invalid } = clausesOf(text, semicolon < 0 ? tokens : tokens.slice(0, semicolon))
    if (invalid.length > 0) refuse(grammar.clauses(invalid))
    const conditions = clauses.map((clause) => conditionOf(clause, grammar))
    return conditions.length === 0 ? undefined : { kind: 'all', of: conditions }
  })
}

function conditionOf({ left, op, value, list }: Clause, grammar: Grammar): Condition {
  if (left.kind !== 'name' || !/^(?:`[^`]*`|[\p{L}\p{N}_]+)(?:\.(?:`[^`]*`|"[^"]*"|[\p{L}\p{N}_]+))*$/u.test(left.text)) refuse(`Invalid comparison clause. Expected 'Identifier' found '${left.text}'`)
  const { column, key } = identifierOf(left.text, grammar, grammar.attributes)
  if (op === 'IS NULL' || op === 'IS NOT NULL') {
    if (!grammar.nullable.includes(column.family)) refuse(grammar.notNullable(singular[column.family], key))
    return { kind: 'null', column, not: op === 'IS NOT NULL' }
  }
  if (list) {
    const values = listValues({ column, key, list, grammar })
    checkComparator(column, key, op, grammar)
    return { kind: 'in', column, values, not: op === 'NOT IN' }
  }
  const wanted = valueOf({ column, key, value, grammar })
  return { kind: 'compare', column, op: checkComparator(column, key, op, grammar), value: wanted }
}

/** `key` as it was called, the column by its right name. */
export function identifierOf(text: string, grammar: Grammar, attributes: readonly string[]): { readonly column: Column; readonly key: string } {
  const { head, key } = splitField(text)
  const family = grammar.entities[head ?? 'attribute']
  if (!family) return refuse(grammar.unknown(head ?? ''))
  if (family === 'attributes' && !attributes.includes(key)) refuse(`Invalid attribute key '${key}' specified. Valid keys are '${pythonSet(attributes)}'`)
  if (family === 'datasets' && !datasetWords.includes(key)) refuse(`Invalid dataset key '${key}' specified. Valid keys are '${pythonSet(datasetWords)}'`)
  return { key, column: { family, key: family === 'attributes' ? (grammar.aliases[key] ?? key) : key } }
}

interface Wanted { readonly column: Column; readonly key: string; readonly value: Token | undefined; readonly grammar: Grammar }

function valueOf({ column: { family }, key, value, grammar }: Wanted): string | number {
  const { kind = 'other', text = '' } = value ?? {}
  const numeric = family === 'metrics' ? 'metric' : family === 'attributes' && grammar.numeric.includes(key) ? `numeric attribute: ${key}` : undefined
  if (numeric) return kind === 'number' ? Number(text) : refuse(`Expected numeric value type for ${numeric}. Found ${text}`)
  if (kind === 'string' || kind === 'quoted') return text.slice(1, -1)
  return refuse(kind === 'name' ? `Parameter value is either not quoted or unidentified quote types used for string value ${text}. Use either single or double quotes.` : wantsText[family](text))
}

const logged = (word: string) => (text: string) => `Expected a quoted string value for ${word} (e.g. 'my-value'). Got value ${text}`
const owned = (word: string) => (text: string) => `Expected a quoted string value for ${word}. Got value ${text}`
const wantsText: Readonly<Record<Family, (text: string) => string>> = { params: logged('parameter'), tags: logged('tag'), datasets: owned('dataset attributes'), attributes: owned('attributes'), metrics: owned('attributes'), git: owned('attributes') }

function listValues({ column: { family }, key, list, grammar }: { readonly column: Column; readonly key: string; readonly list: readonly Token[]; readonly grammar: Grammar }): string[] {
  const text = `(${list.map((one) => one.text).join('')})`
  if (family === 'metrics') refuse(`Expected numeric value type for metric. Found ${text}`)
  if (family === 'params' || family === 'tags') refuse(`Expected a quoted string value for ${singular[family]} (e.g. 'my-value'). Got value ${text}`)
  if (family === 'attributes' && grammar.numeric.includes(key)) refuse(`Expected numeric value type for numeric attribute: ${key}. Found ${text}`)
  if (family === 'attributes' && !grammar.lists.includes(key)) refuse(`Only [${grammar.lists.map((one) => `'${one}'`).join(', ')}] attributes support comparison with a list of quoted string values.`)
  if (list.length === 0) refuse('While parsing a list in the query, expected a non-empty list of string values, but got empty list')
  const values = list.filter((_, i) => i % 2 === 0)
  const wellFormed = list.every(({ kind }, i) => (i % 2 === 0 ? ['string', 'quoted', 'number'].includes(kind) : kind === 'comma'))
  if (!wellFormed) refuse('While parsing a list in the query, expected a non-empty list of string values, but got ill-formed list.')
  if (values.some(({ kind }) => kind === 'number')) refuse(`While parsing a list in the query, expected string value, punctuation, or whitespace, but got different type in list: (${values.map((one) => one.text).join(', ')})`)
  return values.map(unquoted)
}

type Op = Extract<Condition, { kind: 'compare' }>['op']
const forNumbers = ['>', '>=', '!=', '=', '<', '<=']
const forTexts = ['!=', '=', 'LIKE', 'ILIKE']

function checkComparator({ family }: Column, key: string, op: string, grammar: Grammar): Op {
  const numeric = family === 'metrics' || grammar.numeric.includes(key)
  const lists = family === 'attributes' || family === 'datasets' ? ['IN', 'NOT IN'] : family === 'metrics' ? [] : ['IS NULL', 'IS NOT NULL']
  const valid = numeric ? forNumbers : [...forTexts, ...lists]
  if (!valid.includes(op)) refuse(`Invalid comparator '${op}' not one of '${pythonSet(valid)}'`)
  return ops.find((one) => one === op) ?? '='
}

const ops = ['=', '!=', '<', '<=', '>', '>=', 'LIKE', 'ILIKE'] as const satisfies readonly Op[]

export function refuse(message: string): never {
  throw new FilterFault(message, 0, 0)
}
