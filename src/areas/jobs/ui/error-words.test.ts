import { expect, test } from 'vitest'
import { endWords, errorWords } from './error-words.ts'

test('an error is its sentence and the last line of the log', () => {
  expect(['It ended with exit code 1.\n==> Clearing\n  File "a.py"\nValueError: no column\n', 'Row 3 is short.'].map(errorWords)).toEqual([{ said: 'It ended with exit code 1.', last: 'ValueError: no column' }, { said: 'Row 3 is short.', last: '' }])
})

test('how an attempt ended is said once', () => {
  expect([{ exitCode: 3, signal: null, said: 'It ended with exit code 3.' }, { exitCode: 0, signal: null, said: '' }, { exitCode: null, signal: 'SIGTERM', said: 'Stopped by the user.' }, { exitCode: 127, signal: null, said: 'The command was not found.' }].map(endWords)).toEqual([
    'It ended with exit code 3.', 'exit code 0', 'SIGTERM · Stopped by the user.', 'exit code 127 · The command was not found.',
  ])
})
