import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStudio } from '../../server.ts'
import { serving } from './serving.test.util.ts'
import type { Serving } from './serving.test.util.ts'

let open: Serving
let shut: Serving
beforeAll(async () => { [open, shut] = await Promise.all([serving(['--no-auth', '--default-artifact-root', './kept']), serving([])]) })
afterAll(async () => { await Promise.all([open.end(), shut.end()]) })

const json = { 'content-type': 'application/json' }

async function made(url: string, body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`${url}/api/2.0/mlflow/experiments/create`, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
}

test('without credentials asked a script logs at once, from any working directory; locations are taken from there', async () => {
  expect((await made(open.url, { name: 'near', artifact_location: 'some/where' })).status).toBe(200)
  const locations = await Promise.all(['near', 'Default'].map(async (name) => (await (await fetch(`${open.url}/api/2.0/mlflow/experiments/get-by-name?experiment_name=${name}`)).json()).experiment.artifact_location))
  expect(locations).toEqual([join(open.folder, 'some', 'where'), join(open.folder, 'kept', '0')])
  expect(open.lines.some((line) => line.startsWith('NO CREDENTIALS ARE ASKED FOR (--no-auth)'))).toBe(true)
})

test('even then foreign sites and origins are refused', async () => {
  const answers = await Promise.all([{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }].map((headers) => made(open.url, { name: 'evil' }, headers)))
  expect(answers.map(({ status, body }) => [status, body.error_code])).toEqual([[403, 'PERMISSION_DENIED'], [403, 'PERMISSION_DENIED']])
})

test('a token is kept for scripts and let in; nobody gets in without it', async () => {
  const path = join(shut.folder, '.atelier', 'token')
  const token = readFileSync(path, 'utf8')
  const answers = await Promise.all([{}, { authorization: 'Bearer guess' }, { authorization: `Bearer ${token}` }].map((headers) => made(shut.url, { name: 'by script' }, headers)))
  expect(answers.map(({ status, body }) => [status, body.error_code])).toEqual([[401, 'UNAUTHENTICATED'], [401, 'UNAUTHENTICATED'], [200, undefined]])
  expect([statSync(path).mode & 0o077, shut.lines.join('\n').includes(token), shut.lines.some((line) => line.includes('MLFLOW_TRACKING_TOKEN="$(cat '))]).toEqual([0, false, true])
})

test('the folder of the database is opened as it is: no sample is laid out', () => {
  expect(readdirSync(shut.folder).filter((name) => !name.startsWith('mlflow.db'))).toEqual(['.atelier'])
})

test('no body brings a 5xx out of any route of MLflow’s', async () => {
  const studio = await openStudio({ root: open.folder, flags: { token: 't', auth: false, host: 'x', backendStoreUri: 'sqlite:///:memory:', defaultArtifactRoot: undefined, artifactsDestination: undefined }, port: () => 1 })
  try {
    const routes = studio.app.routes.filter(({ method, path }) => method !== 'ALL' && /\/mlflow(-artifacts)?\//.test(path))
    expect(routes.length).toBeGreaterThan(100)
    const bodies = ['', '[]', '"x"', '{"run_id":5,"experiment_ids":"x","name":["a"],"metrics":[null],"tags":{},"max_results":-1}', '{"run_id":"../x","experiment_id":"x","name":"a","key":"","value":null,"page_token":"?","filter":"((","order_by":["?"],"version":"x"}']
    const answers = await Promise.all(routes.flatMap(({ method, path }) => bodies.map(async (body) => {
      const answer = await studio.app.request(path.replace(/:\w+(\{.*?\})?/g, 'x'), { method, headers: { ...json, host: 'x:1' }, ...(method === 'GET' ? {} : { body }) })
      return [answer.status, method, path, body] as const
    })))
    expect(answers.filter(([status, , path]) => status >= 500 && !(status === 501 && path.includes('/mpu/')))).toEqual([])
  } finally {
    await studio.close()
  }
})
