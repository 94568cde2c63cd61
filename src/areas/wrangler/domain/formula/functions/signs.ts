import type { Arg, Fn } from '../typed.ts'

const numbers = (known = false) => [{ is: 'numbers', name: 'a', known }, { is: 'numbers', name: 'b', known }] as const
const same: readonly Arg[] = [{ is: 'same', name: 'a', known: true }, { is: 'same', name: 'b', known: true }]
const truths: readonly Arg[] = [{ is: 'boolean', name: 'a' }, { is: 'boolean', name: 'b' }]

function sign(name: string, about: string, rest: Pick<Fn, 'args' | 'result'> & { sql?: string; python?: string }): Fn {
  const [sql, python] = [rest.sql ?? name, rest.python ?? name]
  const written = ([a, b]: readonly string[]) => `(${a} ${python} ${b})`
  return { name, operator: true, about, args: rest.args, result: rest.result, sql: ([a, b]) => `(${a} ${sql} ${b})`, pandas: written, polars: written }
}

/** Integers stay whole only where both are. */
const whole: Fn = {
  name: '//', operator: true, about: 'The whole part of a division, towards zero; by zero it is missing.', args: numbers(), result: 'same',
  sql: ([a, b], [node]) => (node?.kind === 'number' ? `trunc(${a} // ${b})` : `(${a} // ${b})`),
  pandas: ([a, b], [node, by]) => quotient({ a, b: nonZero(b, by?.node === 'literal'), fraction: node?.kind === 'number' }),
  polars: ([a, b], [node]) => `${node?.kind === 'number' ? 'whole_ratio' : 'whole_division'}(${a}, ${b})`,
}

const remainder: Fn = {
  name: '%', operator: true, about: 'The rest of a division, with the sign of the left side; a whole number by zero is missing.', args: numbers(), result: 'same',
  sql: ([a, b]) => `(${a} % ${b})`,
  pandas: ([a, b], [node]) => (node?.kind === 'number' ? `float_remainder(${a}, ${b})` : `whole_remainder(${a}, ${b})`),
  polars: ([a, b], [node]) => (node?.kind === 'number' ? `float_remainder(${a}, ${b})` : `whole_remainder(${a}, ${b})`),
}

function quotient({ a, b, fraction }: { a: string | undefined; b: string; fraction: boolean }): string {
  return fraction ? `arrow(pc.trunc, arrow(pc.divide, ${a}, ${b}))` : `arrow(pc.divide, ${a}, ${b})`
}

/** A plain number has no methods. */
export function polarsPower(a = '', b = ''): string {
  return /^[\d.]/.test(a) ? `pl.lit(${a}).pow(${b})` : `${a}.pow(${b})`
}

function nonZero(code: string | undefined, literal: boolean): string {
  return literal && Number(code) !== 0 ? `${code}` : `zero_as_missing(${code})`
}

const among: Fn = {
  name: 'in', operator: true, about: 'True where a value is one of a list.', args: same, rest: true, result: 'boolean',
  sql: ([a, ...list]) => `(${a} IN (${list.join(', ')}))`,
  pandas: ([a, ...list]) => `(${list.map((item) => `(${a} == ${item})`).join(' | ')})`,
  polars: ([a, ...list]) => `(${list.map((item) => `(${a} == ${item})`).join(' | ')})`,
}

const between: Fn = {
  name: 'between', operator: true, about: 'True from the lower to the upper end, both included.', args: [...same, { is: 'same', name: 'c', known: true }], result: 'boolean',
  sql: ([a, low, high]) => `(${a} BETWEEN ${low} AND ${high})`,
  pandas: ([a, low, high]) => `((${a} >= ${low}) & (${a} <= ${high}))`,
  polars: ([a, low, high]) => `((${a} >= ${low}) & (${a} <= ${high}))`,
}

export const joined: Fn = {
  name: '+', operator: true, about: 'Two texts, one after the other; missing where one is.', args: [{ is: 'text', name: 'a' }, { is: 'text', name: 'b' }], result: 'text',
  sql: ([a, b]) => `(${a} || ${b})`, pandas: ([a, b]) => `(${a} + ${b})`, polars: ([a, b]) => `(${a} + ${b})`,
}

export const daysApart: Fn = {
  name: '-', operator: true, about: 'The days between two dates.', args: [{ is: 'same', name: 'a' }, { is: 'same', name: 'b' }], result: 'integer',
  sql: ([a, b]) => `CAST(${a} - ${b} AS BIGINT)`,
  pandas: ([a, b]) => `arrow(pc.days_between, ${b}, ${a})`,
  polars: ([a, b]) => `(${a} - ${b}).dt.total_days()`,
}

export const signs: readonly Fn[] = [
  sign('+', 'Sum; two texts are joined.', { args: numbers(), result: 'same' }),
  sign('-', 'Difference; of two dates, the days between.', { args: numbers(), result: 'same' }),
  sign('*', 'Product.', { args: numbers(), result: 'same' }),
  sign('/', 'Quotient, never cut to a whole number: 1/0 is infinite, 0/0 is NaN.', { args: [{ is: 'number', name: 'a' }, { is: 'number', name: 'b' }], result: 'number' }),
  whole, remainder,
  {
    name: '^', operator: true, about: 'Power.', args: [{ is: 'number', name: 'a' }, { is: 'number', name: 'b' }], result: 'number',
    sql: ([a, b]) => `pow(${a}, ${b})`, pandas: ([a, b]) => `arrow(pc.power, ${a}, ${b})`, polars: ([a, b]) => polarsPower(a, b),
  },
  {
    name: 'negate', operator: true, about: 'The opposite number.', args: [{ is: 'numeric', name: 'a' }], result: 'same',
    sql: ([a]) => `(-${a})`, pandas: ([a]) => `(-${a})`, polars: ([a]) => `(-${a})`,
  },
  sign('=', 'Equal.', { args: same, result: 'boolean', python: '==' }),
  sign('!=', 'Not equal.', { args: same, result: 'boolean', sql: '<>' }),
  ...['<', '<=', '>', '>='].map((name) => sign(name, 'Order; texts by their code points.', { args: same, result: 'boolean' })),
  sign('and', 'Both.', { args: truths, result: 'boolean', sql: 'AND', python: '&' }),
  sign('or', 'One or both.', { args: truths, result: 'boolean', sql: 'OR', python: '|' }),
  {
    name: 'not', operator: true, about: 'The opposite.', args: [{ is: 'boolean', name: 'a' }], result: 'boolean',
    sql: ([a]) => `(NOT ${a})`, pandas: ([a]) => `(~${a})`, polars: ([a]) => `(~${a})`,
  },
  among, between,
]
