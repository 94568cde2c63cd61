import { expect, test } from 'vitest'
import { expectSameInPython, runSteps } from '../../server/run-steps.test.util.ts'

const nasty = `FROM (VALUES
  (1::BIGINT, 2.5::DOUBLE, 'Straße', DATE '2024-02-29', TIMESTAMP '2024-12-30 23:59:59.5', true, 1.25::DECIMAL(9,2), 3::TINYINT),
  (-7, 'NaN'::DOUBLE, '', DATE '1969-12-31', TIMESTAMP '1969-12-31 12:00:00', false, -0.5, -3),
  (0, 'inf'::DOUBLE, ' 12.5 ', NULL, NULL, NULL, NULL, NULL),
  (NULL, NULL, NULL, DATE '2024-01-01', TIMESTAMP '2024-01-01 00:00:00', true, 7, 127),
  (5, -2.5, 'ΟΔΟΣ İ', DATE '2023-01-01', TIMESTAMP '2023-01-01 00:30:00', false, 0, 2)
) t(whole, x, "the text", day, "at", flag, price, small)`

function formulas(...list: string[]) {
  return { source: nasty, steps: list.map((formula, i) => ({ op: 'formula', params: { name: `f${i}`, formula } })) }
}

async function column(formula: string) {
  const { rows } = await expectSameInPython(formulas(formula))
  return rows.map((row) => row.at(-1))
}

test('dividing by zero with / is infinite, with // missing, and whole numbers are cut towards zero', async () => {
  expect(await column('whole / 0')).toEqual(['Infinity', '-Infinity', 'NaN', null, 'Infinity'])
  expect(await column('whole // 0')).toEqual([null, null, null, null, null])
  expect(await column('whole // 2')).toEqual(['0', '-3', '0', null, '2'])
  expect(await column('whole % 2')).toEqual(['1', '-1', '0', null, '1'])
  expect(await column('5 // whole')).toEqual(['5', '0', null, null, '1'])
})

test('arithmetic is the same in SQL, pandas and polars', async () => {
  await expectSameInPython(formulas(
    'whole + x * 2 - price', '-whole', 'x // 2', 'x % 2', 'x % 0', 'x // 0.0', '2 ^ 3 ^ 2', 'x ^ 2', '(-8) ^ (1/3)', 'abs(whole)', 'abs(x)', 'round(x)', 'round(x * 1.005, 2)', 'round(whole, -1)', 'floor(x)', 'ceil(whole)',
    'small * 100', '1 + 1', '7 % 4', '7 // 2', 'sign(x)', 'sign(-4)', 'whole * 1.5', 'day - day', '2.5 % whole', 'power(2, whole)', '9223372036854775807',
  ))
})

test('logarithms and roots of what has none are missing', async () => {
  expect(await column('ln(whole)')).toEqual([0, null, null, null, Math.log(5)])
  await expectSameInPython(formulas('sqrt(x)', 'sqrt(whole)', 'log10(whole + 5)', 'exp(whole)', 'ln(x)', 'sqrt(4)'))
})

test('NaN counts as missing where values are compared', async () => {
  expect(await column('x > 1')).toEqual([true, null, true, null, false])
  expect(await column('x is null')).toEqual([false, true, false, true, false])
  expect(await column('coalesce(x, 0)')).toEqual([2.5, 0, 'Infinity', 0, -2.5])
  expect(await column('least(x, whole)')).toEqual([1, -7, 0, null, -2.5])
  expect(await column('x != x')).toEqual([false, null, false, null, false])
  await expectSameInPython(formulas('greatest(x, whole, 1)', 'nullif(x, 2.5)', 'nullif(whole, 5)', 'isnan(x)', 'is_missing([the text])', 'is_missing(3)', 'x is not null', 'coalesce(null, whole, 3)'))
})

test('conditions decide on missing values by three-valued logic', async () => {
  expect(await column('flag and x > 0')).toEqual([true, false, null, null, false])
  expect(await column('if(flag, 1, 2)')).toEqual(['1', '2', '2', '1', '2'])
  expect(await column("not flag or [the text] = ''")).toEqual([false, true, null, null, true])
  await expectSameInPython(formulas('whole in (1, 5, 2.5)', 'whole not in (1, 5)', 'x between -3 and 3', 'not (x not between whole and 3)', "[the text] in ('', 'Straße')", "if(x > 1, 'big', [the text])", 'if(flag, whole, x)', 'if(true, 1, 2.5)', "if(x > 1, 'big', null)", 'flag = true', 'if(flag, null, null)'))
})

test('texts keep every sign, and each letter is cased by itself', async () => {
  expect(await column('upper(`the text`)')).toEqual(['STRAẞE', '', ' 12.5 ', null, 'ΟΔΟΣ İ'])
  expect(await column('to_number(`the text`)')).toEqual([null, null, 12.5, null, null])
  await expectSameInPython(formulas(
    'lower([the text])', 'trim([the text])', 'length([the text])', 'substr([the text], 2)', 'substr([the text], -3, 2)', 'substr([the text], -3)', 'substr([the text], 2, 3)', "replace([the text], 's', '.')",
    "contains([the text], 'a')", "starts_with([the text], 'S')", "ends_with([the text], '')", "[the text] + '!'", "concat([the text], '-', [the text])", "concat('a', to_text(whole))", '[the text] < \'T\'', 'upper("ß")',
  ))
})

test('patterns mean the same in every engine: ASCII classes, first match, missing where nothing is found', async () => {
  expect(await column(`regexp_extract([the text], '([A-Z])(\\w+)', 2)`)).toEqual(['tra', null, null, null, null])
  await expectSameInPython(formulas(
    `regexp_matches([the text], '^\\w+$')`, `regexp_matches([the text], '\\s\\d+[.]')`, `regexp_extract([the text], '[0-9]+')`, `regexp_replace([the text], '(\\d)[.](\\d)', '\\2,\\1$')`, `regexp_extract([the text], '(x)?a', 1)`, `regexp_matches([the text], '[[:alpha:]\\d&&]')`,
  ))
})

test('dates have parts, differences by boundaries and beginnings', async () => {
  expect(await column("date_diff('day', '2024-02-28 23:59', day)")).toEqual(['1', '-19782', null, '-58', '-423'])
  expect(await column('dayofweek(day)')).toEqual(['4', '3', null, '1', '7'])
  await expectSameInPython(formulas(
    ...['year', 'quarter', 'month', 'week', 'day', 'dayofyear', 'dayofweek', 'hour', 'minute', 'second'].map((part) => `${part}(at)`),
    ...['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second'].flatMap((unit) => [`date_diff('${unit}', at, day)`, `date_trunc('${unit}', at)`]),
    "date_trunc('month', day)", "day >= '2024-01-01'", "at < '2024-01-01 00:00:00.5'", 'day = at', "day - '2024-01-01'", 'to_date(at)', 'to_timestamp(day)', "if(flag, day, '2020-01-01')",
  ))
})

test('a value becomes text as SQL writes it, and text a date in its format', async () => {
  expect(await column('to_text(x)')).toEqual(['2.5', 'nan', 'inf', null, '-2.5'])
  expect(await column("to_date(concat(to_text(year(day)), '-2-30'))")).toEqual([null, null, null, null, null])
  await expectSameInPython(formulas('to_text(flag)', 'to_text(whole)', 'to_text(day)', 'to_text(at)', 'to_text(x * 1e20)', 'to_text(1e-5)', "to_date(to_text(day), '%Y-%m-%d')", "to_timestamp(concat(to_text(day), ' 1:02 PM'), '%Y-%m-%d %I:%M %p')", 'to_number(flag)', "to_number('1e3')"))
})

test('a formula may take the place of a column, and then has its name', async () => {
  const { names, rows, types } = await expectSameInPython({ source: nasty, steps: [{ op: 'formula', params: { formula: 'whole * 2.0', replace: 'c0' } }, { op: 'drop', params: { columns: ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'] } }] })
  expect({ names, rows, types }).toEqual({ names: ['whole'], types: ['DOUBLE'], rows: [[2], [-14], [0], [null], [10]] })
})

test('a formula with a fault is a problem of its step in words', async () => {
  const { problems } = await runSteps(formulas('whol + 1', 'whole + [the text]', 'rond(x)', 'x +'))
  expect(problems).toEqual([
    'There is no column “whol”; did you mean “whole”?',
    '“+” needs text here, and this is a whole number. Make it text with to_text(…).',
    'There is no function “rond”; did you mean “round”?',
    'The formula ends too early: a value is missing.',
  ])
})

test('a conditional column takes the first case that holds; a missing value falls through', async () => {
  const { rows } = await expectSameInPython({
    source: nasty,
    steps: [{
      op: 'conditional',
      params: {
        name: 'size', otherwise: 'rest',
        cases: [
          { when: { kind: 'compare', column: 'c1', is: '>', value: 100 }, value: 'huge' },
          { when: { kind: 'any', of: [{ kind: 'compare', column: 'c0', is: '!=', value: 1 }, { kind: 'missing', column: 'c3' }] }, value: { column: 'c0' } },
          { when: { kind: 'not', of: { kind: 'text', column: 'c2', is: 'starts', value: 'x', ignoreCase: true } }, value: true },
        ],
      },
    }],
  })
  expect(rows.map((row) => row.at(-1))).toEqual(['true', '-7', 'huge', 'true', '5'])
})

test('conditions on every kind of column are the same in Python', async () => {
  const whens = [
    { kind: 'between', column: 'c1', from: -5, to: 2.5 }, { kind: 'between', column: 'c0', from: 0, to: 5, open: true }, { kind: 'in', column: 'c0', values: [1, '5'] }, { kind: 'compare', column: 'c3', is: '>=', value: '2024-01-01' },
    { kind: 'compare', column: 'c4', is: '<', value: '2024-01-01 00:00:00' }, { kind: 'text', column: 'c2', is: 'matches', value: '[a-z]', ignoreCase: true }, { kind: 'compare', column: 'c5', is: '=', value: true }, { kind: 'missing', column: 'c1' }, { kind: 'all', of: [] }, { kind: 'compare', column: 'c6', is: '>', value: 0 },
  ]
  const steps = whens.map((when, i) => ({ op: 'conditional', params: { name: `k${i}`, cases: [{ when, value: 1 }], otherwise: 0.5 } }))
  const { rows } = await expectSameInPython({ source: nasty, steps })
  expect(rows.map((row) => row.slice(8).join(' '))).toEqual(['1 1 1 1 0.5 1 1 0.5 1 1', '0.5 0.5 0.5 0.5 1 0.5 0.5 1 1 0.5', '0.5 1 0.5 0.5 0.5 0.5 0.5 0.5 1 0.5', '0.5 0.5 0.5 1 0.5 0.5 1 1 1 1', '1 0.5 1 0.5 1 0.5 0.5 0.5 1 0.5'])
})

test('custom SQL sees columns by their labels, and its own names and types come out', async () => {
  const own = await custom('SELECT x * 2 AS double, x AS double, "the text" FROM prev ORDER BY x DESC; -- back')
  expect({ names: own.names, types: own.types, rows: own.rows }).toEqual({ names: ['double', 'double_1', 'the text'], types: ['INTEGER', 'INTEGER', 'VARCHAR'], rows: [[6, 3, null], [4, 2, 'a'], [2, 1, 'b']] })
  expect((await custom('FROM prev')).rows).toEqual([[1, 'b'], [2, 'a'], [3, null]])
  expect((await custom('WITH a AS (FROM prev) SELECT x > 1 AS big, count(*) AS n FROM a GROUP BY 1')).rows).toEqual([[false, '1'], [true, '2']])
  expect((await custom('DROP TABLE x')).problems).toEqual(['Only a SELECT can stand here, and this begins with “DROP”.'])
})

function custom(sql: string) {
  return runSteps({ source: `FROM (VALUES (1, 'b'), (2, 'a'), (3, NULL)) t(x, "the text")`, steps: [{ op: 'customSql', params: { sql } }] })
}
