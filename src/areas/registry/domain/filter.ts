/** One comparison of a registry search. */
export interface Clause {
  readonly of: 'attribute' | 'tag'
  readonly key: string
  readonly comparator: '=' | '!=' | 'LIKE' | 'ILIKE' | 'IN' | 'NOT IN' | '<' | '<=' | '>' | '>='
  readonly value: string | number | readonly string[]
}

/** What may be asked of models, and of versions. */
export interface Grammar { readonly attributes: readonly string[]; readonly numeric: readonly string[]; readonly lists: readonly string[] }

export const modelGrammar: Grammar = { attributes: ['name'], numeric: [], lists: ['name'] }
export const versionGrammar: Grammar = { attributes: ['name', 'version_number', 'run_id', 'source_path'], numeric: ['version_number'], lists: ['name', 'run_id'] }

/** The clauses, all of which must hold; or MLflow's sentence about what cannot be read. */
export function parseFilter(filter: string, grammar: Grammar): { readonly clauses: readonly Clause[] } | { readonly fault: string } {
  const clauses: Clause[] = []
  let rest = filter.trim()
  while (rest !== '') {
    if (clauses.length > 0) {
      const and = /^AND\b\s*/i.exec(rest)
      if (!and) return { fault: `Invalid clause(s) in filter string: ${rest}` }
      rest = rest.slice(and[0].length)
    }
    const found = comparison.exec(rest)
    if (!found) return { fault: `Invalid clause(s) in filter string: ${rest}` }
    const clause = clauseOf(found, grammar)
    if ('fault' in clause) return clause
    clauses.push(clause)
    rest = rest.slice(found[0].length).trim()
  }
  return { clauses }
}

const comparison = /^((?:[\w.-]|`[^`]*`|"[^"]*")+)\s*(!=|<=|>=|=|<|>|\bNOT\s+IN\b|\bIN\b|\bI?LIKE\b)\s*('(?:[^']|'')*'|"[^"]*"|\((?:[^()'"]|'[^']*'|"[^"]*")*\)|[^\s()'"][^\s()]*)/i
const comparators = ['=', '!=', 'LIKE', 'ILIKE', 'IN', 'NOT IN', '<', '<=', '>', '>='] as const satisfies readonly Clause['comparator'][]

function clauseOf([, identifier = '', operator = '', raw = '']: RegExpExecArray, grammar: Grammar): Clause | { readonly fault: string } {
  const target = targetOf(identifier, grammar)
  if ('fault' in target) return target
  const spelt = operator.toUpperCase().replace(/\s+/, ' ')
  const comparator = comparators.find((one) => one === spelt)
  if (!comparator) return { fault: `Invalid comparator for ${target.of}: ${spelt}` }
  const value = valueOf(raw, target, grammar)
  if (typeof value === 'object' && 'fault' in value) return value
  const misfit = comparatorFault(target, comparator, grammar)
  return misfit ? { fault: misfit } : { ...target, comparator, value }
}

function targetOf(identifier: string, { attributes }: Grammar): Pick<Clause, 'of' | 'key'> | { readonly fault: string } {
  const [, entity, key = ''] = /^(?:([^.]*)\.)?(.*)$/s.exec(identifier) ?? []
  if (entity !== undefined && !['attribute', 'tag', 'tags'].includes(entity)) return { fault: `Invalid entity type '${entity}'. Valid entity types are ('attribute', 'tag', 'tags')` }
  const of = entity === undefined || entity === 'attribute' ? 'attribute' : 'tag'
  if (of === 'attribute' && !attributes.includes(key)) return { fault: `Invalid attribute key '${key}' specified. Valid keys are '{${attributes.map((one) => `'${one}'`).join(', ')}}'` }
  return { of, key: key.replace(/^(["`])(.*)\1$/s, '$2') }
}

function valueOf(raw: string, { of, key }: Pick<Clause, 'of' | 'key'>, grammar: Grammar): Clause['value'] | { readonly fault: string } {
  if (/^['"]/.test(raw)) return typed(raw.slice(1, -1).replaceAll("''", "'"), key, grammar)
  if (of === 'tag') return { fault: `Expected a quoted string value for tag (e.g. 'my-value'). Got value ${raw}` }
  if (raw.startsWith('(')) return listOf(raw, key, grammar)
  if (!/^-?\d+(\.\d+)?$/.test(raw) || grammar.numeric.length === 0) return { fault: `Expected a quoted string value or a list of quoted string values for attributes. Got value ${raw}` }
  if (!grammar.numeric.includes(key)) return { fault: `Only the '{${grammar.numeric.map((one) => `'${one}'`).join(', ')}}' attributes support comparison with numeric values.` }
  return raw.includes('.') ? { fault: `Invalid value for numeric attribute '${key}': ${raw}` } : Number(raw)
}

/** A quoted number still counts for an attribute that is one. */
function typed(text: string, key: string, { numeric }: Grammar): Clause['value'] | { readonly fault: string } {
  if (!numeric.includes(key)) return text
  return /^-?\d+$/.test(text) ? Number(text) : { fault: `Invalid value for numeric attribute '${key}': '${text}'` }
}

function listOf(raw: string, key: string, { lists }: Grammar): readonly string[] | { readonly fault: string } {
  if (!lists.includes(key)) return { fault: `Only [${lists.map((one) => `'${one}'`).join(', ')}] attributes support comparison with a list of quoted string values.` }
  const items = raw.slice(1, -1).split(/,(?=(?:[^'"]|'[^']*'|"[^"]*")*$)/).map((item) => item.trim()).filter(Boolean)
  if (items.length === 0) return { fault: 'While parsing a list in the query, expected a non-empty list of string values, but got empty list' }
  if (!items.every((item) => /^(['"]).*\1$/s.test(item))) return { fault: `While parsing a list in the query, expected string value, punctuation, or whitespace, but got different type in list: ${raw}` }
  return items.map((item) => item.slice(1, -1))
}

function comparatorFault({ of, key }: Pick<Clause, 'of' | 'key'>, comparator: Clause['comparator'], { numeric, lists }: Grammar): string | undefined {
  const words = ['=', '!=', 'LIKE', 'ILIKE'].includes(comparator)
  if (of === 'tag') return words ? undefined : `Invalid comparator for tag: ${comparator}`
  if (numeric.includes(key)) return ['=', '!=', '<', '<=', '>', '>='].includes(comparator) ? undefined : `Invalid comparator for attribute ${key}: ${comparator}`
  return words || (lists.includes(key) && comparator.endsWith('IN')) ? undefined : `Invalid comparator for attribute: ${comparator}`
}
