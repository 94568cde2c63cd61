import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { environments } from '#areas/environments/contract.ts'
import { jobs } from '#areas/jobs/contract.ts'
import { runs } from '#areas/runs/contract.ts'
import { plainPython } from '#node/test-python.test.util.ts'
import { ask, openStudio, pause } from './studio.test.util.ts'

const python = plainPython()
const rounds = 20

const work = `import os, sys, time
def say(word):
    with open("said.txt", "a") as file:
        file.write(f"{word} {os.environ['MLFLOW_RUN_ID']} {os.environ['ATELIER_ATTEMPT']}\\n")
say("begun")
time.sleep(float(sys.argv[sys.argv.index("--seconds") + 1]))
say("ended")
`

type Server = Awaited<ReturnType<typeof openStudio>>['server']

test.skipIf(!python)(`after ${rounds} kills of the studio during training and builds, work goes on or is told as lost: nothing runs twice, nothing stays behind`, async () => {
  process.env.ATELIER_CACHE = join(process.cwd(), 'node_modules', '.cache', 'atelier-kill')
  const studio = await openStudio(python ?? '')
  const { server, root } = studio
  await studio.put('work.py', work)
  await ask(server, environments.save, { declared: { name: 'built' }, create: true })
  const kills: number[] = []
  for (let round = 0; round < rounds; round++) {
    const training = studio.start({ script: 'work.py', each: { seconds: [0.3, 5] }, resources: { cpu: 0.2 } }).catch(() => [])
    const build = ask(server, environments.build, { name: 'built', again: true }).catch(() => undefined)
    // Every fourth kill falls anywhere, also between two writes of a start; the others into what runs.
    if (round % 4 !== 3) await Promise.all([(await training).at(-1)?.job, (await build)?.id].map((id) => hasBegun(server, id ?? '')))
    await pause(Math.random() * 300)
    kills.push(Date.now())
    await server.kill9()
    await Promise.all([training, build])
    await pause(Math.random() * 300)
    await server.restart()
  }
  await expect.poll(() => ask(server, jobs.list, { running: true }), { timeout: 60_000, interval: 200 }).toEqual([])

  const all = await ask(server, jobs.list, { limit: 1000 })
  const trained = all.filter(({ kind }) => kind === 'training.run')
  const builds = all.filter(({ kind }) => kind === 'environments.build')
  const hits = await Promise.all([trained, builds].map((list) => hitBy(server, list, kills)))
  expect([trained.length > rounds, ...hits.map((hit) => hit >= rounds / 2)]).toEqual([true, true, true])
  expect([...new Set(all.map(({ state }) => state))].filter((state) => !['done', 'lost'].includes(state))).toEqual([])

  const said = (await readFile(join(root, 'said.txt'), 'utf8')).trim().split('\n').map((line) => line.split(' '))
  const twice = said.filter(([word, , attempt], i) => said.findIndex((other) => other[0] === word && other[2] === attempt) !== i)
  const endedTwice = said.filter(([word, run], i) => word === 'ended' && said.findIndex((other) => other[0] === 'ended' && other[1] === run) !== i)
  expect([twice, endedTwice]).toEqual([[], []])
  const ended = new Set(said.flatMap(([word, run]) => (word === 'ended' ? [run] : [])))
  expect(trained.filter(({ state, tags }) => (state === 'done') !== ended.has(tags['run'])).map(({ id, state, error }) => ({ id, state, error }))).toEqual([])

  const table = await ask(server, runs.table, { query: { experiments: ['0'] }, columns: ['attributes.status'], from: 0, to: 1000 })
  expect([...new Set(table.rows.flatMap((row) => (row.kind === 'run' ? [row.status] : [])))].filter((status) => !['FINISHED', 'FAILED'].includes(status))).toEqual([])
  console.log(JSON.stringify({ rounds, killedDuringTraining: hits[0], killedDuringBuild: hits[1], trained: trained.length, lost: trained.filter(({ state }) => state === 'lost').length, builds: builds.length, buildsLost: builds.filter(({ state }) => state === 'lost').length }))

  await server.stop()
  await expect.poll(() => ofWorkspace(root), { timeout: 10_000 }).toEqual([])
  await studio.close()
}, 600_000)

/** Until it runs, or is over already. */
async function hasBegun(server: Server, id: string): Promise<void> {
  await expect.poll(async () => (await ask(server, jobs.get, { id })).state, { timeout: 30_000, interval: 20 }).not.toBe('waiting')
}

/** How many of the kills fell into a try of these jobs. */
async function hitBy(server: Server, list: readonly { readonly id: string }[], kills: readonly number[]): Promise<number> {
  const tries = (await Promise.all(list.map(({ id }) => ask(server, jobs.process, { id })))).flatMap(({ attempts }) => attempts)
  return kills.filter((at) => tries.some(({ started, ended }) => Date.parse(started) <= at && at < Date.parse(ended ?? ''))).length
}

/** Processes that carry the workspace's path in their environment or their command. */
async function ofWorkspace(root: string): Promise<string[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  const told = await Promise.all(pids.map(async (pid) => (await Promise.all(['environ', 'cmdline'].map((part) => readFile(`/proc/${pid}/${part}`, 'utf8').catch(() => '')))).join('\0')))
  return told.flatMap((text, i) => (text.includes(root) ? [`${pids[i]} ${text.slice(-300).replaceAll('\0', ' ')}`] : []))
}
