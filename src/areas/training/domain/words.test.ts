import { expect, test } from 'vitest'
import { lineOf, valuesIn, variablesIn, wordsOf } from './words.ts'

test('a line is parted as a shell parts it, and written back to the same words', () => {
  const words = ['--rows', '10', 'a b', '', 'say "hi"', String.raw`back\slash`, 'x=1 2']
  expect(wordsOf(`--rows 10  'a b' "" "say \\"hi\\"" back\\\\slash x="1 2"`)).toEqual(words)
  expect([wordsOf(lineOf(words)), wordsOf(''), wordsOf('"open quote')]).toEqual([words, [], ['open quote']])
})

test('values are numbers where they are written as such', () => {
  expect(valuesIn('1, 0.5, -2e3, tall tree, 1a, ,007')).toEqual([1, 0.5, -2000, 'tall tree', '1a', 7])
})

test('variables are lines of NAME=value', () => {
  expect(variablesIn('A=1\nnot one\n B_2=x=y\n')).toEqual({ A: '1', B_2: 'x=y' })
})
