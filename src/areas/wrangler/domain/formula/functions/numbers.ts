import { wholeConstant } from '../typed.ts'
import type { Fn, Typed } from '../typed.ts'
import { polarsPower } from './signs.ts'

const numeric = [{ is: 'numeric', name: 'x' }] as const
const number = [{ is: 'number', name: 'x' }] as const

function guarded(name: string, about: string, { when, sql = name, pandas, polars }: { when: string; sql?: string; pandas: string; polars: string }): Fn {
  const python = when.replace('0', '0.0')
  return {
    name, about, args: [{ is: 'number', name: 'x', known: true }], result: 'number',
    sql: ([x]) => `CASE WHEN ${x} ${when} THEN ${sql}(${x}) END`,
    pandas: ([x]) => `arrow(pc.${pandas}, arrow(pc.if_else, ${x} ${python}, ${x}, None))`,
    polars: ([x]) => `pl.when(${x} ${python}).then(${x}).${polars}`,
  }
}

function wave(name: 'sin' | 'cos'): Fn {
  return {
    name, about: `The ${name === 'sin' ? 'sine' : 'cosine'} of an angle in radians; missing where it is infinite.`, args: [{ is: 'number', name: 'angle', known: true }], result: 'number',
    sql: ([x]) => `CASE WHEN isfinite(${x}) THEN ${name}(${x}) END`,
    pandas: ([x]) => `arrow(pc.${name}, arrow(pc.if_else, arrow(pc.is_finite, ${x}), ${x}, None))`,
    polars: ([x]) => `pl.when(${x}.is_finite()).then(${x}).${name}()`,
  }
}

function upOrDown(name: string, about: string): Fn {
  return {
    name, about, args: numeric, result: 'same',
    sql: ([x], nodes) => whole(x, nodes, `${name}(${x})`),
    pandas: ([x], nodes) => whole(x, nodes, `arrow(pc.${name}, ${x})`),
    polars: ([x], nodes) => whole(x, nodes, `${x}.${name}()`),
  }
}

function whole(x: string | undefined, nodes: readonly Typed[], code: string): string {
  return nodes[0]?.kind === 'integer' ? `${x}` : code
}

function places(nodes: readonly Typed[]): number {
  return wholeConstant(nodes[1]) ?? 0
}

const extreme = (name: 'least' | 'greatest', short: 'min' | 'max'): Fn => ({
  name, about: `The ${name === 'least' ? 'smallest' : 'largest'} of several values, missing ones left out.`, args: [{ is: 'same', name: 'a', known: true }, { is: 'same', name: 'b', known: true }], rest: true, result: 'same',
  sql: (args) => `${name}(${args.join(', ')})`,
  pandas: (args) => `arrow(pc.${short}_element_wise, ${args.join(', ')})`,
  polars: (args) => `pl.${short}_horizontal(${args.join(', ')})`,
})

export const numbers: readonly Fn[] = [
  { name: 'abs', about: 'The size of a number without its sign.', args: numeric, result: 'same', sql: ([x]) => `abs(${x})`, pandas: ([x]) => `arrow(pc.abs, ${x})`, polars: ([x]) => `${x}.abs()` },
  {
    name: 'round', about: 'Rounded to a number of decimals; a half goes away from zero: round(2.5) is 3.',
    args: [{ is: 'number', name: 'x' }, { is: 'integer', name: 'decimals', constant: true, optional: true, check: (n) => (Math.abs(Number(n)) <= 15 ? undefined : 'The decimals go from -15 to 15.') }],
    result: 'number',
    sql: ([x], nodes) => `round(${x}, ${places(nodes)})`,
    pandas: ([x], nodes) => `arrow(pc.round, ${x}, ndigits=${places(nodes)}, round_mode="half_towards_infinity")`,
    polars: ([x], nodes) => (places(nodes) >= 0 ? `${x}.round(${places(nodes)}, mode="half_away_from_zero")` : `((${x} / 1e${-places(nodes)}).round(0, mode="half_away_from_zero") * 1e${-places(nodes)})`),
  },
  upOrDown('floor', 'The next whole number below.'),
  upOrDown('ceil', 'The next whole number above.'),
  guarded('sqrt', 'Square root; missing below zero.', { when: '>= 0', pandas: 'sqrt', polars: 'sqrt()' }),
  guarded('ln', 'Natural logarithm; missing at zero and below.', { when: '> 0', pandas: 'ln', polars: 'log()' }),
  guarded('log10', 'Logarithm to base 10; missing at zero and below.', { when: '> 0', pandas: 'log10', polars: 'log10()' }),
  wave('sin'), wave('cos'),
  { name: 'exp', about: 'e to the power of a number.', args: number, result: 'number', sql: ([x]) => `exp(${x})`, pandas: ([x]) => `arrow(pc.exp, ${x})`, polars: ([x]) => `${x}.exp()` },
  { name: 'power', about: 'A number to the power of another.', args: [{ is: 'number', name: 'x' }, { is: 'number', name: 'exponent' }], result: 'number', sql: ([x, y]) => `pow(${x}, ${y})`, pandas: ([x, y]) => `arrow(pc.power, ${x}, ${y})`, polars: ([x, y]) => polarsPower(x, y) },
  {
    name: 'sign', about: '-1, 0 or 1.', args: [{ is: 'numeric', name: 'x', known: true }], result: 'integer',
    sql: ([x]) => `CAST(sign(${x}) AS BIGINT)`, pandas: ([x]) => `arrow(pc.sign, ${x}).astype(pd.ArrowDtype(pa.int64()))`, polars: ([x]) => `${x}.sign().cast(pl.Int64)`,
  },
  extreme('least', 'min'), extreme('greatest', 'max'),
  { name: 'isnan', about: 'True where a number is NaN; missing where it is missing.', args: number, result: 'boolean', sql: ([x]) => `isnan(${x})`, pandas: ([x]) => `arrow(pc.is_nan, ${x})`, polars: ([x]) => `${x}.is_nan()` },
]
