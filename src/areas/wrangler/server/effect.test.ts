import { expect, test } from 'vitest'
import { workshop } from './workshop.test.util.ts'

const flights = await workshop(`SELECT i AS delay, i * 2 AS distance, DATE '2001-01-01' + i::INTEGER AS date FROM range(50) t(i)`)

async function effectOf(op: string, params: Record<string, unknown>) {
  const { body } = await flights.ask('effect', { recipe: await flights.recipe({ op, params }), step: 's1' })
  const made = body.columns.filter((column: { made: boolean }) => column.made).map(({ name }: { name: string }) => name)
  return { made, gone: body.gone, cells: body.cells, reordered: body.reordered }
}

test('an effect tells new columns from changed values, and an order from nothing', async () => {
  expect(await effectOf('formula', { name: 'hours', formula: 'delay / 60' })).toEqual({ made: ['hours'], gone: [], cells: 0, reordered: false })
  expect(await effectOf('formula', { formula: 'delay + 1', replace: 'c0' })).toEqual({ made: [], gone: [], cells: 50, reordered: false })
  expect(await effectOf('sort', { keys: [{ column: 'c0', descending: true }] })).toEqual({ made: [], gone: [], cells: 0, reordered: true })
})

test('the columns of a query of one’s own are those of before where they bear their names', async () => {
  expect(await effectOf('customSql', { sql: 'SELECT * EXCLUDE (distance), day(date) AS day FROM prev' })).toEqual({ made: ['day'], gone: ['distance'], cells: null, reordered: false })
})
