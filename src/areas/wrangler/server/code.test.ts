import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openPython, testPython } from '#node/test-python.test.util.ts'
import { workshop } from './workshop.test.util.ts'

const command = testPython()
const python = command ? openPython(command) : undefined
afterAll(() => { python?.close() })
const people = await workshop(`SELECT i AS id, ['a', 'b', 'c'][i % 3 + 1] AS code FROM range(6) t(i)`)

/** A text file as the import keeps it: with what was amiss beside the data, and without a column that was left out. */
async function imported(name: string, text: string) {
  writeFileSync(join(people.root, `${name}.csv`), text)
  const { dialect } = await people.datasets.sniff({ path: `${name}.csv`, dialect: {} }, AbortSignal.timeout(30_000))
  const columns = dialect?.columns.map((column) => (column.name === 'junk' ? { ...column, type: 'LEFT OUT' } : column)) ?? []
  const { job } = await people.datasets.register({ path: `${name}.csv`, name, note: '', tags: [], by: 'test', dialect: dialect ? { ...dialect, columns } : undefined })
  if (job) await people.jobs.settled(job)
}

test.skipIf(!python)('the code runs over imported text files, as the source, joined and appended', async () => {
  await imported('places', 'code,junk,city\na,1,Oslo\nb,2,Rome\nonly one\n')
  const { recipe } = (await people.ask('start', { dataset: 'places' })).body
  const joined = await people.recipe({ op: 'join', params: { dataset: 'places', kind: 'left', on: [{ left: 'c1', right: 'c0' }] } })
  const appended = await people.recipe({ op: 'append', params: { dataset: 'places' } })
  const out = join(people.root, 'out.parquet')
  for (const [of, rows, width] of [[recipe, 2, 2], [joined, 6, 3], [appended, 8, 3]]) for (const language of ['pandas', 'polars']) {
    const { text } = (await people.ask('code', { recipe: of, language })).body
    await python?.run(`import os\nos.chdir(${JSON.stringify(people.root)})\n${text}`, out)
    const { columns, rows: read } = await people.duck.read({ text: `SELECT * FROM read_parquet('${out}')` })
    expect([language, read.length, columns.length]).toEqual([language, rows, width])
  }
})
