import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { stillLives } from '#node/processes/identity.ts'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { ProcessSpec } from '../domain/process.ts'
import { useIn } from './use-watch.ts'
import { localRunner } from './local-runner.ts'
import { openJobs } from './store.ts'
import { writtenOutputs } from './written.ts'

const folders: string[] = []
afterEach(async () => { for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true }) })

async function desk(cpu = 2) {
  const folder = await mkdtemp(join(tmpdir(), 'atelier jobs ü '))
  folders.push(folder)
  const sqlite = openSqlite(join(folder, 'a.db'))
  const open = () => openJobs({ sqlite, events: openEvents(), folder: join(folder, 'jobs'), runner: { ...localRunner(), slots: { cpu, memory: 8e9, gpu: 0 } }, secretOf: (name) => (name === 'SECRET' ? 'hush' : undefined) })
  const jobs = open()
  const run = (argv: string[], more: object = {}, store = jobs) => store.submit({ kind: 'test', title: argv.join(' '), by: 'me', spec: ProcessSpec.parse({ argv, cwd: folder, resources: {}, retries: {}, ...more }) })
  const shell = (script: string, more = {}, store = jobs) => run(['sh', '-c', script], more, store)
  const logOf = async (id: string, number?: number) => readFile(join(jobs.folderOf(id, number), 'log'), 'utf8')
  return { folder, sqlite, jobs, open, run, shell, logOf }
}

test('a command runs, its output is a log and its exit code a state', async () => {
  const { jobs, shell, logOf } = await desk()
  const [good, bad] = [shell('echo "$COLOUR $SECRET"; echo oops >&2', { variables: { COLOUR: 'blue' }, hidden: ['SECRET'] }), shell('echo last words; exit 3')]
  const [over, failed] = [await jobs.settled(good.id), await jobs.settled(bad.id)]
  expect([over.state, await logOf(good.id)]).toEqual(['done', 'blue hush\noops\n'])
  expect([failed.state, failed.error, jobs.attempts(bad.id).map(({ state, exitCode }) => [state, exitCode])]).toEqual(['failed', 'It ended with exit code 3.\nlast words', [['failed', 3]]])
  expect(JSON.stringify(jobs.spec(good.id))).not.toContain('hush')
})

test('a command that cannot be started says so', async () => {
  const { jobs, run, shell } = await desk()
  const [none, nowhere] = [run(['no-such-program']), shell('true', { cwd: '/no/such/folder' })]
  expect([(await jobs.settled(none.id)).error?.split('\n')[0], (await jobs.settled(nowhere.id)).error]).toEqual(['The command was not found.', 'It could not be started: there is no folder “/no/such/folder” any more.'])
  expect(() => run(['true'], { resources: { cpu: 64 } })).toThrow('“true” cannot run here. It asks for 64 cores; this machine has 2.')
})

test('what has no room waits and says for what, first come first served', async () => {
  const { jobs, shell } = await desk(1)
  const [first, second, third] = [shell('sleep 0.3'), shell('true'), shell('true')]
  expect([jobs.get(second.id).reason, jobs.get(third.id).reason]).toEqual(['Waiting for a core: “sh -c sleep 0.3” takes 1 of 1', 'Waiting for a core: “sh -c sleep 0.3” takes 1 of 1; 1 before it'])
  const ends = await Promise.all([first, second, third].map(({ id }) => jobs.settled(id)))
  expect(ends.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
})

test('a stopped command ends with all that it started, also what ignores the polite word or fled the group', async () => {
  const { jobs, folder, shell } = await desk()
  const job = shell(`trap '' TERM; sleep 300 & setsid sleep 301 & echo $! > "${folder}/fled"; while :; do sleep 0.1; done`, { graceSeconds: 0.3 })
  await expect.poll(() => readFile(join(folder, 'fled'), 'utf8').catch(() => '')).not.toBe('')
  jobs.cancel(job.id)
  expect((await jobs.settled(job.id)).state).toBe('cancelled')
  const fled = Number(await readFile(join(folder, 'fled'), 'utf8'))
  await expect.poll(() => alive(fled)).toBe(false)
  expect(await alive(jobs.attempts(job.id)[0]?.pid ?? 0)).toBe(false)
})

test('too long, and too much memory, are told as such', async () => {
  const { jobs, shell } = await desk()
  const [slow, fat] = [shell('sleep 60', { timeoutSeconds: 0.2, graceSeconds: 0.2 }), shell('x=$(head -c 300000000 /dev/zero | tr "\\0" a); sleep 60', { resources: { memory: 50_000_000 }, graceSeconds: 0.2 })]
  expect((await jobs.settled(slow.id)).error).toBe('It ran longer than the 0.2 seconds that it was given and was ended.')
  expect((await jobs.settled(fat.id)).error).toBe('It used more than the 50 MB of memory that it was given and was ended. Give it more, or let it hold less at once.')
  expect((await useIn(jobs.folderOf(fat.id))).some(({ memory }) => memory > 50_000_000)).toBe(true)
})

test('what fails is tried again as asked, and every try stays', async () => {
  const { jobs, folder, shell } = await desk()
  const job = shell(`echo x >> "${folder}/tries"; [ $(wc -l < "${folder}/tries") -ge 3 ]`, { retries: { count: 5, waitSeconds: 0.05, factor: 1 } })
  expect((await jobs.settled(job.id)).state).toBe('done')
  expect(jobs.attempts(job.id).map(({ number, state }) => [number, state])).toEqual([[1, 'failed'], [2, 'failed'], [3, 'succeeded']])
})

test('after the studio died, what runs is followed on, what ended meanwhile is told, what waited waits on', async () => {
  const { jobs, open, shell, folder } = await desk(2)
  const [long, short, waiting] = [shell(`sleep 0.8; echo done >> "${folder}/log of long"`), shell('sleep 0.1; exit 4'), shell('echo later')]
  await expect.poll(() => jobs.attempts(short.id)[0]?.pid ?? null).not.toBe(null)
  await jobs.stopAll()
  await new Promise((resolve) => { setTimeout(resolve, 300) })
  const next = open()
  await next.adopt()
  const ends = await Promise.all([long, short, waiting].map(({ id }) => next.settled(id)))
  expect(ends.map(({ state }) => state)).toEqual(['done', 'failed', 'done'])
  expect([next.attempts(long.id).length, next.attempts(short.id)[0]?.exitCode, await readFile(join(folder, 'log of long'), 'utf8')]).toEqual([1, 4, 'done\n'])
})

test('a job that deletes its own folder is told as lost, and nothing stays behind', async () => {
  const { jobs, shell } = await desk()
  const job = shell('rm -rf "$GONE"; sleep 0.1', { variables: { GONE: join(jobs.folderOf('x'), '..', '..') } })
  expect(await jobs.settled(job.id)).toMatchObject({ state: 'lost', error: 'It is gone and left no word of how it ended: it was ended from outside together with its keeper, or its folder was deleted.' })
})

test('any window of any log is read, also without line breaks', async () => {
  const { jobs, folder } = await desk()
  const path = join(folder, 'long log')
  const lines = Array.from({ length: 120_001 }, (_, i) => `line ${i}`)
  await writeFile(path, `${lines.join('\n')}\n${'x'.repeat(40_000)}`)
  const window = await jobs.logs.lines(path, { from: 100_499, count: 2 })
  const end = await jobs.logs.lines(path, { from: -4, count: 10 })
  expect([window.lines, window.total, end.lines.map((line) => line.length)]).toEqual([['line 100499', 'line 100500'], 120_004, [11, 16_386, 16_386, 7232]])
})

/** A dead process that nobody asked after yet has a number still. */
function alive(pid: number): Promise<boolean> {
  return stillLives({ pid, boot: '', start: '' })
}

test('a job that waits for others says so, runs when they are done, and fails with them', async () => {
  const { jobs, open, shell, folder } = await desk()
  const [good, bad] = [shell('sleep 0.5'), shell('sleep 0.4; exit 3')]
  const [one, two] = [shell('echo ran > "$OUT"', { after: [good.id], variables: { OUT: join(folder, 'out') } }), shell('true', { after: [bad.id] })]
  expect([jobs.get(one.id).state, jobs.get(one.id).reason]).toEqual(['waiting', 'Waiting for “sh -c sleep 0.5”'])
  await jobs.stopAll()
  const next = open()
  await next.adopt()
  const [done, failed] = await Promise.all([one, two].map(({ id }) => next.settled(id)))
  expect([done?.state, await readFile(join(folder, 'out'), 'utf8'), next.attempts(two.id)]).toEqual(['done', 'ran\n', []])
  expect(failed?.error).toBe('It was not started: “sh -c sleep 0.4; exit 3”, which it waited for, failed.\nIt ended with exit code 3.')
})

test('a job whose try had ended when the studio died is closed by the next and not run twice', async () => {
  const { jobs, open, shell, folder, sqlite } = await desk()
  const [good, bad] = [shell(`echo x >> "${folder}/ran"`), shell('echo oops; exit 3')]
  await Promise.all([good, bad].map(({ id }) => jobs.settled(id)))
  await jobs.stopAll()
  sqlite.db.exec(`UPDATE jobs SET state = 'running', body = json_set(body, '$.state', 'running', '$.ended', null, '$.error', null)`)
  const next = open()
  await next.adopt()
  const ends = await Promise.all([good, bad].map(({ id }) => next.settled(id)))
  expect([ends.map(({ state, error }) => [state, error]), next.attempts(good.id).length, await readFile(join(folder, 'ran'), 'utf8')]).toEqual([[['done', null], ['failed', 'It ended with exit code 3.\noops']], 1, 'x\n'])
})

test('declared outputs are looked at when a command is over: written, not there, or older than it', async () => {
  const { jobs, shell, folder } = await desk()
  const { id } = shell('printf abc > new; mkdir made', { outputs: ['new', 'made', 'none'] })
  await jobs.settled(id)
  expect(jobs.attempts(id).at(-1)?.outputs).toEqual([
    { path: 'new', state: 'written', bytes: 3, hash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' }, { path: 'made', state: 'written', bytes: null, hash: null }, { path: 'none', state: 'missing', bytes: null, hash: null },
  ])
  expect(await writtenOutputs({ cwd: folder, outputs: ['new'], since: new Date(Date.now() + 60_000).toISOString() })).toMatchObject([{ state: 'untouched', bytes: 3 }])
})
