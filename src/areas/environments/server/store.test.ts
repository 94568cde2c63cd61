import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPython } from '#node/test-python.test.util.ts'
import { folderFor, openDesk, removeFolders } from './desk.test.util.ts'

const python = testPython()
let home = ''
beforeAll(async () => { home = await folderFor('cache ') })
afterAll(removeFolders)

const desk = () => openDesk(home)

/** A package of our own as a wheel's source, so that the tests need no index. */
async function packageAt(root: string, version = '1.0'): Promise<string> {
  const folder = join(root, 'packages', 'small')
  await mkdir(join(folder, 'small'), { recursive: true })
  await writeFile(join(folder, 'small', '__init__.py'), `version = "${version}"\n`)
  await writeFile(join(folder, 'pyproject.toml'), `[build-system]\nrequires = []\nbackend-path = ["."]\nbuild-backend = "build"\n[project]\nname = "small"\nversion = "${version}"\n`)
  await writeFile(join(folder, 'build.py'), `import zipfile
def build_wheel(directory, settings=None, metadata=None):
    name = "small-${version}-py3-none-any.whl"
    with zipfile.ZipFile(directory + "/" + name, "w") as z:
        z.writestr("small/__init__.py", 'version = "${version}"')
        z.writestr("small-${version}.dist-info/METADATA", "Metadata-Version: 2.1\\nName: small\\nVersion: ${version}\\n")
        z.writestr("small-${version}.dist-info/WHEEL", "Wheel-Version: 1.0\\nGenerator: small\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        z.writestr("small-${version}.dist-info/RECORD", "")
    return name
`)
  return folder
}

test.skipIf(!python)('what is declared is built with its log, kept by its key, and used at once the next time', async () => {
  const { root, jobs, environments, ask } = await desk()
  const folder = await packageAt(root)
  await ask('save', { declared: { name: 'tiny', requirements: `# ours\nsmall @ file://${encodeURI(folder)}\n`, variables: { MODE: 'fast' } }, create: true })
  const build = await ask('build', { name: 'tiny' })
  const job = await jobs.settled(build.body.id)
  expect([job.state, job.error]).toEqual(['done', null])
  expect(await readFile(join(jobs.folderOf(job.id), 'log'), 'utf8')).toContain('==> Ready: ')
  const usable = await environments.usable('tiny')
  expect([execFileSync(usable.interpreter, ['-c', 'import small; print(small.version)'], { encoding: 'utf8' }), usable.lock, usable.variables]).toEqual(['1.0\n', 'small==1.0', { MODE: 'fast' }])
  expect(await environments.ensure('tiny', 'me')).toBe(undefined)
  const shown = await ask('get', { name: 'tiny' })
  expect([shown.body.state, shown.body.packages, shown.body.path]).toEqual(['ready', [{ name: 'small', version: '1.0', declared: true }], 'environments/tiny'])
  await writeFile(join(root, 'environments', 'tiny', 'requirements.txt'), '')
  const stale = await ask('get', { name: 'tiny' })
  expect([stale.body.state, stale.body.reason]).toEqual(['stale', `Since it was built, the requirements changed (− small @ file://${encodeURI(folder)}).`])
})

test.skipIf(!python)('two builds of one environment at once are one build', async () => {
  const { ask, jobs } = await desk()
  await ask('save', { declared: { name: 'twice' }, create: true })
  const [first, second] = await Promise.all([ask('build', { name: 'twice', again: true }), ask('build', { name: 'twice', again: true })])
  expect(second.body.id).toBe(first.body.id)
  expect((await jobs.settled(first.body.id)).state).toBe('done')
})

test.skipIf(!python)('a requirement that does not exist fails with a sentence, and nothing half-built stays', async () => {
  const { ask, jobs, environments, root } = await desk()
  await ask('save', { declared: { name: 'wrong', requirements: `small @ file://${encodeURI(root)}/nowhere\n` }, create: true })
  const build = await ask('build', { name: 'wrong' })
  expect((await jobs.settled(build.body.id)).state).toBe('failed')
  const shown = await ask('get', { name: 'wrong' })
  expect([shown.body.state, await environments.keys()]).toEqual(['failed', expect.not.arrayContaining([shown.body.key])])
  await expect(environments.usable('wrong')).rejects.toThrow('The environment “wrong” is not built yet.')
})

test.skipIf(!python)('any interpreter is adopted as it is, and what is none is refused', async () => {
  const { ask, environments } = await desk()
  const adopted = await ask('adopt', { name: 'mine', path: python })
  expect([adopted.status, adopted.body.state, adopted.body.interpreter]).toEqual([200, 'ready', python])
  expect((await ask('adopt', { name: 'none', path: '/bin/ls' })).body.message).toBe('“/bin/ls” is no Python: it is not there or does not start. Give the path of an interpreter, such as …/bin/python, or the folder of a venv.')
  const { packages, platform } = (await ask('get', { name: 'mine' })).body
  expect(packages.map(({ name }: { name: string }) => name)).toContain('pandas')
  environments.used('mine', { job: 'j', run: null, title: 'Train', by: 'me', at: '2026-01-02T03:04:05.000Z', key: `adopted:${python}` })
  const listed = await environments.summary('mine')
  expect([listed.packages, listed.lastUsed, platform]).toEqual([packages.length, '2026-01-02T03:04:05.000Z', expect.stringMatching(/^cpython-3/)])
})

test.skipIf(!python)('what is installed into an adopted environment later is seen', async () => {
  const { ask, root } = await desk()
  const own = join(root, 'venv')
  execFileSync(python ?? '', ['-m', 'venv', '--without-pip', own])
  await ask('adopt', { name: 'own', path: join(own, 'bin', 'python') })
  const packages = async () => (await ask('get', { name: 'own' })).body.packages
  expect(await packages()).toEqual([])
  const site = execFileSync(join(own, 'bin', 'python'), ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'], { encoding: 'utf8' }).trim()
  await mkdir(join(site, 'late-2.0.dist-info'))
  await writeFile(join(site, 'late-2.0.dist-info', 'METADATA'), 'Metadata-Version: 2.1\nName: late\nVersion: 2.0\n')
  expect(await packages()).toEqual([{ name: 'late', version: '2.0', declared: false }])
})

test('a version that the machine lacks is told with those that it has', async () => {
  const { ask } = await desk()
  const saved = await ask('save', { declared: { name: 'old', python: '3.99' }, create: true })
  expect([saved.body.state, saved.body.reason.split(' (')[0]]).toEqual(['missing', python ? '“old” wants Python 3.99, which is not on this machine' : saved.body.reason])
  expect((await ask('save', { declared: { name: '../out' } })).status).toBe(400)
})

test.skipIf(!python)('however many ask at once, each Python of the machine is started once', async () => {
  const { root, ask } = await desk()
  const counted = join(root, '.venv', 'bin', 'python')
  await mkdir(join(root, '.venv', 'bin'), { recursive: true })
  await writeFile(counted, `#!/bin/sh\necho asked >> "${root}/asked"\nexec "${python}" "$@"\n`, { mode: 0o755 })
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask('list', {})))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  expect(await readFile(join(root, 'asked'), 'utf8')).toBe('asked\n')
})
