import { execFileSync } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { datasets } from '#areas/datasets/contract.ts'
import { environments } from '#areas/environments/contract.ts'
import { jobs } from '#areas/jobs/contract.ts'
import { registry } from '#areas/registry/contract.ts'
import { runs } from '#areas/runs/contract.ts'
import { testMlflow } from '#node/test-python.test.util.ts'
import { training } from '../contract.ts'
import { ask, jobOver, openStudio, refusal } from './studio.test.util.ts'
import type { TestStudio } from './studio.test.util.ts'

const python = testMlflow()
let studio: TestStudio
beforeAll(async () => { if (python) studio = await openStudio(python) })
afterAll(() => studio?.close())

const tracked = `import mlflow, os, sys
with mlflow.start_run() as run:
    mlflow.log_param("args", " ".join(sys.argv[1:]))
    mlflow.log_metric("loss", 0.5, step=1)
    mlflow.log_metric("loss", float("nan"), step=2)
    print(run.info.run_id, os.getcwd(), open("data/x.txt").read())
`

test.skipIf(!python)('a script with plain MLflow calls becomes a run with its metrics, code, difference, lock and inputs', async () => {
  const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=me', '-c', 'user.email=me@example.com', ...args], { cwd: studio.root, encoding: 'utf8' }).trim()
  git('init', '-q', '-b', 'trunk')
  await studio.put('code/train.py', `# first\n${tracked}`)
  git('add', 'code')
  git('commit', '-qm', 'first')
  await studio.put('code/train.py', tracked)
  await studio.put('data/x.txt', 'seven')
  await studio.put('code/beside.csv', 'a\n1\n')
  await studio.put('data/table.csv', 'a,b\n1,2\n3,4\n')
  const { job: importing } = await ask(studio.server, datasets.register, { path: 'data/table.csv', name: 'table' })
  await jobOver(studio.server, importing ?? '')
  const { run, job, one, log } = await studio.whole({ script: 'code/train.py', args: ['--fast'], each: { seed: [3] }, inputs: [{ kind: 'dataset', name: 'TABLE', dataset: 'table' }], tags: { kind: 'check' } })
  const [version] = await ask(studio.server, datasets.history, { dataset: 'table' })
  expect([job.state, run.status, run.name, log.split('\n')[0]]).toEqual(['done', 'FINISHED', 'train seed=3', `${run.id} ${studio.root} seven`])
  expect(run.params).toEqual([{ key: 'args', value: '--fast --seed 3' }])
  expect(run.metrics.find(({ key }) => key === 'loss')?.last).toBe('NaN')
  expect(Object.fromEntries(run.tags.filter(({ key }) => /git|source\.name|atelier\.(values|env)|^kind$/.test(key)).map(({ key, value }) => [key, value]))).toEqual({
    'mlflow.source.name': 'code/train.py', 'mlflow.source.git.commit': git('rev-parse', 'HEAD'), 'mlflow.source.git.branch': 'trunk', 'atelier.git.dirty': 'true', 'atelier.values': 'seed=3', 'atelier.environment': 'test', kind: 'check',
  })
  expect(run.inputs.map(({ name, digest, context }) => [name, digest, context])).toEqual([['table@1', version?.fingerprint.slice(0, 36), 'training']])
  const text = async (path: string) => (await ask(studio.server, runs.artifactText, { run: run.id, path })).text
  expect([await text('code/train.py'), (await text('code/uncommitted.diff')).includes('-# first'), (await text('environment/requirements.txt')).split('\n')[0]]).toEqual([tracked, true, expect.stringMatching(/^# Python 3\.\d+\.\d+$/)])
  expect(JSON.parse(await text('code/manifest.json'))).toMatchObject({ snapshot: one.snapshot, folder: 'code', script: 'code/train.py', files: [{ path: 'train.py' }] })
  expect(await ask(studio.server, training.ofRun, { run: run.id })).toEqual(one)
  await expect.poll(() => text(`logs/${one.job}.log`).catch(() => '')).toBe(`${log}\n`)
  await ask(studio.server, jobs.clear, {})
  expect(await text(`logs/${one.job}.log`)).toBe(`${log}\n`)
})

test.skipIf(!python)('a run is started again with the code that it had, and its group stays the same', async () => {
  await studio.put('again.py', 'print("first")\n')
  const first = await studio.whole({ script: 'again.py', each: { seed: [1] } })
  await studio.put('again.py', 'print("changed")\n')
  const [second] = (await ask(studio.server, training.rerun, { run: first.run.id })).started
  if (!second) throw new Error('Nothing was started.')
  const again = await studio.ended(second)
  const group = (tags: readonly { key: string; value: string }[]) => tags.find(({ key }) => key === 'atelier.group')?.value
  expect([again.log, again.one.again, again.run.name, first.job.title, again.job.title, group(again.run.tags)]).toEqual(['first', first.run.id, 'again seed=1 again', 'test · seed=1', 'test · seed=1 again', group(first.run.tags)])
  await rm(join(studio.root, 'again.py'))
  const [third] = (await ask(studio.server, training.rerun, { run: first.run.id })).started
  if (!third) throw new Error('Nothing was started.')
  expect((await studio.ended(third)).log).toBe('first')
})

test.skipIf(!python)('editing a script while its job waits changes nothing, and data beside it is found', async () => {
  await studio.put('late/late.py', 'import pathlib, helper\nprint(helper.word, pathlib.Path(__file__).with_name("x.csv").read_text())\n')
  await studio.put('late/helper.py', 'word = "then"\n')
  await studio.put('late/x.csv', 'beside')
  await studio.put('slow.py', 'import os, time\nwhile not os.path.exists("go"): time.sleep(0.05)\n')
  const [slow] = await studio.start({ script: 'slow.py', resources: { cpu: (await ask(studio.server, jobs.machine, {})).slots.cpu } })
  const [late] = await studio.start({ script: 'late/late.py' })
  if (!late || !slow) throw new Error('Nothing was started.')
  await studio.put('late/helper.py', 'word = "now"\n')
  const waiting = await ask(studio.server, jobs.get, { id: late.job })
  expect([waiting.state, waiting.reason, (await ask(studio.server, runs.run, { id: late.run ?? '' })).status]).toEqual(['waiting', expect.stringMatching(/^Waiting for /), 'SCHEDULED'])
  await studio.put('go', '')
  const ended = await studio.ended(late)
  expect([ended.log, ended.run.start, Date.parse(ended.job.started ?? '') > Date.parse(ended.job.created)]).toEqual(['then beside', Date.parse(ended.job.started ?? ''), true])
})

test.skipIf(!python).each([
  ['raises', 'raise ValueError("no such thing")', 'failed', 'FAILED', /^It ended with exit code 1\.\n[^]*ValueError: no such thing$/],
  ['exits 3', 'import sys; print("last words"); sys.exit(3)', 'failed', 'FAILED', /^It ended with exit code 3\.\nlast words$/],
  ['ends a run well and then fails', 'import mlflow, sys\nwith mlflow.start_run(): pass\nsys.exit(5)', 'failed', 'FAILED', /^It ended with exit code 5\.\n/],
  ['kills itself', 'import os; os.kill(os.getpid(), 9)', 'failed', 'FAILED', /^It was ended by SIGKILL\.$/],
  ['prints 100 MB without a newline', 'import sys\nfor _ in range(100): sys.stdout.write("x" * 1_000_000)', 'done', 'FINISHED', /^$/],
  ['logs NaN and infinities', 'import mlflow\nwith mlflow.start_run():\n  mlflow.log_metrics({"a": float("nan"), "b": float("inf"), "c": -float("inf")})', 'done', 'FINISHED', /^$/],
  ['deletes its own folder', 'import os, shutil\nshutil.rmtree(os.path.dirname(os.path.abspath(__file__)))\nprint(os.path.exists("notes.md"))', 'done', 'FINISHED', /^$/],
] as const)('a script that %s is told as such', async (title, text, state, status, error) => {
  const script = `bad/${title.replaceAll(' ', '-')}.py`
  await studio.put(script, text)
  const { job, run, log } = await studio.whole({ script })
  expect([job.state, run.status, run.end === null, job.error ?? '', title === 'deletes its own folder' ? log : 'True']).toEqual([state, status, false, expect.stringMatching(error), 'True'])
  expect(await readFile(join(studio.root, script), 'utf8')).toBe(text)
})

test.skipIf(!python)('a script that ignores the polite word and forks children is stopped with all of them', async () => {
  await studio.put('stubborn.py', 'import os, signal, subprocess, sys, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)"], start_new_session=True)\nprint(child.pid, flush=True)\nwhile True: time.sleep(0.1)\n')
  const [one] = await studio.start({ script: 'stubborn.py' })
  if (!one) throw new Error('Nothing was started.')
  await expect.poll(() => studio.logOf(one.job), { timeout: 20_000 }).toMatch(/^\d+$/)
  const child = await studio.logOf(one.job)
  expect(await ask(studio.server, training.stop, { run: one.run ?? '' })).toEqual({ stopped: true })
  const { job, run } = await studio.ended(one)
  expect([job.state, run.status]).toEqual(['cancelled', 'KILLED'])
  await expect.poll(() => readFile(`/proc/${child}/stat`, 'utf8').catch(() => ' Z ')).toContain(' Z ')
}, 60_000)

test.skipIf(!python)('a script that takes more memory than it was given is ended and told so, with its last lines', async () => {
  await studio.put('hungry.py', 'print("loading", flush=True)\nkept = []\nimport time\nwhile True:\n  kept.append(bytearray(b"x") * 10_000_000)\n  time.sleep(0.02)\n')
  const { job, run } = await studio.whole({ script: 'hungry.py', resources: { cpu: 0.5, memory: 300_000_000 } })
  expect([job.state, run.status, job.error]).toEqual(['failed', 'FAILED', 'It used more than the 300 MB of memory that it was given and was ended. Give it more, or let it hold less at once.\nloading'])
})

test.skipIf(!python)('what stands in the way is said before anything is started', async () => {
  const start = (spec: object) => refusal(studio.start({ script: 'notes.md', ...spec }))
  await studio.put('gone.csv', 'a\n1\n')
  const { job } = await ask(studio.server, datasets.register, { path: 'gone.csv', name: 'gone' })
  expect((await jobOver(studio.server, job ?? '')).state).toBe('done')
  const { version } = await ask(studio.server, datasets.get, { dataset: 'gone' })
  await rm(join(studio.root, '.atelier', 'datasets', version.fingerprint), { recursive: true })
  await ask(studio.server, environments.save, { declared: { name: 'secretive', secrets: ['ALSO_NOT_SET', 'PATH'] }, create: true })
  expect([
    await start({ environment: 'secretive' }), await start({ script: 'none.py' }), await start({ script: '../out.py' }), await start({ environment: 'none' }), await start({ resources: { cpu: 999 } }), await start({ secrets: ['NOT_SET'] }),
    await start({ inputs: [{ kind: 'file', name: 'A', path: 'no.csv' }] }), await start({ inputs: [{ kind: 'file', name: 'A', path: '' }] }), await start({ inputs: [{ kind: 'dataset', name: 'A', dataset: 'gone' }] }), await start({ each: { a: Array.from({ length: 40 }, (_, i) => i), b: Array.from({ length: 40 }, (_, i) => i) } }),
  ]).toEqual([
    'The secret ALSO_NOT_SET, which the environment “secretive” declares, is not set. Start the studio with it in its own environment: ALSO_NOT_SET=… npm start.', 'There is no script “none.py”.', '“../out.py” lies outside the workspace. Only files in it can be opened; copy or upload it first.', expect.stringMatching(/^There is no environment “none”/), expect.stringMatching(/^It asks for 999 cores/), 'The secret NOT_SET is not set. Start the studio with it in its own environment: NOT_SET=… npm start.',
    'There is no “no.csv”.', 'Choose a file for A, or take it out.', expect.stringMatching(/^The bytes of “gone” version 1 are gone/), 'These values make 1,600 runs; 1000 are the most at once.',
  ])
})

test.skipIf(!python)('a run whose data changed or vanished is not started again as if nothing had', async () => {
  await studio.put('reads.py', 'import os; print(open(os.environ["ATELIER_INPUT_FILE"]).read())\n')
  await studio.put('file ü.csv', 'a,b')
  const first = await studio.whole({ script: 'reads.py', inputs: [{ kind: 'file', name: 'FILE', path: 'file ü.csv' }] })
  await studio.put('file ü.csv', 'changed')
  const changed = await refusal(ask(studio.server, training.rerun, { run: first.run.id }))
  await rm(join(studio.root, 'file ü.csv'))
  expect([first.log, changed, await refusal(ask(studio.server, training.rerun, { run: first.run.id }))]).toEqual([
    'a,b', 'The input “FILE” is not what that run read: its bytes changed since. Clone the run to start it with the data of today.', expect.stringMatching(/is not there\.$/),
  ])
})

test.skipIf(!python)('a command without tracking makes a job and no run', async () => {
  const [one] = await studio.start({ script: undefined, command: ['python', '-c', 'import os; print("MLFLOW_RUN_ID" in os.environ)'], track: false })
  expect((await jobOver(studio.server, one?.job ?? '')).state).toBe('done')
  expect([one?.run, await studio.logOf(one?.job ?? '')]).toEqual([null, 'False'])
})

test.skipIf(!python)('a job file is written as short as it was meant and read back whole', async () => {
  const spec = { title: 'Three', script: 'code/train.py', each: { seed: [1, 2, 3] }, environment: 'test', experiment: 'Default' }
  const { hash } = await ask(studio.server, training.save, { path: 'three.job.json', spec, hash: null })
  expect(JSON.parse(await readFile(join(studio.root, 'three.job.json'), 'utf8'))).toEqual(spec)
  expect(await ask(studio.server, training.read, { path: 'three.job.json' })).toMatchObject({ spec: { ...spec, track: true, resources: { cpu: 1 } }, hash })
  await studio.put('bad.job.json', '{"title": 3}')
  expect(await refusal(ask(studio.server, training.read, { path: 'bad.job.json' }))).toMatch(/^“bad.job.json” is no job file: title: /)
})

test.skipIf(!python)('how an ONNX file beside a model was verified is told, and null where there is none', async () => {
  await studio.put('kept/MLmodel', 'flavors:\n  sklearn:\n    pickled_model: model.pkl\n')
  const bare = await ask(studio.server, registry.import, { model: 'kept', path: 'kept' })
  await studio.put('kept/onnx/verification.json', JSON.stringify({ delta: 1e-7, rows: 205, accepted: 1e-4, columns: ['x'] }))
  const kept = await ask(studio.server, registry.import, { model: 'kept', path: 'kept' })
  const standing = ({ version }: { version: number }) => ask(studio.server, training.onnx, { model: 'kept', version })
  expect([await standing(bare), await standing(kept)]).toEqual([{ kept: null, checked: null }, { kept: { delta: 1e-7, rows: 205, beyond: 0, largest: null, accepted: 1e-4 }, checked: null }])
  expect(await refusal(ask(studio.server, training.onnx, { model: 'kept', version: kept.version, job: '../../x' }))).toContain('There is no job')
})

test.skipIf(!python)('the job of a conversion names the model and the environment that it runs in', async () => {
  await studio.put('net.py', 'import mlflow, os\nos.makedirs("net", exist_ok=True)\nopen("net/MLmodel", "w").write("flavors: {}")\nwith mlflow.start_run():\n  one = mlflow.initialize_logged_model(name="net")\n  mlflow.MlflowClient().log_model_artifacts(one.model_id, "net")\n  mlflow.finalize_logged_model(one.model_id, "READY")\n')
  const { run } = await studio.whole({ script: 'net.py' })
  const { job: id } = await ask(studio.server, training.toOnnx, { run: run.id, model: run.models[0]?.id ?? '' })
  const [{ title, tags }, { spec }] = [await jobOver(studio.server, id), await ask(studio.server, jobs.process, { id })]
  expect([title, tags.environment, spec.environment?.name]).toEqual(['Convert net of net to ONNX', 'test', 'test'])
})
