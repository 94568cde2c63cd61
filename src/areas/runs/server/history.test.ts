import { expect, test } from 'vitest'
import { by, openDesk } from './desk.test.util.ts'
import { placesOf } from './history.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function logged(count: number, from = 0) {
  const desk = openDesk()
  const { id } = await desk.runs.runs.create({ experiment: '0', by })
  await add(desk, id, from, count)
  return { ...desk, id }
}

async function add({ runs }: ReturnType<typeof openDesk>, run: string, from: number, count: number): Promise<void> {
  for (let i = from; i < from + count; i += 1000) {
    await runs.log.batch({ run, metrics: Array.from({ length: Math.min(1000, from + count - i) }, (_, j) => ({ key: 'loss', step: i + j, time: 1000 + i + j, value: Math.sin(i + j) })), by })
  }
}

test('a long curve reads the same from its blocks as from its rows, late and equal points among them', async () => {
  const desk = await logged(20_000)
  const { runs, sqlite, id } = desk
  const blocks = () => Number(sqlite.db.prepare('SELECT count(*) AS n FROM run_blocks').get()?.n)
  await pause(500)
  const sealed = blocks()
  const rows = sqlite.db.prepare('SELECT step, time, value FROM run_points ORDER BY step, time, value').all()
  expect(runs.history.window({ run: id, key: 'loss', from: 0, limit: 50_000 })).toEqual({ points: rows.map((row) => ({ key: 'loss', ...row })), total: 20_000 })
  await runs.log.batch({ run: id, metrics: [{ key: 'loss', step: 9000, time: 5, value: -3 }, { key: 'loss', step: 20_000, time: 5, value: 4 }, { key: 'loss', step: 3, time: 1003, value: Math.sin(3) }], by })
  const late = blocks()
  await add(desk, id, 20_001, 9000)
  await pause(500)
  const again = sqlite.db.prepare('SELECT step, time, value FROM run_points ORDER BY step, time, value').all()
  expect([sealed, late, blocks(), again.length]).toEqual([2, 1, 3, 29_002])
  expect(runs.history.window({ run: id, key: 'loss', from: 0, limit: 50_000 }).points).toEqual(again.map((row) => ({ key: 'loss', ...row })))
  expect(runs.history.interval({ runs: [id], key: 'loss', max: 3, startStep: 8990, endStep: 9000 }).map(({ point: { step, time } }) => [step, time])).toEqual([[8990, 9990], [8994, 9994], [9000, 10_000]])
})

test('the history comes by time, page by page', async () => {
  const { runs, id } = await logged(3)
  await runs.log.metric({ run: id, metric: { key: 'loss', step: -1, time: 1001, value: 7 }, by })
  const first = runs.history.points({ run: id, key: 'loss', max: 3 })
  const second = runs.history.points({ run: id, key: 'loss', max: 3, token: first.next ?? '' })
  expect([first.items.map(({ step }) => step), second.items.map(({ step }) => step), second.next]).toEqual([[0, -1, 1], [2], null])
})

test('a sample holds the first of each share and the last point, as mlflow 3.17 samples', () => {
  expect([placesOf(10, 5), placesOf(10, 3), placesOf(3, 5), placesOf(0, 5), placesOf(10, 1), placesOf(9, 4)]).toEqual([[0, 2, 4, 6, 9], [0, 4, 9], [0, 1, 2], [], [9], [0, 3, 5, 8]])
})
