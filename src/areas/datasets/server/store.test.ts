import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Comparison } from '../domain/comparison.ts'
import { openDesk, sentenceOf } from './desk.test.util.ts'
import { datasetsRoutes } from './routes.ts'

async function stageOf(desk: ReturnType<typeof openDesk>, select: string) {
  const stage = await desk.datasets.newStage()
  await desk.duck.read({ text: `COPY (${select}) TO '${join(stage, '0.parquet')}' (FORMAT parquet)` })
  return stage
}

const columns = [{ name: 'id', type: 'BIGINT' }, { name: 'city', type: 'VARCHAR' }]
const about = { columns, parent: null, recipe: { schema: 1 }, recipePath: 'a.recipe.json', by: 'me' }

test('publishing numbers the versions and keeps parent, recipe and rows', async () => {
  const desk = openDesk()
  const one = await desk.datasets.publish({ ...about, name: 'out', rows: 2, stage: await stageOf(desk, "SELECT i AS c0, 'Oslo' AS c1 FROM range(2) t(i)") })
  const two = await desk.datasets.publish({ ...about, name: 'out', rows: 3, parent: { dataset: 'out', version: 1 }, note: 'more', tags: ['gold'], stage: await stageOf(desk, "SELECT i AS c0, 'Bergen' AS c1 FROM range(3) t(i)") })
  expect([one.version, two.version, two.parent, two.recipe, two.tags]).toEqual([1, 2, { dataset: 'out', version: 1 }, { schema: 1 }, ['gold']])
  expect([await desk.rowsOf('out', 1), (await desk.rowsOf('out')).length, (await desk.datasets.list()).map(({ name, versions, sourceState }) => [name, versions, sourceState])]).toEqual([[['0', 'Oslo'], ['1', 'Oslo']], 3, [['out', 2, 'same']]])
})

test('notes and tags are edited, a name is changed, removing is undone', async () => {
  const desk = openDesk({ 'a.csv': 'n\n1\n', 'b.csv': 'n\n2\n' })
  await desk.take('a.csv')
  await desk.take('b.csv')
  expect(desk.datasets.describe('a', { note: 'first', tags: ['x', ' x ', ''] })).toMatchObject({ note: 'first', tags: ['x'] })
  expect(await sentenceOf(desk.datasets.rename('a', 'b'))).toBe('conflict: There is already a data set “b”. Choose another name.')
  expect(await sentenceOf(desk.datasets.rename('a', '../b'))).toMatch(/^invalid: A data set’s name begins/)
  expect((await desk.datasets.rename('a', 'Ä 1')).latest).toMatchObject({ dataset: 'Ä 1', note: 'first' })
  expect(desk.datasets.remove('Ä 1')).toEqual({ removed: 1 })
  expect((await desk.datasets.list()).map(({ name }) => name)).toEqual(['b'])
  expect((await desk.datasets.restore('Ä 1')).name).toBe('Ä 1')
  expect(await sentenceOf(desk.datasets.get('none'))).toBe('missing: There is no data set “none”.')
  expect(await sentenceOf(desk.datasets.get('b', 7))).toBe('missing: “b” has no version 7.')
})

test('two versions are compared on all rows: schema, counts, shared bins and drift', async () => {
  const desk = openDesk()
  const left = "SELECT i AS c0, CASE WHEN i < 500 THEN 'a' WHEN i < 800 THEN 'b' ELSE 'c' END AS c1, CASE WHEN i = 0 THEN 'nan'::DOUBLE WHEN i = 1 THEN 'inf'::DOUBLE ELSE i END AS c2, i AS c3 FROM range(1000) t(i)"
  const right = "SELECT i AS c0, CASE WHEN i < 180 THEN 'a' WHEN i < 330 THEN 'b' WHEN i < 450 THEN 'c' ELSE 'd' END AS c1, i::DOUBLE AS c2, i::VARCHAR AS c3, DATE '2020-01-01' + i::INTEGER AS c4 FROM range(500) t(i)"
  const first = [{ name: 'id', type: 'BIGINT' }, { name: 'class', type: 'VARCHAR' }, { name: 'x', type: 'DOUBLE' }]
  await desk.datasets.publish({ ...about, name: 'd', rows: 1000, columns: [...first, { name: 'y', type: 'BIGINT' }], stage: await stageOf(desk, left) })
  await desk.datasets.publish({ ...about, name: 'd', rows: 500, columns: [...first, { name: 'y', type: 'VARCHAR' }, { name: 'day', type: 'DATE' }], stage: await stageOf(desk, right) })
  const { job } = await desk.datasets.compare({ dataset: 'd', version: 1 }, { dataset: 'd', version: 2 }, 'me')
  const { result, error } = await desk.jobs.settled(job)
  expect(error).toBe(null)
  const { rows, columns: compared } = Comparison.parse(result)
  expect([rows, compared.map(({ name, change }) => [name, change])]).toEqual([[1000, 500], [['id', 'values'], ['class', 'values'], ['x', 'values'], ['y', 'type'], ['day', 'added']]])
  expect(compared[1]?.bins).toEqual([{ label: 'a', left: 500, right: 180 }, { label: 'b', left: 300, right: 150 }, { label: 'c', left: 200, right: 120 }, { label: 'd', left: 0, right: 50 }])
  expect(compared[1]?.drift).toBeCloseTo(0.24406977825299217, 12)
  expect(compared[2]?.left).toEqual({ type: 'DOUBLE', missing: 1, distinct: 999, min: '2.0', max: '999.0', mean: 500.5, deviation: expect.closeTo(288.24208, 4) })
  expect(compared[2]?.bins.reduce((sum, bin) => sum + bin.left, 0)).toBe(998)
  expect(compared[4]?.right).toMatchObject({ type: 'DATE', min: '2020-01-01', max: '2021-05-14', distinct: 500 })
})

test('a version held against itself is the same in every column', async () => {
  const desk = openDesk({ 'a.csv': 'n,t\n1,x\n2,\n' })
  await desk.take('a.csv')
  const { job } = await desk.datasets.compare({ dataset: 'a' }, { dataset: 'a' }, 'me')
  expect(Comparison.parse((await desk.jobs.settled(job)).result).columns.map(({ change, drift }) => [change, drift])).toEqual([['same', 0], ['same', 0]])
})

test('a thumbnail is the image’s own bytes; SVG, tables and paths outside are refused', async () => {
  const png = readFileSync('node_modules/vega-datasets/data/ffox.png')
  const desk = openDesk({ 'pets/1.png': png, 'pets/x.svg': '<svg onload="alert(1)"/>', 'pets/2.png': png, 'a.csv': 'n\n1\n' })
  await desk.take('pets')
  await desk.take('a.csv')
  const app = datasetsRoutes({ datasets: desk.datasets })
  const ask = (dataset: string, path: string) => app.request(`/datasets/thumb?${new URLSearchParams({ dataset, path })}`)
  const good = await ask('pets', 'pets/1.png')
  expect([good.status, good.headers.get('content-type'), good.headers.get('x-content-type-options'), good.headers.get('content-security-policy'), Buffer.from(await good.arrayBuffer()).equals(png)]).toEqual([200, 'image/png', 'nosniff', "default-src 'none'; sandbox", true])
  expect([(await ask('pets', 'pets/x.svg')).status, (await ask('a', 'a.csv')).status, (await ask('pets', '../../etc/x.png')).status, (await ask('pets', 'pets/none.png')).status, (await app.request('/datasets/thumb')).status]).toEqual([400, 400, 403, 404, 400])
})

test('the calls answer over the wire, and bad input is never a 5xx', async () => {
  const desk = openDesk({ 'a.csv': 'n,t\n1,x\n' })
  const app = datasetsRoutes({ datasets: desk.datasets })
  const ask = async (name: string, input: unknown) => {
    const answer = await app.request(`/datasets.${name}`, { method: 'POST', body: JSON.stringify(input) })
    return [answer.status, await answer.json()] as const
  }
  const [, { job }] = await ask('register', { path: 'a.csv' })
  await desk.jobs.settled(job)
  expect((await ask('preview', { dataset: 'a' }))[1]).toMatchObject({ columns: [{ name: 'n', type: 'BIGINT' }, { name: 't', type: 'VARCHAR' }], rows: [['1', 'x']] })
  const bad = [['register', { path: 'a.csv', name: '' }], ['register', {}], ['sniff', { path: 'a\0' }], ['sniff', { path: 'a.csv', dialect: { delimiter: '\n' } }], ['register', { path: 'a.csv', dialect: { delimiter: ',', quote: '"', escape: '"', header: true, skip: 0, encoding: 'utf-8', nullText: [], decimal: '.', columns: [{ name: 'n', type: "BIGINT); DROP TABLE x; --" }] } }], ['items', { dataset: 'a' }], ['preview', { dataset: 'zzz' }], ['compare', { left: { dataset: 'a', version: 9 }, right: { dataset: 'a' } }], ['refresh', { dataset: '?' }]] as const
  const statuses = await Promise.all(bad.map(async ([name, input]) => (await ask(name, input))[0]))
  expect(statuses.filter((status) => status >= 500)).toEqual([])
})
