import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { plainPython, testPython } from '#node/test-python.test.util.ts'

const python = plainPython()
const withNumpy = testPython()

test.skipIf(!python)('the Python part passes its own tests', () => {
  const { status, stderr } = spawnSync(python ?? '', ['-W', 'error::ResourceWarning', '-m', 'unittest', 'discover', '-s', 'tests', '-t', '.'], { cwd: import.meta.dirname, encoding: 'utf8', env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } })
  expect([status, status === 0 ? '' : stderr]).toEqual([0, ''])
})

test.skipIf(!withNumpy)('what compares a model with its ONNX file passes its own tests', () => {
  const { status, stderr } = spawnSync(withNumpy ?? '', ['-m', 'unittest', 'tests.test_to_onnx'], { cwd: import.meta.dirname, encoding: 'utf8', env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } })
  expect([status, status === 0 && !stderr.includes('skipped') ? '' : stderr]).toEqual([0, ''])
})
