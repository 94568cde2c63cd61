import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { plainPython } from '#node/test-python.test.util.ts'

const python = plainPython()

test.skipIf(!python)('the Python part passes its own tests', () => {
  const { status, stderr } = spawnSync(python ?? '', ['-W', 'error::ResourceWarning', '-m', 'unittest', 'discover', '-s', 'tests', '-t', '.'], { cwd: import.meta.dirname, encoding: 'utf8', env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } })
  expect([status, status === 0 ? '' : stderr]).toEqual([0, ''])
})
