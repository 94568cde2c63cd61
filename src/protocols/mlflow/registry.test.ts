import { expect, test } from 'vitest'
import { openDesk } from '#areas/registry/server/desk.test.util.ts'
import { mlflowRoutes } from './routes.ts'

function talk() {
  const desk = openDesk()
  const app = mlflowRoutes(desk)
  const headers = { 'content-type': 'application/json' }
  async function ask(method: string, path: string, given: Readonly<Record<string, unknown>> = {}) {
    const query = method === 'GET' ? `?${new URLSearchParams(Object.entries(given).flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => [key, String(one)])))}` : ''
    const answer = await app.request(`/api/2.0/mlflow/${path}${query}`, { method, headers, ...(method === 'GET' ? {} : { body: JSON.stringify(given) }) })
    const body = await answer.json()
    return answer.status === 200 ? body : `${answer.status} ${body.error_code}: ${body.message}`
  }
  return { ...desk, app, ask }
}
const hint = ' See the API docs for more information about request parameters.'

test('a registered model is made, read, changed, renamed and deleted', async () => {
  const { ask } = talk()
  const time = expect.any(Number)
  expect(await ask('POST', 'registered-models/create', { name: 'wine', tags: [{ key: 'team', value: 'a' }], description: 'red' })).toEqual({ registered_model: { name: 'wine', creation_timestamp: time, last_updated_timestamp: time, description: 'red', tags: [{ key: 'team', value: 'a' }] } })
  expect(await ask('POST', 'registered-models/create', { name: 'wine' })).toBe('400 RESOURCE_ALREADY_EXISTS: Registered Model (name=wine) already exists.')
  expect(await ask('POST', 'registered-models/create', { name: 'wine', tags: [{ key: 'mlflow.prompt.is_prompt', value: 'true' }] })).toBe("400 RESOURCE_ALREADY_EXISTS: Tried to create a prompt with name 'wine', but the name is already taken by a registered model. MLflow does not allow creating a model and a prompt with the same name.")
  expect(await ask('POST', 'registered-models/create', {})).toBe(`400 INVALID_PARAMETER_VALUE: Missing value for required parameter 'name'.${hint}`)
  expect(await ask('POST', 'registered-models/create', { name: 'a:b' })).toBe("400 INVALID_PARAMETER_VALUE: Invalid model name 'a:b'. Names cannot contain '/' or ':'.")
  await ask('PATCH', 'registered-models/update', { name: 'wine', description: 'white' })
  await ask('POST', 'registered-models/set-tag', { name: 'wine', key: 'k', value: 'v' })
  await ask('DELETE', 'registered-models/delete-tag', { name: 'wine', key: 'team' })
  expect((await ask('GET', 'registered-models/get', { name: 'wine' })).registered_model).toMatchObject({ description: 'white', tags: [{ key: 'k', value: 'v' }] })
  expect((await ask('POST', 'registered-models/rename', { name: 'wine', new_name: 'wines' })).registered_model.name).toBe('wines')
  expect(await ask('GET', 'registered-models/get', { name: 'wine' })).toBe('404 RESOURCE_DOES_NOT_EXIST: Registered Model with name=wine not found')
  expect(await ask('DELETE', 'registered-models/delete', { name: 'wines' })).toEqual({})
  expect(await ask('DELETE', 'registered-models/delete', { name: 'wines' })).toBe('404 RESOURCE_DOES_NOT_EXIST: Registered Model with name=wines not found')
})

test('versions are numbered, staged, tagged, aliased, found and deleted softly', async () => {
  const { ask, log } = talk()
  const { run, model, uri } = await log({ acc: 0.9 })
  await ask('POST', 'registered-models/create', { name: 'm' })
  const create = (given: object) => ask('POST', 'model-versions/create', { name: 'm', ...given })
  expect((await create({ source: `models:/${model}`, model_id: model, description: 'one', tags: [{ key: 'a', value: '1' }] })).model_version).toMatchObject({ name: 'm', version: '1', current_stage: 'None', description: 'one', source: `models:/${model}`, run_id: run, run_link: '', status: 'READY', tags: [{ key: 'a', value: '1' }] })
  expect((await create({ source: uri, model_id: model })).model_version.version).toBe('2')
  expect((await create({ source: 'models:/m/1' })).model_version).toMatchObject({ version: '3', run_id: run, description: '' })
  expect(await ask('GET', 'model-versions/get-download-uri', { name: 'm', version: '3' })).toEqual({ artifact_uri: uri })
  await ask('POST', 'registered-models/alias', { name: 'm', alias: 'champion', version: '2' })
  expect((await ask('GET', 'registered-models/alias', { name: 'm', alias: 'champion' })).model_version).toMatchObject({ version: '2', aliases: ['champion'] })
  expect((await ask('GET', 'registered-models/alias', { name: 'm', alias: 'Latest' })).model_version.version).toBe('3')
  expect(await ask('POST', 'model-versions/transition-stage', { name: 'm', version: '1', stage: 'production' })).toMatchObject({ model_version: { current_stage: 'Production' } })
  await ask('POST', 'model-versions/transition-stage', { name: 'm', version: '2', stage: 'Production', archive_existing_versions: true })
  const stages = async (method: string, given = {}) => (await ask(method, 'registered-models/get-latest-versions', { name: 'm', ...given })).model_versions.map((one: Record<string, string>) => `${one['version']} ${one['current_stage']}`)
  expect([await stages('POST'), await stages('GET', { stages: ['production', 'Archived'] })]).toEqual([['3 None', '2 Production', '1 Archived'], ['2 Production', '1 Archived']])
  await ask('POST', 'model-versions/set-tag', { name: 'm', version: '2', key: 'b', value: '' })
  await ask('DELETE', 'model-versions/delete-tag', { name: 'm', version: '1', key: 'a' })
  expect((await ask('PATCH', 'model-versions/update', { name: 'm', version: '1' })).model_version).not.toHaveProperty('description')
  expect(await ask('DELETE', 'model-versions/delete', { name: 'm', version: '2' })).toEqual({})
  expect(await ask('GET', 'registered-models/alias', { name: 'm', alias: 'champion' })).toBe('400 INVALID_PARAMETER_VALUE: Registered model alias champion not found.')
  expect(await ask('GET', 'model-versions/get', { name: 'm', version: '2' })).toBe('404 RESOURCE_DOES_NOT_EXIST: Model Version (name=m, version=2) not found')
  expect((await create({ source: `models:/${model}`, model_id: model })).model_version.version).toBe('4')
})

test('what a caller gets wrong is told in MLflow’s words, and never with a 5xx', async () => {
  const { ask, log } = talk()
  const { run, model } = await log()
  const other = await log()
  await ask('POST', 'registered-models/create', { name: 'm' })
  await ask('POST', 'model-versions/create', { name: 'm', source: `models:/${model}`, model_id: model })
  const create = (source: string, more = {}) => ask('POST', 'model-versions/create', { name: 'm', source, ...more })
  const contained = (source: string, by: string) => `400 INVALID_PARAMETER_VALUE: Invalid model version source: '${source}'. The ${by} request parameter must identify the resource that contains the source.`
  const local = `400 INVALID_PARAMETER_VALUE: Invalid model version source: '/etc'. To use a local path as a model version source, the run_id request parameter has to be specified and the local path has to be contained within the artifact directory of the run specified by the run_id.`
  const relative = (source: string) => `400 INVALID_PARAMETER_VALUE: Invalid model version source: '${source}'. If supplying a source as an http, https, local file path, ftp, objectstore, or mlflow-artifacts uri, an absolute path must be provided without relative path references present. Please provide an absolute path.`
  expect([
    await create('/etc'), await create('/etc', { run_id: run }), await create('mlflow-artifacts:/0/x', { run_id: run }), await create(other.uri, { model_id: model }), await create('models:/m-none'), await create(`models:/${model}`), await create(`models:/${model}`, { run_id: run }), await create(`runs:/${run}/model`, { model_id: model }), await create('models:/m/9'), await create('models:/a/b/c'),
    await create('http://h/api/2.0/mlflow-artifacts/artifacts/%2e%2e/x'), await create('s3://bucket/model', { name: 'nope' }), await create(''),
  ]).toEqual([
    local, local, contained('mlflow-artifacts:/0/x', 'run_id'), contained(other.uri, 'model_id'), contained('models:/m-none', 'model_id'), contained(`models:/${model}`, 'model_id'), contained(`models:/${model}`, 'model_id'), contained(`runs:/${run}/model`, 'model_id'), '404 RESOURCE_DOES_NOT_EXIST: Model Version (name=m, version=9) not found', contained('models:/a/b/c', 'model_id'),
    relative('http://h/api/2.0/mlflow-artifacts/artifacts/%2e%2e/x'), '404 RESOURCE_DOES_NOT_EXIST: Registered Model with name=nope not found', `400 INVALID_PARAMETER_VALUE: Missing value for required parameter 'source'.${hint}`,
  ])
  expect([
    await ask('POST', 'model-versions/transition-stage', { name: 'm', version: '1', stage: 'live' }), await ask('POST', 'model-versions/transition-stage', { name: 'm', version: '1', stage: 'None', archive_existing_versions: true }),
    await ask('POST', 'registered-models/alias', { name: 'm', alias: 'v1', version: '1' }), await ask('POST', 'registered-models/alias', { name: 'm', alias: 'latest', version: '1' }), await ask('POST', 'registered-models/alias', { name: 'm', alias: 'a b', version: '1' }),
    await ask('POST', 'registered-models/alias', { name: 'm', alias: 'a', version: 'x' }), await ask('POST', 'registered-models/alias', { name: 'm', alias: 'a', version: '7' }), await ask('GET', 'model-versions/get', { name: 'm', version: 'x' }), await ask('DELETE', 'registered-models/alias', { name: 'm', alias: 'gone' }),
    await ask('POST', 'model-versions/set-tag', { name: 'm', version: '1', key: 'k', value: 'x'.repeat(100_001) }), await ask('GET', 'registered-models/search', { max_results: 1001 }), await ask('GET', 'model-versions/search', { max_results: 0 }),
  ]).toEqual([
    '400 INVALID_PARAMETER_VALUE: Invalid Model Version stage: live. Value must be one of None, Staging, Production, Archived.', "400 INVALID_PARAMETER_VALUE: Model version transition cannot archive existing model versions because 'None' is not an Active stage. Valid stages are ['Staging', 'Production']",
    "400 INVALID_PARAMETER_VALUE: Version alias name 'v1' is reserved.", "400 INVALID_PARAMETER_VALUE: 'latest' alias name (case insensitive) is reserved.", "400 INVALID_PARAMETER_VALUE: Invalid alias name: 'a b'. Names may only contain alphanumerics, underscores (_), and dashes (-).",
    "400 INVALID_PARAMETER_VALUE: Parameter 'version' must be an integer, got 'x'.", '404 RESOURCE_DOES_NOT_EXIST: Model Version (name=m, version=7) not found', "400 INVALID_PARAMETER_VALUE: Parameter 'version' must be an integer, got 'x'.", {},
    "400 INVALID_PARAMETER_VALUE: 'value' exceeds the maximum length of 100000 characters", expect.stringMatching(/^400 INVALID_PARAMETER_VALUE: Invalid value .*1001.* for parameter 'max_results' supplied/), '400 INVALID_PARAMETER_VALUE: Invalid value for max_results. It must be a positive integer, but got 0',
  ])
})

test('searches take the registry’s grammar, leave prompts out and page', async () => {
  const { ask, log } = talk()
  const { model, run } = await log()
  for (const [name, tags] of [['Alpha', [{ key: 'team', value: 'Red' }]], ['beta', [{ key: 'team', value: 'blue' }]], ['be_a', []], ['ask', [{ key: 'mlflow.prompt.is_prompt', value: 'true' }]]] as const) await ask('POST', 'registered-models/create', { name, tags })
  for (const name of ['Alpha', 'beta', 'beta']) await ask('POST', 'model-versions/create', { name, source: `models:/${model}`, model_id: model })
  await ask('POST', 'model-versions/create', { name: 'ask', source: 'dummy-source', tags: [{ key: 'mlflow.prompt.is_prompt', value: 'true' }] })
  const names = async (filter: string, more = {}) => ((await ask('GET', 'registered-models/search', { filter, ...more })).registered_models ?? []).map(({ name }: { name: string }) => name)
  expect([
    await names(''), await names("name LIKE 'b%'"), await names("name ILIKE 'ALP%'"), await names("name LIKE 'be_a'"), await names("name IN ('beta', 'Alpha')"), await names("tags.team != 'blue'"), await names("tags.team ILIKE 'RED' AND name = 'Alpha'"),
    await names("tags.`mlflow.prompt.is_prompt` = 'true'"), await names("tags.`mlflow.prompt.is_prompt` != 'true'"), await names('', { order_by: ['name DESC'] }), await names('', { order_by: ['timestamp DESC', 'name'] }),
  ]).toEqual([['Alpha', 'be_a', 'beta'], ['be_a', 'beta'], ['Alpha'], ['be_a', 'beta'], ['Alpha', 'beta'], ['Alpha'], ['Alpha'], ['ask'], ['Alpha', 'be_a', 'beta'], ['beta', 'be_a', 'Alpha'], expect.arrayContaining(['beta'])])
  const versions = async (filter: string, more = {}) => ((await ask('GET', 'model-versions/search', { filter, ...more })).model_versions ?? []).map(({ name, version }: Record<string, string>) => `${name} ${version}`)
  expect([
    await versions("name = 'beta'", { order_by: ['version_number ASC'] }), await versions(`run_id IN ('${run}', 'x') AND version_number > 1`), await versions(`source_path = 'models:/${model}'`, { order_by: ['name'] }), await versions("name != 'beta'"), await versions("tags.`mlflow.prompt.is_prompt` = 'true'"),
  ]).toEqual([['beta 1', 'beta 2'], ['beta 2'], ['Alpha 1', 'beta 2', 'beta 1'], ['Alpha 1'], ['ask 1']])
  const first = await ask('GET', 'registered-models/search', { max_results: 2 })
  const second = await ask('GET', 'registered-models/search', { max_results: 2, page_token: first.next_page_token })
  expect([first.registered_models.length, second.registered_models.map(({ name }: { name: string }) => name), second.next_page_token]).toEqual([2, ['beta'], undefined])
  expect([await ask('GET', 'registered-models/search', { filter: "run_id = 'x'" }), await ask('GET', 'registered-models/search', { order_by: ['size'] }), await ask('GET', 'registered-models/search', { order_by: ['name', 'name DESC'] }), await ask('GET', 'model-versions/search', { page_token: 'zzz' })]).toEqual([
    "400 INVALID_PARAMETER_VALUE: Invalid attribute key 'run_id' specified. Valid keys are '{'name'}'", "400 INVALID_PARAMETER_VALUE: Invalid order by key 'size' specified. Valid keys are '{'name', 'timestamp'}'", "400 INVALID_PARAMETER_VALUE: `order_by` contains duplicate fields: ['name', 'name DESC']", expect.stringMatching(/^400 INVALID_PARAMETER_VALUE: Invalid page token/),
  ])
})

test('an artifact of a version is sent as an attachment', async () => {
  const { ask, log, app } = talk()
  const { model } = await log()
  await ask('POST', 'registered-models/create', { name: 'm' })
  await ask('POST', 'model-versions/create', { name: 'm', source: `models:/${model}`, model_id: model })
  const answer = await app.request('/model-versions/get-artifact?name=m&version=1&path=requirements.txt')
  expect([answer.status, answer.headers.get('x-content-type-options'), await answer.text()]).toEqual([200, 'nosniff', 'mlflow==3.17.2\nscikit-learn==1.9.1\n'])
  expect((await app.request('/model-versions/get-artifact?name=m&version=1&path=../x')).status).toBe(400)
})
