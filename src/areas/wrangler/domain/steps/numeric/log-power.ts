import { z } from 'zod'
import { pyFloat } from '../../code/values.ts'
import { field, onlyWhen } from '../../fields.ts'
import { doubleSql } from '../../keys.ts'
import { stepKind } from '../../step-kind.ts'

const methods = ['signedLog', 'ln', 'log10', 'log2', 'sqrt', 'square', 'power', 'reciprocal'] as const
type Method = (typeof methods)[number]
interface Form {
  readonly says: string
  /** Where DuckDB may evaluate it at all. */
  readonly domain: (x: string) => string
  readonly sql: (x: string, exponent: number) => string
  readonly pandas: (x: string, exponent: number) => string
  readonly polars: (x: string, exponent: number) => string
}
const anywhere = () => 'true'
const positive = (x: string) => `${x} > 0`

const forms: Record<Method, Form> = {
  signedLog: {
    says: 'sign · ln(1 + |x|)', domain: anywhere, sql: (x) => `sign(${x}) * ln(1 + abs(${x}))`,
    pandas: (x) => `pc.multiply(pc.sign(${x}), pc.ln(pc.add(1.0, pc.abs(${x}))))`, polars: (x) => `${x}.sign() * (1 + ${x}.abs()).log()`,
  },
  ln: { says: 'ln', domain: positive, sql: (x) => `ln(${x})`, pandas: (x) => `pc.ln(${x})`, polars: (x) => `${x}.log()` },
  log10: { says: 'log10', domain: positive, sql: (x) => `log10(${x})`, pandas: (x) => `pc.log10(${x})`, polars: (x) => `${x}.log(10)` },
  log2: { says: 'log2', domain: positive, sql: (x) => `log2(${x})`, pandas: (x) => `pc.log2(${x})`, polars: (x) => `${x}.log(2)` },
  sqrt: { says: 'square root', domain: (x) => `${x} >= 0`, sql: (x) => `sqrt(${x})`, pandas: (x) => `pc.sqrt(${x})`, polars: (x) => `${x}.sqrt()` },
  square: { says: 'square', domain: anywhere, sql: (x) => `${x} * ${x}`, pandas: (x) => `pc.multiply(${x}, ${x})`, polars: (x) => `${x} * ${x}` },
  power: {
    says: 'power', domain: anywhere, sql: (x, exponent) => `pow(${x}, ${doubleSql(exponent)})`,
    pandas: (x, exponent) => `pc.power(${x}, ${pyFloat(exponent)})`, polars: (x, exponent) => `${x}.pow(${pyFloat(exponent)})`,
  },
  reciprocal: { says: '1 / x', domain: (x) => `${x} <> 0`, sql: (x) => `1e0 / ${x}`, pandas: (x) => `pc.divide(1.0, ${x})`, polars: (x) => `1.0 / ${x}` },
}

export const logPower = stepKind({
  op: 'logPower', title: 'Logarithm or power', category: 'Numeric', cost: 'cell',
  about: 'Draws long tails in. The signed logarithm takes any number; elsewhere a value without a finite result, such as the logarithm of 0, becomes missing.',
  params: z.object({
    columns: field.numericColumns('Columns'),
    method: z.enum(methods).default('signedLog').meta({ title: 'Function' }),
    exponent: onlyWhen(z.number().default(2).meta({ title: 'Exponent' }), { method: ['power'] }),
  }),
  says: ({ columns, method, exponent }, name) => `${forms[method].says}${method === 'power' ? ` ${exponent}` : ''} of ${columns.map(name).join(', ')}`,
  apply: ({ columns, method, exponent }, context) => {
    const set = Object.fromEntries(columns.map((id) => {
      const x = `${context.column(id).id}::DOUBLE`
      const result = forms[method].sql(x, exponent)
      return [id, `CASE WHEN isfinite(${x}) AND ${forms[method].domain(x)} THEN CASE WHEN isfinite(${result}) THEN ${result} END END`]
    }))
    return { kind: 'cells', columns: context.columns.map((one) => (set[one.id] ? { ...one, type: 'DOUBLE' } : one)), set }
  },
  pandas: ({ columns, method, exponent }, { q }) => columns.flatMap((id) => [
    `x = finite(doubles(df[${q(id)}]))`,
    `df[${q(id)}] = column(finite(${forms[method].pandas('x', exponent)}), df)`,
  ]),
  polars: ({ columns, method, exponent }, { q }) => columns.flatMap((id) => [
    `x = pl.col(${q(id)}).cast(pl.Float64)`,
    `y = ${forms[method].polars('x', exponent)}`,
    `df = df.with_columns(pl.when(x.is_finite() & y.is_finite()).then(y).alias(${q(id)}))`,
  ]),
})
