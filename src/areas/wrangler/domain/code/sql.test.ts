import { expect, test } from 'vitest'
import { expectSameInPython } from '../../server/run-steps.test.util.ts'
import { toSqlText } from './sql.ts'

test('the SQL speaks in the names that people gave, and still says the same where they are those of the statement', async () => {
  const source = `FROM (VALUES (1, 'a,b', DATE '2024-01-02', [3, 4]), (2, 'c', NULL, NULL), (3, NULL, DATE '2024-03-04', [5])) t(x, "_rid", "the day", v)`
  const steps = [
    { op: 'dateParts', params: { column: 'c2', parts: ['month'], cyclic: [] } },
    { op: 'formula', params: { name: 'prev', formula: 'month([the day]) + x' } },
    { op: 'rename', params: { column: 'c0', name: "it's c1" } },
    { op: 'filter', params: { predicate: { kind: 'compare', column: 'c0', is: '>', value: 0 }, keep: 'keep' } },
  ]
  const truth = await expectSameInPython({ source, steps })
  expect(toSqlText(truth).split('\n').slice(5)).toEqual([
    'p1 AS (',
    '  SELECT _rid, "x", "_rid_2", "the day", "v", (CAST(month(CAST("the day" AS TIMESTAMP)) AS BIGINT)) AS "the day_month" FROM p0 AS prev',
    '),', '-- Formula: prev = month([the day]) + x', 'p2 AS (',
    '  SELECT _rid, "x", "_rid_2", "the day", "v", "the day_month", (CAST((CAST(month(CAST("the day" AS TIMESTAMP)) AS BIGINT) + CAST("x" AS BIGINT)) AS BIGINT)) AS "prev_2" FROM p1 AS prev',
    '),', '-- Rename column: x → it\'s c1', 'p3 AS (', '  SELECT _rid, "x", "_rid_2", "the day", "v", "the day_month", "prev_2" FROM p2 AS prev',
    '),', '-- Filter rows: keep rows where it\'s c1 > 0', 'p4 AS (', '  SELECT * FROM p3 AS prev WHERE coalesce("x" > 0, false)', ')',
    'SELECT', '  "x" AS "it\'s c1",', '  "_rid_2" AS "_rid",', '  "the day",', '  "v",', '  "the day_month",', '  "prev_2" AS "prev"', 'FROM p4', 'ORDER BY _rid;', '',
  ])
})

test('in a join the columns of the other table stand under their own names', async () => {
  const truth = await expectSameInPython({ source: `FROM (VALUES ('a', 1), ('b', 2)) t(origin, delay)`, tables: { airports: `FROM (VALUES ('a', 'Oslo'), ('c', 'Rome')) t(iata, city)` }, steps: [{ op: 'join', params: { dataset: 'airports', kind: 'left', on: [{ left: 'c0', right: 'c0' }] } }] })
  const text = toSqlText(truth)
  expect([text.includes('t("iata", "city")'), text.includes('l."origin" = r."iata"'), text.includes('l."delay", r."city"')]).toEqual([true, true, true])
})
