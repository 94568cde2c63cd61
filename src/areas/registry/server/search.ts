import type { Sqlite } from '#node/sqlite.ts'
import { offsetOf, tokenOf } from '#areas/runs/server/tokens.ts'
import { listed } from '#areas/runs/server/checks.ts'
import { Problem } from '#wire/problem.ts'
import { modelGrammar, parseFilter, versionGrammar } from '../domain/filter.ts'
import type { Clause, Grammar } from '../domain/filter.ts'
import { modelRecord, versionRecord } from './records.ts'
import type { ModelRecord, VersionRecord } from './records.ts'

export interface Search { readonly filter?: string | undefined; readonly order: readonly string[]; readonly max: number; readonly token?: string | undefined }
export interface Found<T> { readonly items: readonly T[]; readonly next: string | null }

type Value = string | number
interface Condition { readonly text: string; readonly values: readonly Value[] }

const promptTag = 'mlflow.prompt.is_prompt'
const modelColumns: Readonly<Record<string, string>> = { name: 'm.name' }
const modelOrders: Readonly<Record<string, string>> = { name: 'm.name', timestamp: 'm.updated', last_updated_timestamp: 'm.updated' }
const versionColumns: Readonly<Record<string, string>> = { name: 'm.name', version_number: 'v.version', run_id: 'v.run', source_path: 'v.source' }
const versionOrders: Readonly<Record<string, string>> = { name: 'm.name', version_number: 'v.version', creation_timestamp: 'v.created', last_updated_timestamp: 'v.updated' }

/** Searches in MLflow's grammar; prompts are left out unless the filter asks for them. */
export function openSearch({ db }: Sqlite) {
  function models({ filter = '', order, max, token }: Search): Found<ModelRecord> {
    const clauses = read(filter, modelGrammar)
    const conditions = [...clauses.map((clause) => conditionOf(clause, modelColumns, 'EXISTS (SELECT 1 FROM registry_model_tags t WHERE t.model = m.id AND')), promptRule(clauses)]
    const by = ordered(order, modelOrders, (key) => `Invalid order by key '${key}' specified. Valid keys are '{'name', 'timestamp'}'`)
    return page(`SELECT m.* FROM registry_models m WHERE m.deleted IS NULL`, merged(conditions), [...by, 'm.name'], { max, token }, modelRecord)
  }

  function versions({ filter = '', order, max, token }: Search): Found<VersionRecord> {
    const clauses = read(filter, versionGrammar)
    const conditions = [...clauses.map((clause) => conditionOf(clause, versionColumns, 'EXISTS (SELECT 1 FROM registry_version_tags t WHERE t.model = v.model AND t.version = v.version AND')), promptRule(clauses)]
    const by = ordered(order.length > 0 ? order : ['last_updated_timestamp DESC', 'name ASC', 'version_number DESC'], versionOrders, (key) => `Invalid attribute key '${key}' specified. Valid keys are '{${Object.keys(versionOrders).map((one) => `'${one}'`).join(', ')}}'`)
    return page(`SELECT v.*, m.name FROM registry_versions v JOIN registry_models m ON m.id = v.model WHERE v.deleted IS NULL AND m.deleted IS NULL`, merged(conditions), [...by, 'm.name', 'v.version DESC'], { max, token }, versionRecord)
  }

  function page<T>(select: string, { text, values }: Condition, by: readonly string[], { max, token }: Pick<Search, 'max' | 'token'>, record: (row: Parameters<typeof modelRecord>[0]) => T): Found<T> {
    const offset = offsetOf(token)
    const rows = db.prepare(`${select}${text} ORDER BY ${by.join(', ')} LIMIT ? OFFSET ?`).all(...values, max + 1, offset)
    return { items: rows.slice(0, max).map(record), next: rows.length > max ? tokenOf(offset + max) : null }
  }

  return { models, versions }
}

function read(filter: string, grammar: Grammar): readonly Clause[] {
  const parsed = parseFilter(filter, grammar)
  if ('fault' in parsed) throw new Problem('invalid', parsed.fault, 'filter')
  return parsed.clauses
}

/** A tag that is not there never matches, whatever the comparison; but for the mark of prompts, which plain models lack. */
function conditionOf({ of, key, comparator, value }: Clause, columns: Readonly<Record<string, string>>, exists: string): Condition {
  if (of === 'attribute') return compared(columns[key] ?? '', comparator, value)
  if (key === promptTag && !asksForPrompts({ of, key, comparator, value })) return { text: '1', values: [] }
  const inner = compared('t.value', comparator, value)
  return { text: `${exists} t.key = ? AND ${inner.text})`, values: [key, ...inner.values] }
}

function compared(column: string, comparator: Clause['comparator'], value: Clause['value']): Condition {
  if (typeof value === 'object') return { text: `${column} ${comparator} (${value.map(() => '?').join(', ')})`, values: value }
  if (comparator === 'LIKE') return { text: `${column} GLOB ?`, values: [globOf(String(value))] }
  return { text: `${column} ${comparator === 'ILIKE' ? 'LIKE' : comparator} ?`, values: [value] }
}

/** SQLite's LIKE takes either case; its GLOB does not. */
function globOf(pattern: string): string {
  return pattern.replace(/[*?[]/g, '[$&]').replaceAll('%', '*').replaceAll('_', '?')
}

function asksForPrompts({ of, key, comparator, value }: Clause): boolean {
  const word = String(value).toLowerCase()
  return of === 'tag' && key === promptTag && ((comparator === '=' && word === 'true') || (comparator === '!=' && word === 'false'))
}

function promptRule(clauses: readonly Clause[]): Condition {
  if (clauses.some(asksForPrompts)) return { text: '1', values: [] }
  const tagged = (table: string) => `NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.model = m.id AND t.key = '${promptTag}' AND t.value = 'true')`
  return { text: `${tagged('registry_model_tags')} AND ${tagged('registry_version_tags')}`, values: [] }
}

function merged(conditions: readonly Condition[]): Condition {
  return { text: conditions.map(({ text }) => ` AND ${text}`).join(''), values: conditions.flatMap(({ values }) => values) }
}

function ordered(order: readonly string[], columns: Readonly<Record<string, string>>, unknown: (key: string) => string): string[] {
  const terms = order.map((clause) => {
    const [, key = '', way = '', ...more] = /^\s*[`"]?(?:attributes?\.)?([\w.]+)[`"]?(?:\s+(\w+))?\s*$/.exec(clause) ?? []
    if (key === '' || more.length > 0) throw new Problem('invalid', `Invalid order_by clause '${clause}'. Could not be parsed.`, 'order_by')
    if (way !== '' && !/^(asc|desc)$/i.test(way)) throw new Problem('invalid', `Invalid ordering key in order_by clause '${clause}'.`, 'order_by')
    const column = columns[key]
    if (column === undefined) throw new Problem('invalid', unknown(key), 'order_by')
    return { column, text: `${column} ${way.toUpperCase() === 'DESC' ? 'DESC' : 'ASC'}` }
  })
  if (new Set(terms.map(({ column }) => column)).size < terms.length) throw new Problem('invalid', `\`order_by\` contains duplicate fields: ${listed(order)}`, 'order_by')
  return terms.map(({ text }) => text)
}
