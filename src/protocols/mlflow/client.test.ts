import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testMlflow } from '#node/test-python.test.util.ts'
import { serving, token } from './serving.test.util.ts'
import type { Serving } from './serving.test.util.ts'

/** What the real client of MLflow does, each in a script of its own under client/. */
const scripts = {
  runs: 'runs are logged, nested, resumed, renamed, deleted and restored',
  experiments: 'experiments are made, searched, tagged, renamed, deleted and restored',
  artifacts: 'texts, images, figures, tables and folders go up and come down as they were',
  file_root: 'artifacts go to a folder on disk that an experiment names',
  autolog: 'a scikit-learn fit is logged by itself, with its data set and its model',
  models: 'models are logged, searched, tagged, loaded and deleted',
  registry: 'models are registered, aliased, staged, searched and loaded by name',
  search: 'runs are searched with every operator, ordered and paged; what is no filter is refused',
  batches: '100,000 metrics arrive in batches and can be read again',
  errors: 'mistakes are told with MLflow’s codes and words',
  credentials: 'a token opens as a bearer or as a password; nothing else does',
} as const

const python = testMlflow()
let server: Serving
let client: ReturnType<typeof openClient>

beforeAll(async () => {
  if (!python) return
  server = await serving()
  client = openClient(python, server.url)
})
afterAll(async () => {
  client?.close()
  await server?.end()
})

test.skipIf(!python).each(Object.entries(scripts).map(([script, title]) => ({ script, title })))('$title', async ({ script }) => {
  expect(await client.run(join(import.meta.dirname, 'client', `${script}.py`))).toBeNull()
}, 120_000)

test.skipIf(!python)('no script met a fault of the server', () => {
  expect(server.lines.filter((line) => !/^(Atelier is ready|MLflow): /.test(line))).toEqual([])
})

/** One interpreter for all scripts; each answers with its traceback, or null. */
function openClient(command: string, url: string) {
  const child = spawn(command, [join(import.meta.dirname, 'client', 'run.py')], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, MLFLOW_TRACKING_URI: url, MLFLOW_TRACKING_TOKEN: token, MLFLOW_HTTP_REQUEST_MAX_RETRIES: '1', MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR: 'false', MLFLOW_DISABLE_TELEMETRY: 'true', GIT_PYTHON_REFRESH: 'quiet' },
  })
  const waiting: ((line: string) => void)[] = []
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line))
  child.on('exit', () => { for (const tell of waiting) tell(JSON.stringify({ error: 'The interpreter ended.' })) })
  async function run(path: string): Promise<string | null> {
    const answered = new Promise<string>((resolve) => waiting.push(resolve))
    child.stdin.write(`${JSON.stringify(path)}\n`)
    const { error } = JSON.parse(await answered)
    return error
  }
  return { run, close: () => child.stdin.end() }
}
