import { execFileSync } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainPython } from '#node/test-python.test.util.ts'
import { folderFor, openDesk, removeFolders, wheelIn } from './desk.test.util.ts'
import { findUv } from './tools.ts'

const python = plainPython() ?? ''
const home = join(process.cwd(), 'node_modules', '.cache', 'atelier-environments-test')
let links = ''
beforeAll(async () => {
  links = join(await folderFor('links '), 'wheels')
  await mkdir(links)
  if (python) for (const version of ['1.0', '2.0']) wheelIn(python, links, { name: 'small', version })
})
afterAll(removeFolders)

/** A workspace in which the files of one environment are written by hand. */
async function written(name: string) {
  const desk = await openDesk(home)
  const folder = join(desk.root, 'environments', name)
  await mkdir(folder, { recursive: true })
  const write = (file: string, text: string) => writeFile(join(folder, file), text)
  const get = async () => (await desk.ask('get', { name })).body
  const build = async () => {
    const answer = await desk.ask('build', { name })
    return answer.status === 200 ? desk.jobs.settled(answer.body.id) : undefined
  }
  return { ...desk, folder, write, get, build }
}

test.skipIf(!python)('files that the requirements include are a part of them, wherever in the workspace they stand', async () => {
  const { root, write, get, build } = await written('nested')
  await write('requirements.txt', `--no-index\n--find-links ${encodeURI(`file://${links}`)}\n-r ../../shared lists/base.txt  # ours\n-c limits.txt\n`)
  await mkdir(join(root, 'shared lists'))
  await writeFile(join(root, 'shared lists', 'base.txt'), '--requirement=more.txt\n')
  await writeFile(join(root, 'shared lists', 'more.txt'), 'small\n')
  await write('limits.txt', 'small<2\n')
  await build()
  const first = await get()
  expect([first.state, first.lock, first.packages]).toEqual(['ready', 'small==1.0', [{ name: 'small', version: '1.0', declared: true }]])
  await write('limits.txt', 'small>1\n')
  const changed = await get()
  expect([changed.state, changed.reason]).toEqual(['stale', 'Since it was built, the files that they include changed (+ limits.txt: small>1, − limits.txt: small<2).'])
  await build()
  expect((await get()).lock).toBe('small==2.0')
})

test('a file that is included and cannot be had is told with the line that names it', async () => {
  const { root, write, get } = await written('broken')
  await writeFile(join(root, '..', 'beside.txt'), '')
  await mkdir(join(root, 'environments', 'broken', 'folder'))
  await write('loop.txt', '-r requirements.txt\n')
  const told = async (line: string) => {
    await write('requirements.txt', `${line}\n`)
    const { state, reason } = await get()
    return [state, reason]
  }
  const from = '“environments/broken/requirements.txt” includes'
  expect(await told('-r base.txt')).toEqual(['missing', `${from} “base.txt”, which is not there: a path counts from the folder of the file that names it. Create it, or change the line.`])
  expect(await told('-c folder')).toEqual(['missing', `${from} “folder”, which is no file: a path counts from the folder of the file that names it. Create it, or change the line.`])
  expect(await told('-r ../../../beside.txt')).toEqual(['missing', `${from} “../../../beside.txt”, which lies outside the files of the workspace. Copy it among them and include it from there.`])
  expect(await told('-c /etc/hosts')).toEqual(['missing', `${from} “/etc/hosts”, which lies outside the files of the workspace. Copy it among them and include it from there.`])
  expect(await told('-r loop.txt')).toEqual(['missing', '“environments/broken/requirements.txt” includes itself, by way of “environments/broken/loop.txt”. Take one of the lines away.'])
  await rm(join(root, '..', 'beside.txt'))
})

test.skipIf(!python)('a project with its lock is built as the lock says; a lock that changed or is outdated is told', async () => {
  const { folder, write, get, build, jobs } = await written('project')
  const declare = (wanted: string) => write('pyproject.toml', `[project]\nname = "project"\nversion = "0"\nrequires-python = ">=3.9"\ndependencies = ["${wanted}"]\n[tool.uv]\nno-index = true\nfind-links = [${JSON.stringify(links)}]\n`)
  await declare('small')
  await build()
  expect((await get()).lock).toBe('small==2.0')
  const uv = (await findUv(home)) ?? ''
  const lock = (...args: string[]) => execFileSync(uv, ['lock', '--offline', '--quiet', '--python', python, '--project', folder, ...args])
  lock('--upgrade-package', 'small==1.0')
  const locked = await get()
  expect([locked.state, locked.reason]).toEqual(['stale', expect.stringContaining('Since it was built, the lock (uv.lock) changed (+ project==0, + small==1.0')])
  const job = await build()
  expect([job?.error, (await get()).lock]).toEqual([null, 'small==1.0'])
  await declare('small>1')
  const failed = await build()
  expect([failed?.state, (await get()).reason]).toEqual(['failed', 'The lock is older than what pyproject.toml declares. Run “uv lock” in the folder of the environment, or delete uv.lock to build without one.'])
  expect(await readFile(join(jobs.folderOf(failed?.id ?? ''), 'log'), 'utf8')).toContain('uv.lock does not fit pyproject.toml any more.')
  lock()
  await build()
  expect((await get()).lock).toBe('small==2.0')
})

test('the secrets that an environment declares and the studio was started without are told', async () => {
  const desk = await openDesk(home)
  await desk.ask('save', { declared: { name: 'secretive', secrets: ['PATH', 'NOT_SET_HERE'] }, create: true })
  expect((await desk.ask('get', { name: 'secretive' })).body.unsetSecrets).toEqual(['NOT_SET_HERE'])
})
