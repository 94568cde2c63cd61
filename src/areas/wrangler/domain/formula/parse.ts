import { never } from '#lib/never.ts'
import { FormulaProblem } from './ast.ts'
import type { Node, Span } from './ast.ts'
import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'

/** How tightly an operator between two values binds; `^` groups to the right. */
const binding: Readonly<Record<string, number>> = {
  'or': 1, 'and': 2,
  '=': 4, '==': 4, '!=': 4, '<>': 4, '<': 4, '<=': 4, '>': 4, '>=': 4, 'is': 4, 'in': 4, 'between': 4, 'not': 4,
  '+': 5, '-': 5, '*': 6, '/': 6, '//': 6, '%': 6, '^': 8,
}
const [notBinds, minusBinds] = [3, 7]
const canonical: Readonly<Record<string, string>> = { '==': '=', '<>': '!=' }
export const words: readonly string[] = ['and', 'or', 'not', 'in', 'is', 'between', 'true', 'false', 'null']

/** The tree of a formula, or a FormulaProblem that says where it stops making sense. */
export function parseFormula(text: string): Node {
  const reader = new Reader(tokensOf(text))
  if (reader.peek().kind === 'end') throw new FormulaProblem('Write a formula.', { from: 0, to: text.length })
  const node = expression(reader, 0)
  const left = reader.peek()
  if (left.kind !== 'end') throw new FormulaProblem(left.text === ')' ? 'There is no ( for this ).' : `An operator is missing before “${left.text}”.`, left)
  return node
}

class Reader {
  readonly #tokens: readonly Token[]
  #at = 0
  constructor(tokens: readonly Token[]) { this.#tokens = tokens }

  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)] ?? { kind: 'end', text: '', from: 0, to: 0 }
  }

  next(): Token {
    const token = this.peek()
    this.#at++
    return token
  }

  takes(text: string): boolean {
    if (!isSign(this.peek(), text)) return false
    this.#at++
    return true
  }

  needs(text: string, because: string): Token {
    const token = this.next()
    if (!isSign(token, text)) throw new FormulaProblem(because, token)
    return token
  }
}

function isSign(token: Token, text: string): boolean {
  return (token.kind === 'sign' && token.text === text) || (token.kind === 'name' && token.text.toLowerCase() === text)
}

function expression(reader: Reader, least: number): Node {
  let left = prefix(reader)
  for (;;) {
    const token = reader.peek()
    const sign = token.kind === 'sign' ? token.text : token.kind === 'name' ? token.text.toLowerCase() : ''
    const binds = Object.hasOwn(binding, sign) ? binding[sign] : undefined
    if (binds === undefined || binds <= least) return left
    reader.next()
    left = infix(reader, left, { sign, token, binds })
  }
}

function infix(reader: Reader, left: Node, { sign, token, binds }: { sign: string; token: Token; binds: number }): Node {
  switch (sign) {
    case 'is': return isMissing(reader, left, token)
    case 'in': return among(reader, left, token)
    case 'between': return between(reader, left, token)
    case 'not': return negated(reader, left, token)
    default: {
      const right = expression(reader, sign === '^' ? minusBinds - 1 : binds)
      return call(canonical[sign] ?? sign, token, [left, right])
    }
  }
}

function isMissing(reader: Reader, left: Node, token: Token): Node {
  const not = reader.takes('not')
  const end = reader.needs('null', 'After “is” stands “null” or “not null”.')
  const found = call('is_missing', token, [left], end)
  return not ? call('not', token, [found]) : found
}

function among(reader: Reader, left: Node, token: Token): Node {
  const open = reader.needs('(', 'After “in” stands a list in brackets, like in (1, 2).')
  const { args, end } = list(reader, open)
  if (args.length === 0) throw new FormulaProblem('The list after “in” is empty.', token)
  return call('in', token, [left, ...args], end)
}

function between(reader: Reader, left: Node, token: Token): Node {
  const low = expression(reader, 4)
  reader.needs('and', 'Between needs two ends, like between 1 and 5.')
  return call('between', token, [left, low, expression(reader, 4)])
}

function negated(reader: Reader, left: Node, token: Token): Node {
  const after = reader.next()
  if (isSign(after, 'in')) return call('not', token, [among(reader, left, after)])
  if (isSign(after, 'between')) return call('not', token, [between(reader, left, after)])
  throw new FormulaProblem('Here “not” is followed by “in” or “between”.', after)
}

function prefix(reader: Reader): Node {
  const token = reader.next()
  switch (token.kind) {
    case 'number': return { node: 'literal', value: numberOf(token.text), at: token }
    case 'text': return { node: 'literal', value: token.text, at: token }
    case 'column': return { node: 'column', name: token.text, at: token }
    case 'name': return named(reader, token)
    case 'sign': return signed(reader, token)
    case 'end': throw new FormulaProblem('The formula ends too early: a value is missing.', token)
    default: return never(token.kind)
  }
}

function named(reader: Reader, token: Token): Node {
  const word = token.text.toLowerCase()
  if (word === 'not') return call('not', token, [expression(reader, notBinds)])
  if (word === 'true' || word === 'false') return { node: 'literal', value: word === 'true', at: token }
  if (word === 'null') return { node: 'literal', value: null, at: token }
  if (word === 'case' && isCase(reader)) throw new FormulaProblem('CASE is not written here: use if(condition, value, otherwise), one in another for more cases.', token)
  if (words.includes(word)) throw new FormulaProblem(`A value is missing before “${token.text}”.`, token)
  if (!isSign(reader.peek(), '(')) return { node: 'column', name: token.text, at: token }
  const { args, end } = list(reader, reader.next())
  return call(word, token, args, end)
}

/** `case when …` or `case x when …`; alone it is a column of that name. */
function isCase(reader: Reader): boolean {
  return isSign(reader.peek(), 'when') || (['name', 'column'].includes(reader.peek().kind) && isSign(reader.peek(1), 'when'))
}

function signed(reader: Reader, token: Token): Node {
  if (token.text === '(') {
    const inner = expression(reader, 0)
    reader.needs(')', 'A ) is missing here.')
    return inner
  }
  if (token.text === '+') return expression(reader, minusBinds)
  if (token.text === '-') return call('negate', token, [expression(reader, minusBinds)])
  throw new FormulaProblem(`A value is missing before “${token.text}”.`, token)
}

function list(reader: Reader, open: Token): { args: Node[]; end: Token } {
  const args: Node[] = []
  if (isSign(reader.peek(), ')')) return { args, end: reader.next() }
  do args.push(expression(reader, 0)); while (reader.takes(','))
  const end = reader.next()
  if (!isSign(end, ')')) throw new FormulaProblem(end.kind === 'end' ? 'The ) of this ( is missing.' : 'A comma or ) is missing here.', end.kind === 'end' ? open : end)
  return { args, end }
}

function call(name: string, token: Token, args: readonly Node[], end: Span = token): Node {
  const spans = [token, end, ...args.map(({ at }) => at)]
  return { node: 'call', name, nameAt: token, args, at: { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) } }
}

function numberOf(text: string): number | bigint {
  const whole = /^\d+$/.test(text) ? BigInt(text) : undefined
  return whole !== undefined && whole <= 9223372036854775807n ? whole : Number(text)
}
