import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { openDesk } from './desk.test.util.ts'

test('killed while publishing, every version that was told of is whole, and nothing half-done stays', async () => {
  const desk = openDesk()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'publish-loop.test.util.ts'), desk.root], { stdio: ['ignore', 'pipe', 'inherit'] })
  const told: number[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    told.push(Number(line))
    if (told.length === 7) setTimeout(() => child.kill('SIGKILL'), 5)
  })
  await new Promise((resolve) => child.on('exit', resolve))
  const datasets = desk.reopen()
  const history = datasets.history('loop')
  expect(history.length).toBeGreaterThanOrEqual(told.length)
  const signal = new AbortController().signal
  const last = await Promise.all(history.map(({ version }) => datasets.preview({ dataset: 'loop', version, from: 19_999, size: 10 }, signal)))
  expect(last.map(({ rows }) => rows)).toEqual(history.map(({ version }) => [['19999', version]]))
  expect(readdirSync(join(desk.root, '.atelier', 'datasets')).sort()).toEqual(history.map(({ fingerprint }) => fingerprint).sort())
})
