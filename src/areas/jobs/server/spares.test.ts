import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { stillLives } from '#node/processes/identity.ts'
import { openSqlite } from '#node/sqlite.ts'
import { plainPython } from '#node/test-python.test.util.ts'
import { openEvents } from '#wire/events.ts'
import { ProcessSpec } from '../domain/process.ts'
import { openJobs } from './store.ts'

const python = plainPython() ?? ''
const folders: string[] = []
const desks: ReturnType<typeof openJobs>[] = []
afterEach(async () => {
  for (const jobs of desks.splice(0)) await jobs.stopAll()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function desk() {
  const folder = await mkdtemp(join(tmpdir(), 'atelier spare ü '))
  folders.push(folder)
  const sqlite = openSqlite(join(folder, 'a.db'))
  const open = () => {
    const jobs = openJobs({ sqlite, events: openEvents(), folder: join(folder, 'jobs'), secretOf: () => 'hush' })
    desks.push(jobs)
    return jobs
  }
  const jobs = open()
  const run = async (text: string, more: object = {}, store = jobs) => {
    const script = join(folder, `${Math.random()}.py`)
    await writeFile(script, text)
    return store.submit({ kind: 'test', title: 'script', by: 'me', spec: ProcessSpec.parse({ argv: [python, script, 'a'], cwd: folder, resources: { cpu: 0.1 }, retries: {}, warm: true, hidden: ['SECRET'], ...more }) })
  }
  const waiting = async () => (await Promise.all((await readdir(join(folder, 'jobs', 'warm')).catch(() => [])).map(async (id) => ((await readdir(join(folder, 'jobs', 'warm', id))).includes('task') ? [id] : [])))).flat()
  const logOf = (id: string) => readFile(join(jobs.folderOf(id), 'log'), 'utf8')
  return { folder, jobs, open, run, waiting, logOf }
}

const says = 'import os, sys; print(os.environ.get("ATELIER_WARM", "cold") == "cold" or "?", os.environ["SECRET"], sys.argv[1:], os.environ["ATELIER_ATTEMPT"].split("/")[1])\n'

test.skipIf(!python)('the first script starts cold, the next is answered by a spare that is used once', async () => {
  const { jobs, run, waiting, logOf } = await desk()
  const first = await run(says)
  await jobs.settled(first.id)
  await expect.poll(waiting, { timeout: 20_000 }).toHaveLength(1)
  const [spare] = await waiting()
  const second = await run(`${says}import sys; sys.exit(3)`)
  const over = await jobs.settled(second.id)
  expect([await logOf(first.id), await logOf(second.id), over.error]).toEqual(["True hush ['a'] 1\n", "True hush ['a'] 1\n", "It ended with exit code 3.\nTrue hush ['a'] 1"])
  expect((await readdir(jobs.folderOf(second.id))).sort()).toEqual(['exit', 'heartbeat', 'log', 'started', 'taken'])
  await expect.poll(waiting, { timeout: 20_000 }).not.toContain(spare)
  expect(JSON.stringify(jobs.spec(second.id))).not.toContain('hush')
})

test.skipIf(!python)('what the script of a spare leaves behind ends with it, and stopping ends it', async () => {
  const { jobs, run, waiting, folder } = await desk()
  await jobs.settled((await run('')).id)
  await expect.poll(waiting, { timeout: 20_000 }).toHaveLength(1)
  const job = await run(`import os, signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\npid = os.fork()\nif pid == 0:\n  os.setsid()\n  time.sleep(300)\nopen(${JSON.stringify(join(folder, 'fled'))}, "w").write(str(pid))\ntime.sleep(300)\n`, { graceSeconds: 0.3 })
  await expect.poll(() => readFile(join(folder, 'fled'), 'utf8').catch(() => '')).not.toBe('')
  jobs.cancel(job.id)
  expect((await jobs.settled(job.id)).state).toBe('cancelled')
  const fled = Number(await readFile(join(folder, 'fled'), 'utf8'))
  await expect.poll(() => stillLives({ pid: fled, boot: '', start: '' })).toBe(false)
})

test.skipIf(!python)('a script that a spare runs outlives the studio like any other', async () => {
  const { jobs, run, waiting, open, logOf } = await desk()
  await jobs.settled((await run('')).id)
  await expect.poll(waiting, { timeout: 20_000 }).toHaveLength(1)
  const job = await run('import time\ntime.sleep(0.6)\nprint("done")\n')
  await expect.poll(() => jobs.attempts(job.id)[0]?.pid ?? null).not.toBe(null)
  await jobs.stopAll()
  const next = open()
  await next.adopt()
  expect([(await next.settled(job.id)).state, await logOf(job.id), next.attempts(job.id).length]).toEqual(['done', 'done\n', 1])
})

test.skipIf(!python)('variables that count from the start of an interpreter are not given to one that runs', async () => {
  const { jobs, run, waiting, logOf } = await desk()
  await jobs.settled((await run('')).id)
  await expect.poll(waiting, { timeout: 20_000 }).toHaveLength(1)
  const spares = await waiting()
  const job = await run('import sys; print(sys.flags.hash_randomization)', { variables: { PYTHONHASHSEED: '0' } })
  await jobs.settled(job.id)
  expect([await logOf(job.id), await waiting()]).toEqual(['0\n', expect.arrayContaining(spares)])
})
