import type { Fn } from '../typed.ts'

export const choices: readonly Fn[] = [
  {
    name: 'if', about: 'The second value where the first is true, else the third; a missing condition counts as false.',
    args: [{ is: 'boolean', name: 'condition' }, { is: 'same', name: 'then' }, { is: 'same', name: 'else' }], result: 'same',
    sql: ([c, a, b]) => `CASE WHEN ${c} THEN ${a} ELSE ${b} END`,
    pandas: ([c, a, b], [test]) => `arrow(pc.if_else, ${test?.node === 'literal' ? c : `${c}.fillna(False)`}, ${a}, ${b})`,
    polars: ([c, a, b]) => `pl.when(${c}).then(${a}).otherwise(${b})`,
  },
  {
    name: 'coalesce', about: 'The first value that is not missing; NaN counts as missing.', args: [{ is: 'same', name: 'a', known: true }, { is: 'same', name: 'b', known: true }], rest: true, result: 'same',
    sql: (args) => `coalesce(${args.join(', ')})`,
    pandas: (args) => `arrow(pc.coalesce, ${args.join(', ')})`,
    polars: (args) => `pl.coalesce(${args.join(', ')})`,
  },
  {
    name: 'nullif', about: 'Missing where the two values are equal, else the first.', args: [{ is: 'same', name: 'a', known: true }, { is: 'same', name: 'b', known: true }], result: 'same',
    sql: ([a, b]) => `nullif(${a}, ${b})`,
    pandas: ([a, b]) => `${a}.mask((${a} == ${b}).fillna(False))`,
    polars: ([a, b]) => `pl.when((${a} == ${b}).fill_null(False)).then(None).otherwise(${a})`,
  },
  {
    name: 'is_missing', about: 'True where a value is missing or NaN; never missing itself.', args: [{ is: 'any', name: 'x', known: true }], result: 'boolean',
    sql: ([x]) => `(${x} IS NULL)`,
    pandas: ([x]) => `arrow(pc.is_null, ${x})`,
    polars: ([x]) => `${x}.is_null()`,
  },
  {
    name: 'to_number', about: 'The number that a text shows, spaces around it allowed; missing where it shows none.', args: [{ is: 'any', name: 'x' }], result: 'number',
    sql: ([x], [node]) => (node?.kind === 'text' ? `CASE WHEN regexp_full_match(trim(${x}), '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?') THEN TRY_CAST(trim(${x}) AS DOUBLE) END` : `CAST(${x} AS DOUBLE)`),
    pandas: ([x], [node]) => (node?.kind === 'text' ? `to_number(${x})` : `${x}.astype(pd.ArrowDtype(pa.float64()))`),
    polars: ([x], [node]) => (node?.kind === 'text' ? `to_number(${x})` : `${x}.cast(pl.Float64)`),
  },
  {
    name: 'to_text', about: 'The value as text.', args: [{ is: 'any', name: 'x' }], result: 'text',
    sql: ([x]) => `CAST(${x} AS VARCHAR)`,
    pandas: ([x], [node]) => (node?.kind === 'text' ? `${x}` : `shown_text(${x})`),
    polars: ([x], [node]) => (node?.kind === 'text' ? `${x}` : `shown_text(${x})`),
  },
]
