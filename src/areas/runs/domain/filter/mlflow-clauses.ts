import { isWord } from './tokens.ts'
import type { Token } from './tokens.ts'

export interface Clause { readonly left: Token; readonly op: string; readonly value: Token | undefined; readonly list: readonly Token[] | undefined }
interface Found { readonly clause?: Clause; readonly invalid?: string; readonly took: number }

/** The comparisons of a filter, and what is none of them, grouped as sqlparse groups it. */
export function clausesOf(text: string, tokens: readonly Token[]): { readonly clauses: readonly Clause[]; readonly invalid: readonly string[] } {
  const clauses: Clause[] = []
  const invalid: string[] = []
  for (let at = 0; at < tokens.length;) {
    const found = foundAt(text, tokens, at)
    if (found.clause) clauses.push(found.clause)
    if (found.invalid !== undefined) invalid.push(found.invalid)
    at += found.took
  }
  return { clauses, invalid }
}

function foundAt(text: string, tokens: readonly Token[], at: number): Found {
  const [left, second] = [tokens[at], tokens[at + 1]]
  if (!left || isWord(left, 'AND')) return { took: 1 }
  if (left.kind === 'open') return group(text, tokens, at)
  const clause = clauseAt(left, tokens, at + 1)
  if (clause) return clause
  const aliased = left.kind === 'name' && second?.kind === 'name' && !isWord(left, ...keywords) && !isWord(second, ...keywords) && !clauseAt(second, tokens, at + 2)
  return aliased ? { invalid: `${left.text} ${second.text}`, took: 2 } : { invalid: left.text, took: 1 }
}

function group(text: string, tokens: readonly Token[], at: number): Found {
  let depth = 0
  let end = at
  for (; end < tokens.length; end++) {
    depth += tokens[end]?.kind === 'open' ? 1 : tokens[end]?.kind === 'close' ? -1 : 0
    if (depth === 0) break
  }
  if (depth > 0) return { invalid: '(', took: 1 }
  return { invalid: text.slice(tokens[at]?.from, tokens[end]?.to), took: end - at + 1 }
}

/** What begins with `left`, when the tokens from `at` on make a comparison of it. */
function clauseAt(left: Token, tokens: readonly Token[], at: number): Found | undefined {
  if (isWord(left, ...keywords)) return undefined
  const named = left.kind === 'name'
  if (named && isWord(tokens[at], 'IS')) return nullTest(left, tokens[at + 1], tokens[at + 2])
  const not = isWord(tokens[at], 'NOT')
  const word = tokens[at + Number(not)]
  const next = at + Number(not) + 1
  if (named && isWord(word, 'IN') && tokens[next]?.kind === 'open') return listed({ left, op: not ? 'NOT IN' : 'IN', tokens, open: next, took: not ? 3 : 2 })
  const op = operatorOf(word, not)
  const value = tokens[next]
  return op && isValue(value) ? { clause: { left, op, value, list: undefined }, took: next - at + 2 } : undefined
}

function operatorOf(word: Token | undefined, not: boolean): string | undefined {
  if (word && isWord(word, 'LIKE', 'ILIKE')) return `${not ? 'NOT ' : ''}${word.text.toUpperCase()}`
  return word?.kind === 'operator' && !not ? word.text : undefined
}

function isValue(token: Token | undefined): boolean {
  return token !== undefined && ['name', 'string', 'quoted', 'number'].includes(token.kind) && !isWord(token, ...keywords)
}

function nullTest(left: Token, second: Token | undefined, third: Token | undefined): Found | undefined {
  if (isWord(second, 'NULL')) return { clause: { left, op: 'IS NULL', value: undefined, list: undefined }, took: 3 }
  const not = isWord(second, 'NOT') && isWord(third, 'NULL')
  return not ? { clause: { left, op: 'IS NOT NULL', value: undefined, list: undefined }, took: 4 } : undefined
}

function listed({ left, op, tokens, open, took }: { readonly left: Token; readonly op: string; readonly tokens: readonly Token[]; readonly open: number; readonly took: number }): Found | undefined {
  const close = tokens.findIndex(({ kind }, i) => i > open && kind === 'close')
  if (close < 0) return undefined
  return { clause: { left, op, value: undefined, list: tokens.slice(open + 1, close) }, took: took + close - open + 1 }
}

const keywords = ['AND', 'OR', 'NOT', 'IN', 'IS', 'NULL', 'LIKE', 'ILIKE']
