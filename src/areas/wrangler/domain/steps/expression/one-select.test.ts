import { expect, test } from 'vitest'
import { selectProblem } from './one-select.ts'

test('one SELECT over prev passes, whatever its shape', () => {
  const sound = [
    'SELECT * FROM prev', 'FROM prev', 'select "a;b", \'x; DROP\' from prev;', 'WITH a AS (SELECT 1 AS x), b(y) AS MATERIALIZED (FROM a) SELECT * FROM b, prev p JOIN a ON a.x = p.x -- ; end',
    'SELECT extract(year FROM d), a IS DISTINCT FROM b, trim(both FROM t) FROM prev', 'SELECT * FROM (SELECT * FROM prev) t, range(3), LATERAL (SELECT t.a) /* ; /* nested */ */', 'SELECT load, set FROM prev WHERE x IN (SELECT y FROM prev) ORDER BY 1',
    'SELECT a, b FROM prev UNION ALL SELECT b, a FROM prev GROUP BY a, b', 'SELECT replace(a, \'/*\', \'--\') FROM prev',
  ]
  expect(sound.map(selectProblem)).toEqual(sound.map(() => undefined))
})

test('anything else is refused with a sentence that says why', () => {
  const refused: Record<string, string> = {
    '': 'Write a SELECT over prev.',
    '-- nothing': 'Write a SELECT over prev.',
    'SELECT 1; SELECT 2': 'Write one SELECT only: there is a ; in the middle.',
    'ATTACH \'x.db\'': 'Only a SELECT can stand here, and this begins with “ATTACH”.',
    'SELECT * FROM prev) t; DROP TABLE x; SELECT * FROM (SELECT 1': 'There is no ( for a ) of this SELECT.',
    'SELECT (1 FROM prev': 'A ( of this SELECT is not closed.',
    'SELECT \'a FROM prev': 'A text or name is not closed: its ending quote is missing.',
    'SELECT 1 /* FROM prev': 'A comment /* is not closed: its */ is missing.',
    'WITH a AS (DELETE FROM prev) SELECT 1': 'DELETE cannot stand in this step: it may only SELECT.',
    'WITH a AS (FROM prev) INSERT INTO b FROM a': 'INSERT cannot stand in this step: it may only SELECT.',
    'SELECT * FROM read_csv(\'a.csv\')': 'read_csv reaches outside this table, which this step may not: read from prev, or bring the file in as a data set and join it.',
    'SELECT * FROM "read_text" (\'a\')': 'read_text reaches outside this table, which this step may not: read from prev, or bring the file in as a data set and join it.',
    'SELECT getenv(\'HOME\') FROM prev': 'getenv reaches outside this table, which this step may not: read from prev, or bring the file in as a data set and join it.',
    'FROM \'a.parquet\'': 'This step may not read the file \'a.parquet\': read from prev, or bring the file in as a data set and join it.',
    'SELECT * FROM prev, \'b.csv\'': 'This step may not read the file \'b.csv\': read from prev, or bring the file in as a data set and join it.',
    'SELECT * FROM prev JOIN "b.csv" USING (x)': 'There is no table “b.csv” here: read from prev, the rows before this step.',
    'SELECT (SELECT max(x) FROM p0) FROM prev': 'There is no table “p0” here: read from prev, the rows before this step.',
    'SELECT * FROM other.main.t': 'This step may not read “other.main” from another database: read from prev.',
  }
  expect(Object.fromEntries(Object.keys(refused).map((sql) => [sql, selectProblem(sql)]))).toEqual(refused)
})
