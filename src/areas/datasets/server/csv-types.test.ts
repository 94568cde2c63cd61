import { expect, test } from 'vitest'
import { openDesk } from './desk.test.util.ts'

test('2,000 columns are told apart in one read, each by its own values', async () => {
  const cell = [(r: number, i: number) => `${r * i}`, (r: number, i: number) => `t${r + i}`, (r: number, i: number) => `${r * i}.5`, (r: number) => `2024-01-${String((r % 28) + 1).padStart(2, '0')}`] as const
  const places = Array.from({ length: 2000 }, (_, i) => i)
  const lines = Array.from({ length: 100 }, (_, r) => places.map((i) => cell[i % 4]?.(r, i)).join(','))
  const { sniffed } = openDesk({ 'wide.csv': `${places.map((i) => `col${i}`).join(',')}\n${lines.join('\n')}\n` })
  const { columns, sample, warnings } = await sniffed('wide.csv')
  expect(columns).toEqual(places.map((i) => ({ name: `col${i}`, type: ['BIGINT', 'VARCHAR', 'DOUBLE', 'DATE'][i % 4] })))
  expect([sample.length, sample[2]?.slice(0, 4), sample[2]?.[1999], warnings]).toEqual([50, ['0', 't3', 4.5, '2024-01-03'], '2024-01-03', []])
})

test('yes and no are truth where all values are such words; a column of one word alone, such as a country code, stays text', async () => {
  const { sniffed, take, rowsOf } = openDesk({ 'flags.csv': 'a,b,c,land\ntrue,yes,Y,NO\nfalse,no,N,NO\n,,y,NO\nyes,NO,n,NO\n' })
  expect((await sniffed('flags.csv')).columns.map(({ type }) => type)).toEqual(['BOOLEAN', 'BOOLEAN', 'BOOLEAN', 'VARCHAR'])
  await take('flags.csv')
  expect(await rowsOf('flags')).toEqual([[true, true, true, 'NO'], [false, false, false, 'NO'], [null, null, true, 'NO'], [true, false, false, 'NO']])
})

test('a column of truths with another word among them is text, and that is told', async () => {
  const { sniffed } = openDesk({ 'maybe.csv': 'id,flag\n1,true\n2,false\n3,true\n4,maybe\n' })
  const { columns, warnings } = await sniffed('maybe.csv')
  expect(columns[1]?.type).toBe('VARCHAR')
  expect(warnings).toEqual(['“flag” holds true and false but for 1 of the first 4 values (e.g. “maybe”), so it is read as text. If that stands for a missing value, name it under “Missing values”.'])
})

test('postcodes whose leading zeros come late stay text', async () => {
  const lines = Array.from({ length: 30_000 }, (_, i) => `${i},${i === 25_000 ? '00501' : 10_000 + i}`)
  const { columns, warnings } = await openDesk({ 'zip.csv': `id,zip\n${lines.join('\n')}\n` }).sniffed('zip.csv')
  expect(columns.map(({ type }) => type)).toEqual(['BIGINT', 'VARCHAR'])
  expect(warnings).toEqual(['“zip” begins as BIGINT, but 1 later value is not (e.g. “00501”), so it is read as text. Choose BIGINT to leave those empty and have them listed.'])
})

test('a column that is left out is not read, and what is wrong in the others is told under their names', async () => {
  const { sniffed, take, rowsOf, rejectsOf } = openDesk({ 'three.csv': 'a,secret,n\n1,x,5\n2,y,z\n' })
  const columns = [{ name: 'a', type: 'BIGINT' }, { name: 'secret', type: 'LEFT OUT' }, { name: 'n', type: 'BIGINT' }]
  const { dialect } = await sniffed('three.csv', { columns })
  await take('three.csv', { dialect: dialect ?? undefined })
  expect(await rowsOf('three')).toEqual([['1', '5'], ['2', null]])
  expect((await rejectsOf('three')).rows).toMatchObject([{ line: 3, column: 'n', text: 'z' }])
  await expect(sniffed('three.csv', { columns: columns.map(({ name }) => ({ name, type: 'LEFT OUT' })) })).rejects.toThrow('keep at least one')
})
