import { FormulaProblem } from './ast.ts'
import type { Span } from './ast.ts'

/** `column` is a name in brackets or backticks; `name` may be a column, a function or a word of the language. */
export interface Token extends Span {
  readonly kind: 'number' | 'text' | 'name' | 'column' | 'sign' | 'end'
  readonly text: string
}

const patterns: readonly [Exclude<Token['kind'], 'end'>, RegExp][] = [
  ['number', /(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?/y],
  ['text', /'(?:[^']|'')*'|"(?:[^"]|"")*"/y],
  ['column', /\[[^\]]+\]|`[^`]+`/y],
  ['name', /[\p{L}_][\p{L}\p{N}\p{M}_]*/uy],
  ['sign', /\/\/|<=|>=|<>|!=|==|[-+*/%^=<>(),]/y],
]

/** The tokens of a formula, closed by one of kind `end`. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let from = 0
  while (from < text.length) {
    if (/\s/.test(text.charAt(from))) { from++; continue }
    const token = tokenAt(text, from)
    tokens.push(token)
    from = token.to
  }
  return [...tokens, { kind: 'end', text: '', from: text.length, to: text.length }]
}

function tokenAt(text: string, from: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = from
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) return { kind, text: contentOf(kind, found), from, to: from + found.length }
  }
  throw new FormulaProblem(unreadable(text.charAt(from)), { from, to: text.length })
}

function contentOf(kind: Token['kind'], found: string): string {
  if (kind === 'column') return found.slice(1, -1)
  if (kind !== 'text') return found
  const quote = found.charAt(0)
  return found.slice(1, -1).replaceAll(quote + quote, quote)
}

function unreadable(sign: string): string {
  if (sign === "'" || sign === '"') return 'This text is not closed: its ending quote is missing.'
  if (sign === '[') return 'This column name is not closed: its ] is missing.'
  if (sign === '`') return 'This column name is not closed: its ending ` is missing.'
  return `The sign “${sign}” means nothing in a formula.`
}
