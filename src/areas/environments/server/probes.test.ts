import { execFileSync } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { plainPython } from '#node/test-python.test.util.ts'
import { folderFor, openDesk, removeFolders } from './desk.test.util.ts'

const python = plainPython() ?? ''
afterEach(() => vi.unstubAllEnvs())
afterAll(removeFolders)

/** A machine whose one Python is a start script that leads to another folder, as pyenv's do, and that counts how often it is started. */
async function machine() {
  const [bin, own, home] = [await folderFor('bin '), await folderFor('own '), await folderFor('cache ')]
  execFileSync(python, ['-m', 'venv', '--without-pip', own])
  const script = join(bin, 'python3')
  const counted = async (more = '') => writeFile(script, `#!/bin/sh\necho asked >> "${home}/asked"\n${more}exec "${own}/bin/python" "$@"\n`, { mode: 0o755 })
  await counted()
  vi.stubEnv('PATH', bin)
  vi.stubEnv('HOME', await folderFor('nobody '))
  const studio = async () => (await openDesk(home)).ask
  const starts = async () => (await readFile(join(home, 'asked'), 'utf8')).split('\n').length - 1
  const kept = () => vi.waitFor(async () => expect(await readFile(join(home, 'pythons.json'), 'utf8')).toContain(script), 10_000)
  return { own, home, counted, studio, starts, kept }
}

const paths = (answer: { body: readonly { path: string }[] }) => answer.body.map(({ path }) => path)

test.skipIf(!python)('a studio that starts anew knows what the Pythons said, until their files change', async () => {
  const { own, counted, studio, starts, kept } = await machine()
  const found = [join(own, 'bin', 'python')]
  expect([paths(await (await studio())('interpreters', {})), await starts()]).toEqual([found, 1])
  await kept()
  expect([paths(await (await studio())('interpreters', {})), await starts()]).toEqual([found, 1])
  await counted('# newer\n')
  expect([paths(await (await studio())('interpreters', {})), await starts()]).toEqual([found, 2])
})

test.skipIf(!python)('a Python that is gone is not offered, though what leads to it is there still', async () => {
  const { own, studio, kept } = await machine()
  await (await studio())('interpreters', {})
  await kept()
  await rm(own, { recursive: true })
  expect(paths(await (await studio())('interpreters', {}))).toEqual([])
})

test.skipIf(!python)('what an earlier studio heard is asked again behind the work', async () => {
  const { home, studio, starts, kept } = await machine()
  await (await studio())('interpreters', {})
  await kept()
  const file = join(home, 'pythons.json')
  await writeFile(file, (await readFile(file, 'utf8')).replace(/"version":"3\.\d+\.\d+"/, '"version":"3.99.0"'))
  const ask = await studio()
  const version = async () => (await ask('interpreters', {})).body[0].version
  expect(await version()).toBe('3.99.0')
  await vi.waitFor(async () => expect(await version()).not.toBe('3.99.0'), 15_000)
  expect(await starts()).toBe(2)
})
