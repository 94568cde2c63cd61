import type { KeyInfo } from '../cards/card.ts'
import { filterName, quoted } from './term.ts'

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IS NULL' | 'IS NOT NULL' | 'IS NAN' | 'IS FINITE'
interface Offered { readonly id: Operator; readonly label: string; readonly takesValue?: false }

const equal: readonly Offered[] = [{ id: '=', label: 'is' }, { id: '!=', label: 'is not' }]
const ordered: readonly Offered[] = [{ id: '>', label: 'is more than' }, { id: '>=', label: 'is at least' }, { id: '<', label: 'is less than' }, { id: '<=', label: 'is at most' }]
const missing: readonly Offered[] = [{ id: 'IS NULL', label: 'is missing', takesValue: false }, { id: 'IS NOT NULL', label: 'is there', takesValue: false }]

const special: readonly Offered[] = [{ id: 'IS NAN', label: 'is NaN', takesValue: false }, { id: 'IS FINITE', label: 'is finite', takesValue: false }]

export function operatorsOf(key: KeyInfo | undefined): readonly Offered[] {
  if (key?.family === 'metrics') return [...ordered, ...equal, ...missing, ...special]
  return key?.numeric ? [...equal, ...ordered, ...missing] : [...equal, { id: 'LIKE', label: 'is like (% for any text)' }, ...missing]
}

/** Undefined while the value is missing, or no number where one is needed. */
export function conditionText({ column, operator, value, numeric }: { readonly column: string; readonly operator: Operator; readonly value: string | undefined; readonly numeric: boolean }): string | undefined {
  const name = filterName(column)
  if (operator.startsWith('IS ')) return `${name} ${operator.toLowerCase()}`
  if (value === undefined || value === '') return undefined
  const isNumber = value.trim() !== '' && Number.isFinite(Number(value))
  if (column.startsWith('metrics.') || (numeric && operator !== 'LIKE')) return isNumber ? `${name} ${operator} ${value.trim()}` : undefined
  return `${name} ${operator === 'LIKE' ? 'like' : operator} ${quoted(value)}`
}
