import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { plainPython } from '#node/test-python.test.util.ts'
import { smallDisk } from '../../../../e2e/small-disk.ts'
import { noPython } from './wanted.ts'
import { folderFor, openDesk, removeFolders, wheelIn } from './desk.test.util.ts'
import { findUv } from './tools.ts'

const python = plainPython() ?? ''
let home = ''
let links = ''
beforeAll(async () => {
  home = join(process.cwd(), 'node_modules', '.cache', 'atelier-environments-test')
  links = join(await folderFor('links '), 'wheels')
  await mkdir(links)
  if (!python) return
  for (const version of ['1.0', '2.0']) wheelIn(python, links, { name: 'small', version })
  wheelIn(python, links, { name: 'other', version: '1.0', requires: 'small==2.0' })
  wheelIn(python, links, { name: 'large', version: '1.0', bytes: 120_000_000 })
})
afterEach(() => vi.unstubAllEnvs())
afterAll(removeFolders)

type Desk = Awaited<ReturnType<typeof openDesk>>

async function built({ ask, jobs }: Desk, name: string, requirements: string) {
  await ask('save', { declared: { name, requirements }, create: true })
  const { body: { id } } = await ask('build', { name })
  const job = await jobs.settled(id)
  const log = await readFile(join(jobs.folderOf(id), 'log'), 'utf8').catch(() => '')
  return { job, log, shown: (await ask('get', { name })).body }
}

function fromLinks(lines: string): string {
  return ['--no-index', `--find-links ${encodeURI(`file://${links}`)}`, lines, ''].join('\n')
}

test.skipIf(!python).each([
  ['does not exist', 'no-such-thing', 'There is no package “no-such-thing” in the index. Check how it is spelt.', /no-such-thing/],
  ['has no such version', 'small==9', 'There is no version of “small” that is ==9. Choose another version.', /small==9/],
  ['conflicts with another', 'small==1.0\nother', 'Some requirements contradict each other; the lines below say which. Loosen one of them.', /small==2\.0/],
  ['cannot be read', 'small =! 3', 'A line of the requirements cannot be read; the lines below say which.', /small =! 3/],
  ['cannot be fetched without a network', '--index-url http://127.0.0.1:9/simple\nsmall\n', 'The package index cannot be reached: there is no network, or a proxy or UV_INDEX_URL is missing. What is in the cache still builds.', /Connection refused/],
] as const)('a requirement that %s fails with its sentence and the last lines, and nothing half-built stays', async (_, requirements, sentence, lastLines) => {
  vi.stubEnv('UV_HTTP_RETRIES', '0')
  const desk = await openDesk(home)
  const { job, shown } = await built(desk, 'wrong', requirements.startsWith('--index-url') ? requirements : fromLinks(requirements))
  expect([job.state, job.error, job.error?.split('\n')[0], shown.state, shown.reason]).toEqual(['failed', expect.stringMatching(lastLines), sentence, 'failed', sentence])
  expect(await desk.environments.keys()).not.toContain(shown.key)
})

test.skipIf(!python)('after a good build and one that failed, what changed since the good one is still told', async () => {
  const desk = await openDesk(home)
  const { shown } = await built(desk, 'once', fromLinks('small==1.0'))
  await desk.ask('save', { declared: { name: 'once', requirements: fromLinks('no-such-thing') } })
  await desk.jobs.settled((await desk.ask('build', { name: 'once' })).body.id)
  const after = (await desk.ask('get', { name: 'once' })).body
  expect([shown.state, after.state, after.builtFrom]).toEqual(['ready', 'failed', shown.parts])
  await desk.ask('save', { declared: { name: 'once', requirements: fromLinks('small==2.0') } })
  const stale = (await desk.ask('get', { name: 'once' })).body
  expect([stale.state, stale.reason]).toEqual(['stale', 'Since it was built, the requirements changed (+ small==2.0, − small==1.0).'])
})

test.skipIf(!python)('two workspaces that build one environment at once share one build', async () => {
  const [one, other] = [await openDesk(home), await openDesk(home)]
  vi.stubEnv('UV_INDEX_URL', `http://127.0.0.1:9/${Math.random()}`)
  const both = await Promise.all([one, other].map((desk) => built(desk, 'shared', fromLinks('small==1.0'))))
  expect(both.map(({ job, shown }) => [job.state, shown.state, shown.key])).toEqual([['done', 'ready', both[0]?.shown.key], ['done', 'ready', both[0]?.shown.key]])
  expect(both.filter(({ log }) => log.includes('==> Ready: '))).toHaveLength(1)
  expect(both.find(({ log }) => !log.includes('==> Ready: '))?.log).toContain('==> Built already, by another workspace or in the meantime')
  await one.ask('delete', { name: 'shared' })
})

test.skipIf(!python)('a disk that is full in mid-build: one sentence, nothing half-built, and it is built when there is room', async (context) => {
  const disk = await smallDisk(400 << 20)
  if (!disk) return context.skip()
  try {
    const uv = await findUv(home)
    if (uv !== undefined) vi.stubEnv('UV', uv)
    const desk = await openDesk(disk.root)
    await mkdir(disk.root, { recursive: true })
    await disk.fill(90 << 20)
    const { job, shown } = await built(desk, 'big', fromLinks('large'))
    expect([job.state, shown.state, shown.reason, await desk.environments.keys()]).toEqual(['failed', 'failed', 'The disk is full. Free some space, or prune environments that nothing uses, and build again; what was half built is removed by itself.', []])
    await disk.free()
    const again = await desk.jobs.settled((await desk.ask('build', { name: 'big' })).body.id)
    expect([again.state, (await desk.ask('get', { name: 'big' })).body.packages]).toEqual(['done', [{ name: 'large', version: '1.0', declared: true }]])
  } finally {
    await disk.remove()
  }
})

test('without a Python everything says what to install', async () => {
  vi.stubEnv('PATH', await folderFor('empty '))
  vi.stubEnv('HOME', await folderFor('nobody '))
  const { ask } = await openDesk(await folderFor('cache '))
  const saved = await ask('save', { declared: { name: 'mine' }, create: true })
  const refused = await ask('build', { name: 'mine' })
  const { tools, environments } = (await ask('list', {})).body
  expect([saved.body.state, saved.body.reason, refused.status, refused.body.message, tools]).toEqual(['missing', noPython, 400, noPython, { python: null, uv: null, note: noPython }])
  expect(environments.map(({ name, state }: { name: string; state: string }) => [name, state])).toEqual([['default', 'missing'], ['mine', 'missing']])
})

test.skipIf(!python)('a Python without venv says what to install, before and after the build, and nothing half-built stays', async () => {
  const bin = await folderFor('bin ')
  await pythonWithout(['venv', 'ensurepip'], join(bin, 'python3'))
  vi.stubEnv('PATH', bin)
  vi.stubEnv('HOME', await folderFor('nobody '))
  const desk = await openDesk(await folderFor('cache '))
  const [found] = (await desk.ask('interpreters', {})).body
  const { job, shown } = await built(desk, 'bare', '')
  expect([found.path, found.note]).toEqual([join(bin, 'python3'), 'It cannot make environments with pip alone: its venv part is missing (on Debian: sudo apt install python3-venv).'])
  expect([job.state, shown.state, shown.reason, await desk.environments.keys()]).toEqual(['failed', 'failed', 'This Python cannot make environments: its venv part is missing. On Debian and Ubuntu run: sudo apt install python3-venv', []])
})

/** The Python of this machine, in which some modules cannot be found, as where a distribution packs them apart. */
async function pythonWithout(modules: readonly string[], path: string): Promise<void> {
  const hide = `import sys\nsys.executable = ${JSON.stringify(path)}\nclass Hidden:\n    def find_spec(self, name, path=None, target=None):\n        if name.split(".")[0] in ${JSON.stringify(modules)}: raise ModuleNotFoundError("No module named " + name)\nimport importlib.util\nreal = importlib.util.find_spec\nimportlib.util.find_spec = lambda name, *rest: None if name in ${JSON.stringify(modules)} else real(name, *rest)\nsys.meta_path.insert(0, Hidden())`
  const start = `${hide}\nwords = sys.argv[1:]\nwhile words and words[0] == "-I": words.pop(0)\nimport runpy\nif words[0] == "-c":\n    sys.argv = words[1:]\n    exec(words[1], {"__name__": "__main__"})\nelse:\n    sys.argv = words[1:]\n    try: runpy.run_module(words[1], run_name="__main__", alter_sys=True)\n    except ImportError as error: sys.exit(f"{sys.executable}: {error}")\n`
  await writeFile(`${path}.py`, start)
  await writeFile(path, `#!/bin/sh\nexec '${python}' -I '${path}.py' "$@"\n`)
  await chmod(path, 0o755)
}
