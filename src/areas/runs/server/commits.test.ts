import { expect, test } from 'vitest'
import { openSqlite } from '#node/sqlite.ts'
import { openCommits } from './commits.ts'

function desk() {
  const sqlite = openSqlite(':memory:')
  sqlite.db.exec('CREATE TABLE t(n INTEGER PRIMARY KEY) STRICT')
  const add = sqlite.db.prepare('INSERT INTO t VALUES (?)')
  const heard: string[] = []
  const commits = openCommits(sqlite, { keep: () => heard.push('keep'), forget: () => heard.push('forget'), reload: () => heard.push('reload') })
  return { sqlite, add, heard, commits, rows: () => sqlite.db.prepare('SELECT n FROM t ORDER BY n').all().map(({ n }) => n) }
}

test('a work that fails is undone alone; the others of its turn are kept and told', async () => {
  const { add, heard, commits, rows } = desk()
  const works = [1, 2, 1, 3].map((n) => commits.write(() => { add.run(n * 10); add.run(n); return n }))
  const outcomes = await Promise.allSettled(works)
  expect([outcomes.map(({ status }) => status), rows(), heard]).toEqual([['fulfilled', 'fulfilled', 'rejected', 'fulfilled'], [1, 2, 3, 10, 20, 30], ['keep', 'keep', 'forget', 'keep']])
})

test('a transaction that cannot be kept tells all of its works, and the memory is read again', async () => {
  const { sqlite, heard, commits } = desk()
  sqlite.db.exec('CREATE TABLE child(n INTEGER REFERENCES t(n) DEFERRABLE INITIALLY DEFERRED)')
  const works = [1, 2].map((n) => commits.write(() => { sqlite.db.prepare('INSERT INTO child VALUES (?)').run(n) }))
  const outcomes = await Promise.allSettled(works)
  expect([outcomes.map(({ status }) => status), heard.at(-1)]).toEqual([['rejected', 'rejected'], 'reload'])
})

test('much work does not keep others waiting: it is kept in several transactions', async () => {
  const { add, commits, rows } = desk()
  let turns = 0
  const watch = setInterval(() => { turns++ }, 1)
  await Promise.all(Array.from({ length: 60 }, (_, n) => commits.write(() => {
    const until = performance.now() + 3
    while (performance.now() < until);
    add.run(n)
  })))
  clearInterval(watch)
  expect([rows().length, turns > 2]).toEqual([60, true])
})
