import type { Column } from '../column.ts'
import { FilterFault } from './condition.ts'
import { fieldOf, isNumeric } from './field.ts'
import { isWord, tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'

/** What may stand at a place of a filter: it would replace `from` to `to`, of which `typed` is there already. */
export interface Expected {
  readonly kind: 'key' | 'operator' | 'value' | 'connector'
  readonly from: number
  readonly to: number
  readonly typed: string
  /** Of the operator or value; undefined where the key before it cannot be read. */
  readonly column?: Column | undefined
  /** The words that fit, for operators and connectors. */
  readonly words: readonly string[]
}

const forNumbers = ['<', '<=', '>', '>=', '=', '!=', 'IS NULL', 'IS NOT NULL', 'IN', 'IS NAN', 'IS NOT NAN', 'IS FINITE']
const forTexts = ['=', '!=', 'LIKE', 'ILIKE', 'IN', 'NOT IN', 'IS NULL', 'IS NOT NULL', '<', '>']

type State = { readonly kind: Expected['kind']; readonly column?: Column | undefined; readonly list?: boolean; /** The operator's first words, IS or NOT, are there. */ readonly begun?: string }

/** For completion: what the caret at `position` waits for. */
export function expectedAt(text: string, position: number): Expected {
  const before = tokensOf(text.slice(0, position))
  const last = before.at(-1)
  const touching = last !== undefined && last.to === position && !['open', 'close', 'comma'].includes(last.kind)
  const state = before.slice(0, touching ? -1 : undefined).reduce<State>(after, { kind: 'key' })
  const whole = touching ? tokensOf(text).find(({ from }) => from === last.from) : undefined
  const [from, to] = touching ? [last.from, Math.max(position, whole?.to ?? position)] : [position, position]
  const words = state.kind === 'operator' ? operatorsFor(state) : state.kind === 'connector' ? ['AND', 'OR'] : []
  return { kind: state.kind, from, to, typed: text.slice(from, position), words, ...(state.column ? { column: state.column } : {}) }
}

function after(state: State, token: Token): State {
  if (token.kind === 'open') return state.kind === 'value' ? { ...state, list: true } : { kind: 'key' }
  if (token.kind === 'close') return { kind: 'connector' }
  if (token.kind === 'comma') return { ...state, kind: 'value' }
  if (isWord(token, 'AND', 'OR')) return { kind: 'key' }
  return steps[state.kind](state, token)
}

const steps: Record<Expected['kind'], (state: State, token: Token) => State> = {
  key: (state, token) => (isWord(token, 'NOT') ? state : { kind: 'operator', column: columnIn(token) }),
  operator: (state, token) => {
    if (isWord(token, 'IS', 'NOT')) return { ...state, begun: `${state.begun ?? ''}${token.text.toUpperCase()} ` }
    return isWord(token, 'NULL', 'NAN', 'FINITE') ? { kind: 'connector' } : { ...state, kind: 'value' }
  },
  value: (state) => (state.list ? { ...state, kind: 'value' } : { kind: 'connector' }),
  connector: (state) => state,
}

function columnIn(token: Token): Column | undefined {
  try {
    return fieldOf(token)
  } catch (error) {
    if (error instanceof FilterFault) return undefined
    throw error
  }
}

function operatorsFor({ column, begun = '' }: State): readonly string[] {
  const all = column && isNumeric(column) ? forNumbers : forTexts
  return begun === '' ? all : all.filter((word) => word.startsWith(begun)).map((word) => word.slice(begun.length))
}
