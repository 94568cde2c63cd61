import { expect, test } from 'vitest'
import { openDesk } from './desk.test.util.ts'
import type { Wish } from '../domain/dataset.ts'

const ragged = 'a,b,c\n1,2,3\n4,5\n6,7,8,"9,x"\n,,\n10,NA,12\n13,14,15,\nx,1,2\n'
const nulls = { nullText: ['', 'NA'] }

async function taken(wish: Wish, text = ragged) {
  const { sniffed, take, rowsOf, rejectsOf } = openDesk({ 'rag.csv': text })
  const { dialect, sample, warnings } = await sniffed('rag.csv', { ...nulls, ...wish })
  if (!dialect) throw new Error('A CSV has a dialect.')
  const columns = ['a', 'b', 'c'].map((name) => ({ name, type: 'BIGINT' }))
  await take('rag.csv', { dialect: { ...dialect, columns } })
  const { leftOut, emptied, mended, rows } = await rejectsOf('rag')
  return { sample, warnings, rows: await rowsOf('rag'), counts: [leftOut, emptied, mended], rejects: rows.map(({ line, problem, text: one }) => [line, problem, one]) }
}

test('short lines are filled where that is chosen; long ones are left out, and both are listed', async () => {
  const { warnings, sample, rows, counts, rejects } = await taken({ short: 'fill' })
  expect(warnings.slice(0, 2)).toEqual(['1 of the first 8 lines has fewer than 3 fields and will be filled with missing values.', '2 of the first 8 lines have more than 3 fields and will be left out and listed as rejects.'])
  expect(sample.map((row) => row[0])).toEqual(['1', '4', null, '10', '13', 'x'])
  expect(rows).toEqual([['1', '2', '3'], ['4', '5', null], [null, null, null], ['10', null, '12'], ['13', '14', '15'], [null, '1', '2']])
  expect(counts).toEqual([1, 1, 1])
  expect(rejects).toEqual([[3, 'Filled with missing values: fewer than 3 fields', '4,5'], [4, 'Left out: more than 3 fields', '6,7,8,"9,x"'], [8, 'Left empty: the text is not BIGINT', 'x']])
})

test('long lines lose their extra cells where that is chosen; short ones are left out, and both are listed', async () => {
  const { rows, counts, rejects } = await taken({ long: 'cut' })
  expect(rows).toEqual([['1', '2', '3'], ['6', '7', '8'], [null, null, null], ['10', null, '12'], ['13', '14', '15'], [null, '1', '2']])
  expect(counts).toEqual([1, 1, 1])
  expect(rejects).toEqual([[3, 'Left out: fewer than 3 fields', '4,5'], [4, 'Extra cells dropped: more than 3 fields', '9,x'], [8, 'Left empty: the text is not BIGINT', 'x']])
})

test('with both chosen every line is a row', async () => {
  const { rows, counts } = await taken({ short: 'fill', long: 'cut' })
  expect([rows.length, counts]).toEqual([7, [0, 1, 2]])
})

test('a quote that never closes is told before the import with its line, and what it takes is listed', async () => {
  const { sniffed, take, rowsOf, rejectsOf } = openDesk({ 'open.csv': 'a,b\n1,x\n2,"open\n3,y\n4,z\n' })
  const { warnings, sample } = await sniffed('open.csv')
  expect([warnings, sample]).toEqual([['A quote opens on line 3 and never closes: that line and all below it will be left out. Close it in the file, or choose another quote.'], [['1', 'x']]])
  await take('open.csv')
  expect([await rowsOf('open'), (await rejectsOf('open')).leftOut]).toEqual([[['1', 'x']], 1])
  expect((await sniffed('open.csv', { quote: '' })).sample).toEqual([['1', 'x'], ['2', '"open'], ['3', 'y'], ['4', 'z']])
})

test('a quote that opens early in a long file and does not close is told, too', async () => {
  const lines = Array.from({ length: 120_000 }, (_, i) => `${i},text ${i}`)
  const { warnings } = await openDesk({ 'long.csv': `a,b\n1,x\n2,"open\n${lines.join('\n')}\n` }).sniffed('long.csv')
  expect(warnings[0]).toBe('A quote opens on line 3 and does not close in the lines below that were looked at: they will be left out. Close it in the file, or choose another quote.')
})
