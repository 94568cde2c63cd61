import { expect, test } from 'vitest'
import { expectSameInPython, runSteps } from '../../server/run-steps.test.util.ts'

const texts = ["' 17 '", "'3.5'", "'-2.5'", "'1e3'", "'1e-1'", "'+5'", "'1_000'", "'0x1F'", "'0b101'", "'.5'", "'5.'", "'.'", "''", "' '", "'nan'", "'-Infinity'", "'tRuE'", "'no'", "' true '", "'1'", "'0'", "'1,000'", "'١٢'", "'1e400'", "'9223372036854775807'", "'9223372036854775808'", "'127.5'", "'0.005'", "'1.005'", "'1__0'", "'1_'", "chr(160)||'5'", "chr(9)||'5'||chr(10)", "'12345678901234567.89'", "'1e-400'", "'4.999999999999999999999'", 'NULL']
const dates = ["'2020-01-05'", "' 2020-01-05 '", "'2020/1/5'", "'2020 01 05'", "'20200105'", "'2020-02-30'", "'2020-01-05T10:11:12Z'", "'2020-01-05 10:11:12+02:00'", "'2020-01-05 10:11'", "'2020-01-05 10'", "'2020-01-05 1:2:3.1234567'", "'2020-01-05 24:00:00'", "'2020-01-05 23:59:60'", "'infinity'", "'epoch'", "'0044-03-15 (BC)'", "'12020-01-05'", "'20-01-05'", "'05-01-2020'", "'2020-01-05x'", "'2020-01-05 10:11 '", "'2020-01-05 10:11:12 utc'", "''", 'NULL']
const doubles = [2.5, 3.5, -2.5, 0.15, 0.25, 1.005, 2.675, 123456789.125, 1e15, 1e-5, 0.0001, -0, 127.5, 127.49, -128.5].map((x) => `${Object.is(x, -0) ? '-0.0' : x}::DOUBLE`).concat("'nan'::DOUBLE", "'inf'::DOUBLE", '1e16::DOUBLE', 'NULL')

function each(values: readonly string[]): string {
  return `SELECT x FROM (VALUES ${values.map((value) => `(${value})`).join(', ')}) t(x)`
}

function toInteger(source: string) {
  return runSteps({ source, steps: [{ op: 'changeType', params: { column: 'c0', type: 'INTEGER' } }] })
}

for (const type of ['BIGINT', 'TINYINT', 'DOUBLE', 'DECIMAL', 'BOOLEAN', 'DATE', 'TIMESTAMP', 'VARCHAR']) {
  test(`text, floats, decimals, booleans and times become ${type} alike in SQL and in Python`, async () => {
    const steps = [{ op: 'changeType', params: { column: 'c0', type } }]
    await expectSameInPython({ source: each(texts), steps })
    await expectSameInPython({ source: each(dates), steps })
    await expectSameInPython({ source: each(doubles), steps })
    await expectSameInPython({ source: each(['2.50', '-3.5', '0.15', '0.25', 'NULL', '1234.56']), steps })
    await expectSameInPython({ source: each(['true', 'false', 'NULL']), steps })
    await expectSameInPython({ source: each(['9007199254740993', '-1', '0', '128', 'NULL']), steps })
    await expectSameInPython({ source: each(["TIMESTAMP '2020-01-05 10:11:12.5'", "TIMESTAMP '1969-12-31'", 'NULL']), steps })
    await expectSameInPython({ source: each(["DATE '2020-01-05'", 'NULL']), steps })
    await expectSameInPython({ source: each(['0.1::FLOAT', '16777216::FLOAT', '1e10::FLOAT', "'nan'::FLOAT", '1e-5::FLOAT', 'NULL']), steps })
  })
}

test('floats round half to even, text and decimals half away from zero', async () => {
  expect((await toInteger(each(['2.5::DOUBLE', '-2.5::DOUBLE', '3.5::DOUBLE']))).rows).toEqual([[2], [-2], [4]])
  expect((await toInteger(each(["'2.5'", "'-2.5'", "'3.5'"]))).rows).toEqual([[3], [-3], [4]])
  expect((await toInteger(each(['2.5', '-2.5', '3.5']))).rows).toEqual([[3], [-3], [4]])
})

test('a float that rounds past the largest integer becomes missing instead of turning negative', async () => {
  const { rows } = await expectSameInPython({ source: each(['127.5::DOUBLE', '127.4::DOUBLE']), steps: [{ op: 'changeType', params: { column: 'c0', type: 'TINYINT' } }] })
  expect(rows).toEqual([[null], [127]])
})

test('rows that fail may go, and rows that were missing stay', async () => {
  const { rows } = await expectSameInPython({ source: each(["'1'", "'x'", 'NULL', "'2'"]), steps: [{ op: 'changeType', params: { column: 'c0', type: 'INTEGER', onError: 'drop' } }] })
  expect(rows).toEqual([[1], [null], [2]])
})

test('a format reads other texts, and an impossible date is missing', async () => {
  const source = each(["'05/01/2020'", "'5/1/2020'", "' 05/01/2020 '", "'05/13/2020'", "'31/02/2020'", "'005/01/2020'", "'05/01/20'", 'NULL', "''"])
  const { rows } = await expectSameInPython({ source, steps: [{ op: 'changeType', params: { column: 'c0', type: 'DATE', format: '%d/%m/%Y' } }] })
  expect(rows.slice(0, 5)).toEqual([['2020-01-05'], ['2020-01-05'], ['2020-01-05'], [null], [null]])
  const spoken = each(["'5 Mar 69, 10:05 PM'", "'5 MAR 68, 12:05 am'", "'5 March 68, 1:05 am'", "'5 Mar 68, 13:05 am'"])
  await expectSameInPython({ source: spoken, steps: [{ op: 'changeType', params: { column: 'c0', type: 'TIMESTAMP', format: '%d %b %y, %I:%M %p' } }] })
})

test('several columns change at once, alike in Python, and a row goes when any of them fails', async () => {
  const source = "SELECT * FROM (VALUES ('1', '4', true), ('x', '5', true), ('2', 'y', false), (NULL, '6', NULL)) t(a, b, c)"
  const { rows, types } = await expectSameInPython({ source, steps: [{ op: 'changeType', params: { columns: ['c0', 'c1', 'c2'], type: 'INTEGER', onError: 'drop' } }] })
  expect([types, rows]).toEqual([['INTEGER', 'INTEGER', 'INTEGER'], [[1, 4, 1], [null, 6, null]]])
})

test('a step that named one column compiles to the same as before', async () => {
  const source = each(["'1'", "'x'"])
  const [old, now] = await Promise.all([{ column: 'c0' }, { columns: ['c0'] }].map(async (which) => (await runSteps({ source, steps: [{ op: 'changeType', params: { ...which, type: 'INTEGER', onError: 'drop' } }] })).stages[0]?.change))
  const converted = 'TRY_CAST(c0 AS INTEGER)'
  expect([old, now]).toEqual(Array.from({ length: 2 }, () => ({
    kind: 'cells', columns: [{ id: 'c0', name: 'x', type: 'INTEGER' }], set: { c0: converted }, failed: { c0: `(c0) IS NOT NULL AND (${converted}) IS NULL` }, keep: `NOT ((c0) IS NOT NULL AND (${converted}) IS NULL)`,
  })))
})

test('a format that is not read is named', async () => {
  const { problems } = await runSteps({ source: each(["'1'"]), steps: [{ op: 'changeType', params: { column: 'c0', type: 'DATE', format: '%Q' } }] })
  expect(problems).toEqual(['Change type: the format has %Q, which is not read here. Use %Y %y %m %b %B %d %H %I %p %M %S %f %a %A, or the step that parses dates.'])
})
