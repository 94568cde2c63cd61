import { beforeAll, expect, test } from 'vitest'
import { by, openDesk } from './desk.test.util.ts'

const desk = openDesk()
const { runs } = desk
const ids: Record<string, string> = {}
const query = { experiments: ['0'] }

/** Two settings with two seeds each under a parent, one run alone that logged nothing. */
beforeAll(async () => {
  const parent = await runs.runs.create({ experiment: '0', name: 'sweep', start: 1, by })
  ids.sweep = parent.id
  for (const [name, lr, seed, losses] of [['a1', '0.1', '1', [3, 1]], ['a2', '0.1', '2', [2, 2]], ['b1', '1e-2', '1', [9, Number.NaN]], ['b2', '1e-2', '2', [4, 8]]] as const) {
    const { id } = await runs.runs.create({ experiment: '0', name, start: 10, tags: [{ key: 'mlflow.parentRunId', value: parent.id }], by })
    ids[name] = id
    await runs.log.batch({ run: id, params: [{ key: 'lr', value: lr }, { key: 'seed', value: seed }], metrics: losses.map((value, step) => ({ key: 'loss', value, step, time: step })), by })
  }
  ids.alone = (await runs.runs.create({ experiment: '0', name: 'alone', start: 20, by })).id
})

async function rowsOf(input: object): Promise<unknown> {
  const answer = await desk.ask('table', { query, columns: [], from: 0, to: 50, ...input })
  if (typeof answer !== 'object' || answer === null || !('rows' in answer) || !Array.isArray(answer.rows)) return answer
  return answer.rows.map((row) => (row.kind === 'run' ? [row.name, ...row.cells] : [row.label, row.runs, ...row.cells]))
}

test('runs are ordered with NaN after the numbers and the missing last, whichever way', async () => {
  const columns = ['metrics.loss', 'metrics.loss:min', 'metrics.loss:atStep=0', 'metrics.loss:best', 'params.lr']
  const order = (descending: boolean) => rowsOf({ query: { ...query, order: [{ column: 'metrics.loss', descending }] }, columns })
  const [a1, a2, b1, b2] = [['a1', 1, 1, 3, 1, '0.1'], ['a2', 2, 2, 2, 2, '0.1'], ['b1', 'NaN', 9, 9, 9, '1e-2'], ['b2', 8, 4, 4, 4, '1e-2']]
  const [alone, sweep] = [['alone', null, null, null, null, null], ['sweep', null, null, null, null, null]]
  expect([await order(false), await order(true)]).toEqual([[a1, a2, b2, b1, alone, sweep], [b2, a2, a1, b1, alone, sweep]])
})

test('keys without their family, NaN and words are found in what the runs have', async () => {
  const found = (filter: string) => rowsOf({ query: { ...query, filter, order: [{ column: 'attributes.run_name', descending: false }] } })
  expect([await found('loss IS NAN'), await found('loss != NaN AND lr = 0.1'), await found('metrics.loss != 0'), await found('A1'), await found('los < 3')]).toEqual([
    [['b1']], [['a1'], ['a2']], [['a1'], ['a2'], ['b1'], ['b2']], [['a1']], { code: 'invalid', message: 'No run logged “los”. Did you mean loss?', where: 'filter:0-3' },
  ])
})

test('params are ordered as numbers where they are numbers', async () => {
  expect(await rowsOf({ query: { ...query, filter: 'params.seed = 1', order: [{ column: 'params.lr', descending: false }] } })).toEqual([['b1'], ['a1']])
})

test('groups show mean and σ over their runs, and come in the order of their means', async () => {
  const rows = await rowsOf({ query: { ...query, filter: 'params.lr IS NOT NULL', order: [{ column: 'metrics.loss', descending: true }] }, grouping: { by: ['params.lr'] }, columns: ['metrics.loss', 'params.seed', 'params.lr'] })
  expect(rows).toEqual([
    ['lr = 1e-2', 2, { mean: 8, sd: null, n: 2, odd: 1, same: null }, { mean: 1.5, sd: Math.SQRT1_2, n: 2, odd: 0, same: null }, { mean: 0.01, sd: 0, n: 2, odd: 0, same: '1e-2' }],
    ['lr = 0.1', 2, { mean: 1.5, sd: Math.SQRT1_2, n: 2, odd: 0, same: null }, { mean: 1.5, sd: Math.SQRT1_2, n: 2, odd: 0, same: null }, { mean: 0.1, sd: 0, n: 2, odd: 0, same: '0.1' }],
  ])
})

test('children hang under their parent, and stand alone when a filter leaves the parent out', async () => {
  const shut = await rowsOf({ grouping: { nest: true } })
  const open = await rowsOf({ query: { ...query, order: [{ column: 'attributes.run_name', descending: false }] }, grouping: { nest: true, open: [ids.sweep] } })
  const orphans = await rowsOf({ query: { ...query, filter: "run_name LIKE 'a_'", order: [{ column: 'attributes.run_name', descending: false }] }, grouping: { nest: true } })
  expect([shut, open, orphans]).toEqual([[['alone'], ['sweep']], [['alone'], ['sweep'], ['a1'], ['a2'], ['b1'], ['b2']], [['a1'], ['a2']]])
})

test('pinned runs stand first whatever the filter, and once', async () => {
  expect(await rowsOf({ query: { ...query, filter: 'metrics.loss < 5', order: [{ column: 'metrics.loss', descending: false }] }, pinned: [ids.b1, ids.a2] })).toEqual([['b1'], ['a2'], ['a1']])
})

test('a brush takes a range, some values, or what is missing', async () => {
  const named = (brush: object) => rowsOf({ query: { ...query, order: [{ column: 'attributes.run_name', descending: false }], brushes: [brush] } })
  expect([await named({ column: 'metrics.loss', from: 1.5, to: 9 }), await named({ column: 'params.lr', values: ['0.1'] }), await named({ column: 'params.lr', missing: true }), await named({ column: 'params.lr', from: 0, to: 0.05, missing: true })])
    .toEqual([[['a2'], ['b2']], [['a1'], ['a2']], [['alone'], ['sweep']], [['alone'], ['b1'], ['b2'], ['sweep']]])
})

test('values come column by column, and a filter that cannot be read is refused with its place', async () => {
  const { ids: _, ms: __, ...answer } = Object(await desk.ask('values', { query: { ...query, filter: 'metrics.loss > 0', order: [{ column: 'metrics.loss', descending: false }] }, columns: ['metrics.loss', 'params.lr'] }))
  expect(answer).toEqual({ names: ['a1', 'a2', 'b2'], ordinals: [1, 2, 4], columns: [[1, 2, 8], ['0.1', '0.1', '1e-2']], matched: 3 })
  expect(await desk.ask('count', { query: { ...query, filter: 'metrics.loss >' } })).toEqual({ code: 'invalid', message: 'A number is missing here.', where: 'filter:14-14' })
})

test('what was changed is seen at once', async () => {
  const filter = { ...query, filter: "tags.mark = 'good'" }
  const before = Object(await desk.ask('count', { query: filter })).matched
  await desk.ask('changeRuns', { runs: [ids.a1, ids.b1], setTags: [{ key: 'mark', value: 'good' }] })
  const marked = Object(await desk.ask('count', { query: filter })).matched
  await desk.ask('changeRuns', { runs: [ids.b1], stage: 'deleted' })
  const { matched, all } = Object(await desk.ask('count', { query: filter }))
  await desk.ask('changeRuns', { runs: [ids.b1], stage: 'active', dropTags: ['mark'] })
  expect([before, marked, matched, all, Object(await desk.ask('count', { query: filter })).matched]).toEqual([0, 2, 1, 5, 1])
})

test('the keys that runs hold are known with their values', async () => {
  const found = await desk.ask('keys', { experiments: ['0'] })
  const list: { family: string }[] = Array.isArray(found) ? found : []
  expect(list.filter(({ family }) => family === 'params' || family === 'metrics')).toEqual([
    { family: 'metrics', key: 'loss', runs: 4, numeric: true, values: [], top: 0, points: 2 },
    { family: 'params', key: 'lr', runs: 4, numeric: true, values: ['0.1', '1e-2'] },
    { family: 'params', key: 'seed', runs: 4, numeric: true, values: ['1', '2'] },
  ])
})

test('MLflow’s search orders and pages as MLflow does', () => {
  const page = (token?: string) => runs.runs.search({ experiments: ['0'], view: 'active', filter: "metrics.loss != 2 AND params.lr LIKE '%'", order: ['metrics.loss DESC'], max: 2, token })
  const first = page()
  const second = page(first.next ?? '')
  expect([first.items.map(({ info }) => info.name), second.items.map(({ info }) => info.name), second.next]).toEqual([['b2', 'a1'], ['b1'], null])
})

test('a run of a job of the studio names its job, and is not called ended while that goes on', async () => {
  const { id: experiment } = await runs.experiments.create({ name: 'jobs', by })
  const [own, left] = await Promise.all([['own', [{ key: 'atelier.job', value: 'job-1' }]] as const, ['left', []] as const].map(([name, tags]) => runs.runs.create({ experiment, name, tags, by })))
  await desk.ask('changeRuns', { runs: [own?.id, left?.id], ended: true })
  expect(await desk.ask('table', { query: { experiments: [experiment], order: [{ column: 'attributes.run_name', descending: true }] }, columns: [], from: 0, to: 5 })).toMatchObject({
    rows: [{ name: 'own', status: 'RUNNING', job: 'job-1' }, { name: 'left', status: 'KILLED', job: null }],
  })
})
