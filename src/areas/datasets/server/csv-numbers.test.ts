import { expect, test } from 'vitest'
import { openDesk, sentenceOf } from './desk.test.util.ts'

test('numbers with thousands marks are numbers, whichever marks they have', async () => {
  const { sniffed, take, rowsOf } = openDesk({
    'de.csv': 'name;amount;n\nA;1.234,50;1.234\nB;-12,5;17\nC;1.234.567,00;12.345.678\n',
    'us.csv': 'name,amount,n\nA,"1,234.50","1,234"\nB,12.5,17\nC,"1,234,567.00","12,345,678"\n',
    'fr.csv': 'name;amount;n\nA;1\u00a0234,50;1\u00a0234\nB;12,5;17\n',
    'ch.csv': "name,amount,n\nA,1'234.50,1'234\nB,12.5,17\n",
    'in.csv': 'name,amount,n\nA,"12,34,567.50",1\nB,"1,234.50",2\n',
  })
  const marks = await Promise.all(['de.csv', 'us.csv', 'fr.csv', 'ch.csv', 'in.csv'].map(async (path) => { const { dialect } = await sniffed(path); return [dialect?.decimal, dialect?.thousands, ...(dialect?.columns.slice(1).map(({ type }) => type) ?? [])] }))
  expect(marks).toEqual([[',', '.', 'DOUBLE', 'BIGINT'], ['.', ',', 'DOUBLE', 'BIGINT'], [',', ' ', 'DOUBLE', 'BIGINT'], ['.', "'", 'DOUBLE', 'BIGINT'], ['.', ',', 'DOUBLE', 'BIGINT']])
  for (const path of ['de.csv', 'us.csv', 'fr.csv', 'ch.csv', 'in.csv']) await take(path)
  expect([await rowsOf('de'), await rowsOf('us'), await rowsOf('fr'), await rowsOf('ch'), await rowsOf('in')]).toEqual([
    [['A', 1234.5, '1234'], ['B', -12.5, '17'], ['C', 1_234_567, '12345678']], [['A', 1234.5, '1234'], ['B', 12.5, '17'], ['C', 1_234_567, '12345678']],
    [['A', 1234.5, '1234'], ['B', 12.5, '17']], [['A', 1234.5, '1234'], ['B', 12.5, '17']], [['A', 1_234_567.5, '1'], ['B', 1234.5, '2']],
  ])
})

test('a text that is not grouped by threes is no number beside a thousands mark', async () => {
  const { sniffed } = openDesk({ 'mixed.csv': 'a;b\n1.234,50;1.5\n2,5;2.25\n' })
  const { columns } = await sniffed('mixed.csv')
  expect(columns.map(({ type }) => type)).toEqual(['DOUBLE', 'VARCHAR'])
})

test('a comma that could be either mark is told with how it is read, and can be chosen', async () => {
  const { sniffed } = openDesk({ 'pop.csv': 'town,people\nA,"1,234"\nB,"12,345"\n', 'lone.csv': 'a;b\n1,234;x\n' })
  const [town, lone, chosen] = await Promise.all([sniffed('pop.csv'), sniffed('lone.csv'), sniffed('lone.csv', { decimal: '.', thousands: ',' })])
  expect([town.sample, lone.sample, chosen.sample]).toEqual([[['A', '1234'], ['B', '12345']], [[1.234, 'x']], [['1234', 'x']]])
  expect([town.warnings, lone.warnings, chosen.warnings]).toEqual([
    ['Numbers such as “1,234” could be thousands or have decimals. The comma is read as the thousands mark; change it if that is wrong.'],
    ['Numbers such as “1,234” could be thousands or have decimals. The comma is read as the decimal mark; change it if that is wrong.'], [],
  ])
  expect(await sentenceOf(sniffed('lone.csv', { decimal: ',', thousands: ',' }))).toBe('invalid: The mark between thousands cannot be the decimal mark.')
})

test('a chosen type says what it leaves empty, of how many, with one of them', async () => {
  const { sniffed } = openDesk({ 'loss.csv': 'name,amount,n\nA,"1.234,50",1\nB,2.5,x\nC,,3\n' })
  const types = (...chosen: string[]) => ({ decimal: '.', thousands: '', columns: ['name', 'amount', 'n'].map((name, i) => ({ name, type: chosen[i] ?? 'VARCHAR' })) })
  expect((await sniffed('loss.csv', types('VARCHAR', 'DOUBLE', 'BIGINT'))).losses).toEqual([{ at: 1, empty: 1, of: 2, example: '1.234,50' }, { at: 2, empty: 1, of: 3, example: 'x' }])
  expect((await sniffed('loss.csv', types('VARCHAR', 'VARCHAR', 'VARCHAR'))).losses).toEqual([])
})
