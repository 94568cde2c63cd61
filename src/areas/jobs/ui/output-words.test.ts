import { expect, test } from 'vitest'
import { outputWords, unwrittenWords } from './output-words.ts'

const outputs = [{ path: 'a.csv', state: 'written', bytes: 1500, hash: 'x' }, { path: 'b', state: 'missing', bytes: null, hash: null }, { path: 'c', state: 'untouched', bytes: 3, hash: 'y' }] as const

test('what became of declared outputs is told, and what was not written is warned of', () => {
  expect(outputs.map(outputWords)).toEqual(['written, 1.5 kB', 'not written', 'not written: the file is older than this job'])
  expect([unwrittenWords(outputs.slice(0, 1)), unwrittenWords(outputs.slice(0, 2)), unwrittenWords(outputs)]).toEqual(['', 'An output that was declared was not written: “b”.', '2 outputs that were declared were not written: “b”, “c”.'])
})
