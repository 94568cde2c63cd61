import { expect, test } from 'vitest'
import { Problem } from '#wire/problem.ts'
import { bounded, choice, double, flag, int64, list, message, needed, runId, text } from './fields.ts'
import { invalidValue } from './misfit.ts'
import { badValue, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { serveRoutes } from './serve.ts'

const point = message({ key: needed(text), value: needed(double), timestamp: needed(int64), step: int64 })
const asked: unknown[] = []
const keep = (given: unknown) => { asked.push(given) }
const app = serveRoutes([
  route('POST', '/mlflow/points', { run_id: runId, points: list(point), kind: choice({ LOW: 1, HIGH: 2 }) }, keep),
  route('GET', '/mlflow/points', { run_ids: list(text), hidden: flag, most: bounded(int64, (n) => n <= 50) }, keep),
  route('PATCH', '/mlflow/points/:point_id', { point_id: needed(text), note: text }, keep, 3),
  route('POST', '/mlflow/refuse', { how: needed(text) }, ({ how }) => { throw refusals[how] ?? new Error('a fault') }),
])
const refusals: Readonly<Record<string, Error>> = {
  missing: new Problem('missing', 'gone'), conflict: new Problem('conflict', 'there'), state: new Problem('invalid', 'deleted', 'INVALID_STATE'),
  later: new Refusal('NOT_IMPLEMENTED', 'not here'), bad: badValue(invalidValue('name', 'é/..', 'no')),
}
const json = { 'content-type': 'application/json' }

async function post(path: string, body: unknown, headers: Record<string, string> = json) {
  const answer = await app.request(path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })
  return [answer.status, await answer.json()]
}

const hint = 'See the API docs for more information about request parameters.'
const refused = (sentence: string) => [400, { error_code: 'INVALID_PARAMETER_VALUE', message: sentence }]

test('a request is read leniently: numbers as text, camel case, old names, what is unknown passed over', async () => {
  asked.length = 0
  expect(await post('/api/2.0/mlflow/points', { run_uuid: 'r', other: 1, kind: 'HIGH', points: [{ key: 'a', value: 'NaN', timestamp: '12', step: -3, x: {} }, { key: 'b', value: '-Infinity', timestamp: 1.0, step: null }] })).toEqual([200, {}])
  expect(await post('/ajax-api/2.0/mlflow/points', JSON.stringify(JSON.stringify({ runId: 'r', kind: 1 })))).toEqual([200, {}])
  expect(asked).toEqual([
    { run_id: 'r', kind: 'HIGH', points: [{ key: 'a', value: Number.NaN, timestamp: 12, step: -3 }, { key: 'b', value: Number.NEGATIVE_INFINITY, timestamp: 1, step: undefined }] },
    { run_id: 'r', kind: 'LOW', points: [] },
  ])
})

test('what is missing or does not fit is said in MLflow’s words, with its path', async () => {
  const at = '/api/2.0/mlflow/points'
  expect(await post(at, {})).toEqual(refused(`Missing value for required parameter 'run_id'. ${hint}`))
  expect(await post(at, 'no json')).toEqual(refused(`Missing value for required parameter 'run_id'. ${hint}`))
  expect(await post(at, { run_id: '' })).toEqual(refused(`Missing value for required parameter 'run_id'. ${hint}`))
  expect(await post(at, { run_id: 31 })).toEqual(refused(`Invalid value 31 for parameter 'run_id' supplied:  Hint: Value was of type 'int'. ${hint}`))
  expect(await post(at, { run_id: 'r', points: 'p' })).toEqual(refused(`Invalid value "p" for parameter 'points' supplied:  Hint: Value was of type 'str'. ${hint}`))
  expect(await post(at, { run_id: 'r', points: [{ key: 'a', value: 1, timestamp: 1 }, { key: 'a', value: 1 }] })).toEqual(refused(`Missing value for required parameter 'points[1].timestamp'. ${hint}`))
  expect(await post(at, { run_id: 'r', points: [{ key: 'a', value: 1, timestamp: 1, step: 'foo' }] })).toEqual(refused(`Invalid value "foo" for parameter 'points[0].step' supplied:  Hint: Value was of type 'str'. ${hint}`))
  expect(await post(at, { run_id: { z: 'é', a: [1.5, true] } })).toEqual(refused(`Invalid value {"a":[1.5,true],"z":"\\u00e9"} for parameter 'run_id' supplied:  Hint: Value was of type 'dict'. ${hint}`))
  expect(await post(at, { run_id: 'a', runId: 'b' })).toEqual(refused("Request specifies both 'run_id' and 'runId'; provide only one of them."))
})

test('a write without a JSON content type is refused', async () => {
  const [missingType, otherType] = [await app.request('/api/2.0/mlflow/points', { method: 'POST' }), await post('/api/2.0/mlflow/points', {}, { 'content-type': 'text/plain' })]
  expect([missingType.status, (await missingType.json()).message]).toEqual([400, 'Bad Request. Content-Type header is missing.'])
  expect(otherType).toEqual(refused("Bad Request. Content-Type must be one of ['application/json']."))
})

test('a query holds lists, flags and bounds', async () => {
  asked.length = 0
  expect((await app.request('/api/2.0/mlflow/points?run_ids=a&run_ids=b&hidden=True&most=50')).status).toBe(200)
  expect(asked).toEqual([{ run_ids: ['a', 'b'], hidden: true, most: 50 }])
  const answers = await Promise.all(['hidden=yes', 'most=51'].map(async (query) => (await (await app.request(`/api/2.0/mlflow/points?${query}`)).json()).message))
  expect(answers).toEqual(["Invalid boolean value: yes, must be 'true' or 'false'.", `Invalid value "51" for parameter 'most' supplied:  Hint: Value was of type 'str'. ${hint}`])
})

test('a PATCH carries a body, its path a field', async () => {
  asked.length = 0
  expect((await app.request('/api/3.0/mlflow/points/m-1', { method: 'PATCH', body: '{"note":"n","point_id":"other"}' })).status).toBe(200)
  expect(asked).toEqual([{ point_id: 'm-1', note: 'n' }])
})

test('refusals have MLflow’s codes; an unknown path is no endpoint', async () => {
  const answers = await Promise.all(Object.keys(refusals).map(async (how) => {
    const [status, body] = await post('/api/2.0/mlflow/refuse', { how })
    return [status, body.error_code, body.message]
  }))
  expect(answers).toEqual([
    [404, 'RESOURCE_DOES_NOT_EXIST', 'gone'], [400, 'RESOURCE_ALREADY_EXISTS', 'there'], [400, 'INVALID_STATE', 'deleted'],
    [501, 'NOT_IMPLEMENTED', 'not here'], [400, 'INVALID_PARAMETER_VALUE', `Invalid value "\\u00e9/.." for parameter 'name' supplied: no`],
  ])
  expect(await post('/api/3.0/mlflow/traces', {})).toEqual([404, { error_code: 'ENDPOINT_NOT_FOUND', message: 'There is no POST /api/3.0/mlflow/traces on this server.' }])
})
