import { expect, test } from 'vitest'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { Problem } from '#wire/problem.ts'
import { openRuns } from './store.ts'

function desk(sqlite = openSqlite(':memory:')) {
  return { sqlite, runs: openRuns({ sqlite, events: openEvents() }) }
}
const by = 'me'

async function refusal(promise: Promise<unknown>): Promise<string> {
  return promise.then(() => 'kept', (error: unknown) => (error instanceof Problem ? `${error.code}: ${error.message}` : String(error)))
}

test('a new workspace holds the experiment Default, and names are taken once, deleted ones too', async () => {
  const { runs: { experiments } } = desk()
  expect([experiments.get('0').name, experiments.get('0').artifactLocation]).toEqual(['Default', 'mlflow-artifacts:/0'])
  const one = await experiments.create({ name: 'wine', by })
  await experiments.remove(one.id, by)
  expect(await refusal(experiments.create({ name: 'wine', by }))).toBe('conflict: Experiment(name=wine) already exists.')
})

test('the last of a metric is the greatest by step, time and value; equal points are one', async () => {
  const { runs: { runs, log } } = desk()
  const { id } = await runs.create({ experiment: '0', by })
  const points = [[5, 100, 0.5], [5, 90, 9], [1, 999, Number.NaN], [5, 100, 0.4], [5, 100, 0.5]] as const
  await log.batch({ run: id, metrics: points.map(([step, time, value]) => ({ key: 'loss', step, time, value })), by })
  await log.batch({ run: id, metrics: [{ key: 'loss', step: 5, time: 100, value: 0.5 }, { key: 'big', step: 0, time: 0, value: Infinity }], by })
  expect(runs.get(id).metrics).toEqual([
    { key: 'big', value: Number.MAX_VALUE, step: 0, time: 0, min: Number.MAX_VALUE, max: Number.MAX_VALUE, points: 1, model: null },
    { key: 'loss', value: 0.5, step: 5, time: 100, min: 0.4, max: 9, points: 4, model: null },
  ])
})

test('a param is never changed, and a batch with a wrong one leaves nothing behind', async () => {
  const { runs: { runs, log } } = desk()
  const { id } = await runs.create({ experiment: '0', by })
  await log.batch({ run: id, params: [{ key: 'lr', value: '0.1' }], by })
  const wrong = log.batch({ run: id, params: [{ key: 'new', value: '1' }, { key: 'lr', value: '0.2' }], metrics: [{ key: 'fresh', value: 1, time: 1, step: 0 }], by })
  expect(await refusal(wrong)).toBe(`invalid: Changing param values is not allowed. Params were already logged='[{'key': 'lr', 'old_value': '0.1', 'new_value': '0.2'}]' for run ID='${id}'.`)
  await log.param({ run: id, key: 'lr', value: '0.1', by })
  expect([runs.get(id).params, runs.get(id).metrics]).toEqual([[{ key: 'lr', value: '0.1' }], []])
})

test('names are checked as MLflow checks them, in any script', async () => {
  const { runs: { runs, log } } = desk()
  const { id } = await runs.create({ experiment: '0', by })
  await log.metric({ run: id, metric: { key: 'größe/数 a.b-c:d', value: 1, time: 1, step: 0 }, by })
  expect(await refusal(log.metric({ run: id, metric: { key: '../up', value: 1, time: 1, step: 0 }, by }))).toBe(
    "invalid: Invalid value \"../up\" for parameter 'name' supplied: Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to '../up'")
  expect(await refusal(log.metric({ run: id, metric: { key: 'a#b', value: 1, time: 1, step: 0 }, by }))).toBe(
    "invalid: Invalid value \"a#b\" for parameter 'name' supplied: Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).")
})

test('everything is there again after the workspace is opened anew', async () => {
  const { sqlite, runs: first } = desk()
  const parent = await first.runs.create({ experiment: '0', name: 'sweep', user: 'ada', start: 5, by })
  const child = await first.runs.create({ experiment: '0', name: 'one', start: 6, tags: [{ key: 'mlflow.parentRunId', value: parent.id }], by })
  await first.log.inputs({ run: child.id, datasets: [{ dataset: { name: 'wine', digest: 'd1', sourceType: 'local', source: '{}', schema: null, profile: null }, tags: [{ key: 'mlflow.data.context', value: 'train' }] }], by })
  const model = await first.models.create({ experiment: '0', name: 'clf', run: child.id, params: [{ key: 'c', value: '1' }], by })
  await first.log.outputs({ run: child.id, models: [{ model: model.id, step: 3 }], by })
  await first.log.metric({ run: child.id, metric: { key: 'acc', value: 0.5, time: 7, step: 1, model: model.id }, by })
  await first.runs.update(child.id, { status: 'FINISHED', end: 9 }, by)
  const again = desk(sqlite).runs
  expect(again.runs.get(child.id)).toEqual(first.runs.get(child.id))
  expect(again.models.get(model.id)).toEqual(first.models.get(model.id))
  expect(again.runs.of('0')).toEqual(first.runs.of('0'))
})
