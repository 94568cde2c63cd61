import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDuck } from './duck.ts'

const folder = mkdtempSync(join(tmpdir(), 'atelier duck '))
const path = join(folder, 'cache.duckdb')
const duck = openDuck({ path })
afterAll(() => duck.close())

test('a fault of DuckDB’s own is told, and the engine answers the next question with its tables', async () => {
  await duck.read({ text: 'CREATE TABLE kept AS SELECT 7 AS x' })
  const before = duck.pid()
  const told = await duck.read({ text: "SELECT force_fault FROM (SELECT 1) t(force_fault); PRAGMA force_checkpoint; SELECT error('FATAL Error: made up')" }).catch((error: Error) => error.message)
  expect([typeof told, before]).toEqual(['string', duck.pid()])
})

test('an engine that is ended is started again, and who waited is told', async () => {
  const slow = duck.read({ text: 'SELECT count(*) FROM range(100000000) a, range(100000) b WHERE a.range % 7 = b.range % 3' }).catch((error: Error) => error.message)
  await new Promise((resolve) => setTimeout(resolve, 300))
  process.kill(duck.pid() ?? 0, 'SIGKILL')
  expect(await slow).toMatch(/ended by the system, most likely because memory ran out/)
  expect((await duck.read({ text: 'SELECT x FROM kept' })).rows).toEqual([[7]])
})

test('a cache file that cannot be read is begun anew', async () => {
  const broken = join(folder, 'broken.duckdb')
  writeFileSync(broken, 'this is no database, but it is long enough to look like one '.repeat(300))
  const other = openDuck({ path: broken })
  expect((await other.read({ text: 'SELECT 1 AS one' })).rows).toEqual([[1]])
  other.close()
})

test('whole numbers in nested values are numbers as far as a double holds them', async () => {
  const { rows } = await duck.read({ text: "SELECT 1::BIGINT, {b: {c: [1::BIGINT, -2, NULL, 9007199254740993, 1::HUGEINT]}}, MAP {'k': 3::UBIGINT}, ['1']" })
  expect(rows).toEqual([['1', { b: { c: [1, -2, null, '9007199254740993', 1] } }, [{ key: 'k', value: 3 }], ['1']]])
})
