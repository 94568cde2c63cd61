import { expect, test } from 'vitest'
import { openDesk, sentenceOf } from './desk.test.util.ts'

function needed<T>(value: T | null): T {
  if (value === null) throw new Error('There is none.')
  return value
}

test('a ragged file keeps its columns; every line is a row or a reject', async () => {
  const { sniffed, take, rowsOf, rejectsOf, datasets } = openDesk({ 'rag.csv': 'a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n"un"closed,2,3\n13,14,15\n' })
  const { dialect, columns, warnings } = await sniffed('rag.csv')
  expect([dialect?.delimiter, columns, warnings]).toEqual([',', [{ name: 'a', type: 'BIGINT' }, { name: 'b', type: 'BIGINT' }, { name: 'c', type: 'BIGINT' }], [
    '1 of the first 7 lines has fewer than 3 fields and will be left out and listed as rejects.', '1 of the first 7 lines has more than 3 fields and will be left out and listed as rejects.',
    'On line 6 text follows a closing quote: the line will be left out and listed as rejects.',
  ]])
  await take('rag.csv')
  expect(await rowsOf('rag')).toEqual([['1', '2', '3'], ['10', '11', '12'], ['13', '14', '15']])
  expect(await rejectsOf('rag')).toEqual({
    total: 3, leftOut: 3, emptied: 0, mended: 0, rows: [
      { line: 3, column: '', problem: 'Left out: fewer than 3 fields', text: '4,5' },
      { line: 4, column: '', problem: 'Left out: more than 3 fields', text: '6,7,8,9' },
      { line: 6, column: '', problem: 'Left out: a quote is not closed, or text follows it', text: '"un"closed,2,3' },
    ],
  })
  expect((await datasets.get('rag')).version.rejects).toBe(3)
})

test('a lying file keeps its rows: cells that are not of the type are left empty and listed with their line', async () => {
  const { sniffed, take, rowsOf, rejectsOf } = openDesk({ 'lie.csv': 'n,when\n1,2020-01-01\nx,2020-01-02\nshort\n3.5,2020-13-01\n5,2020-01-05 10:00\n' })
  const { dialect } = await sniffed('lie.csv')
  expect(dialect?.columns.map(({ type }) => type)).toEqual(['VARCHAR', 'VARCHAR'])
  await take('lie.csv', { dialect: { ...needed(dialect), columns: [{ name: 'n', type: 'BIGINT' }, { name: 'when', type: 'DATE' }] } })
  expect(await rowsOf('lie')).toEqual([['1', '2020-01-01'], [null, '2020-01-02'], [null, null], ['5', null]])
  expect(await rejectsOf('lie')).toEqual({
    total: 5, leftOut: 1, emptied: 4, mended: 0, rows: [
      { line: 3, column: 'n', problem: 'Left empty: the text is not BIGINT', text: 'x' },
      { line: 4, column: '', problem: 'Left out: fewer than 2 fields', text: 'short' },
      { line: 5, column: 'n', problem: 'Left empty: the text is not BIGINT', text: '3.5' },
      { line: 5, column: 'when', problem: 'Left empty: the text is not DATE', text: '2020-13-01' },
      { line: 6, column: 'when', problem: 'Left empty: the text is not DATE', text: '2020-01-05 10:00' },
    ],
  })
})

test('a type that changes after the sample is told before anything is read', async () => {
  const lines = Array.from({ length: 30_000 }, (_, i) => `${i},${i === 25_000 ? 'n/a' : i},${i === 26_000 ? 0.5 : i}`)
  const { sniffed } = openDesk({ 'late.csv': `id,a,b\n${lines.join('\n')}\n` })
  const { columns, warnings } = await sniffed('late.csv')
  expect(columns.map(({ type }) => type)).toEqual(['BIGINT', 'VARCHAR', 'DOUBLE'])
  expect(warnings).toEqual(['“a” begins as BIGINT, but 1 later value is not (e.g. “n/a”), so it is read as text. Choose BIGINT to leave those empty and have them listed.'])
})

test('names that are duplicate, empty, clash in case, are in any script or 300 letters long are kept as they are', async () => {
  const names = ['a', 'a', 'A', '', 'größe 尺寸 🙂', 'x'.repeat(300), 'select', '"q"']
  const { take, rowsOf, datasets, sniffed } = openDesk({ 'names.csv': `${names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',')}\n1,2,3,4,5,6,7,8\n` })
  expect((await sniffed('names.csv')).warnings).toEqual(['“a” stands twice, “A” differs from “a” only in case; in code and exports they are “a”, “a_2” and “A_3”.', '1 column has no name; in code and exports it is “column”.'])
  await take('names.csv')
  expect((await datasets.get('names')).version.columns.map(({ name }) => name)).toEqual(names)
  expect(await rowsOf('names')).toEqual([['1', '2', '3', '4', '5', '6', '7', '8']])
})

test('an empty file, blank lines and a spreadsheet are refused in words; a head alone gives no rows', async () => {
  const { sniffed, take, rowsOf } = openDesk({ 'empty.csv': '', 'blank.csv': '\n\n \n', 'head.csv': 'a,b\n', 'book.xlsx': 'PK', 'bin.csv': new Uint8Array(5000) })
  expect(await Promise.all(['empty.csv', 'blank.csv', 'book.xlsx', 'bin.csv', 'nope.csv', '../out.csv', 'no*.csv'].map((path) => sentenceOf(sniffed(path))))).toEqual([
    'invalid: “empty.csv” is empty: there is nothing to read.',
    'invalid: “blank.csv” holds only blank lines: there is nothing to read.',
    'invalid: “book.xlsx” cannot be read as a table. Save it as CSV, JSON, NDJSON or Parquet first.',
    'invalid: “bin.csv” is not text: it holds zero bytes. If it is an archive or a spreadsheet, unpack or export it as CSV first.',
    'missing: There is no “nope.csv” in the workspace.',
    'forbidden: “../out.csv” lies outside the workspace. Only files in it can be opened; copy or upload it first.',
    'missing: No file in the workspace matches “no*.csv”.',
  ])
  expect((await sniffed('head.csv')).warnings).toEqual(['There is a head but no rows below it.'])
  await take('head.csv')
  expect(await rowsOf('head')).toEqual([])
})

test('lines of 5 and 20 MB are read; a file with one past 64 MB is refused with the place of it', async () => {
  const { take, datasets } = openDesk({
    'huge.csv': `a,b\n1,${'x'.repeat(5_000_000)}\n2,${'y'.repeat(20_000_000)}\n3,z\n`,
    'too-huge.csv': `a,b\n1,x\n2,${'y'.repeat(70_000_000)}\n`,
  })
  await take('huge.csv')
  expect((await datasets.get('huge')).version.rows).toBe(3)
  expect(await sentenceOf(take('too-huge.csv'))).toContain('holds a line of more than 64 MB')
})

test('encodings are told or guessed, and any can be chosen', async () => {
  const { sniffed, take, rowsOf } = openDesk({
    'latin.csv': Buffer.from('name,city\nJos\xe9,M\xfcnchen\n', 'latin1'),
    'sixteen.csv': Buffer.from('\ufeffname,city\nJosé,東京\n', 'utf16le'),
    'sjis.csv': new Uint8Array([0x61, 0x2c, 0x62, 0x0a, 0x93, 0x8c, 0x8b, 0x9e, 0x2c, 0x31, 0x0a]),
    'bom.csv': '\ufeffa,b\n1,ü\n',
  })
  expect((await sniffed('latin.csv')).warnings).toEqual(['The file is not UTF-8; it is read as windows-1252. If letters look wrong, choose another encoding.'])
  await take('latin.csv')
  await take('sixteen.csv')
  const { dialect } = await sniffed('sjis.csv', { encoding: 'shift_jis' })
  await take('sjis.csv', dialect ? { dialect } : {})
  await take('bom.csv')
  expect([await rowsOf('latin'), await rowsOf('sixteen'), await rowsOf('sjis'), await rowsOf('bom')]).toEqual([[['José', 'München']], [['José', '東京']], [['東京', '1']], [['1', 'ü']]])
  expect((await sniffed('bom.csv')).columns[0]?.name).toBe('a')
  expect(await sentenceOf(sniffed('latin.csv', { encoding: 'klingon' }))).toBe('invalid: “klingon” is not an encoding that this studio knows. Use a WHATWG name such as utf-8, windows-1252, shift_jis or gb18030.')
})

test('mixed line ends, comment lines before the head, semicolons and decimal commas are read', async () => {
  const { take, rowsOf, sniffed } = openDesk({ 'ends.csv': 'a,b\n1,x\r\n2,"p\n\nq"\r3,z\n', 'euro.csv': '# exported by X\n\nname;price;when\nApfel;1,5;31.12.2020\nBirne;2,25;01.01.2021\n' })
  await take('ends.csv')
  expect(await rowsOf('ends')).toEqual([['1', 'x'], ['2', 'p\n\nq'], ['3', 'z']])
  const { dialect } = await sniffed('euro.csv')
  expect([dialect?.delimiter, dialect?.skip, dialect?.decimal, dialect?.dateFormat]).toEqual([';', 2, ',', '%d.%m.%Y'])
  await take('euro.csv')
  expect(await rowsOf('euro')).toEqual([['Apfel', 1.5, '2020-12-31'], ['Birne', 2.25, '2021-01-01']])
})

test('big integers stay exact, leading zeros stay text, NaN and infinity are numbers', async () => {
  const { take, rowsOf, datasets } = openDesk({ 'nums.csv': 'u,big,zip,f,t,stamp\n9223372036854775808,123456789012345678901234567890,00501,NaN,true,2020-01-01 10:00:00\n1,-5,10001,-inf,false,1999-12-31T23:59:59\n' })
  await take('nums.csv')
  expect((await datasets.get('nums')).version.columns.map(({ type }) => type)).toEqual(['UBIGINT', 'DECIMAL(38,0)', 'VARCHAR', 'DOUBLE', 'BOOLEAN', 'TIMESTAMP'])
  expect(await rowsOf('nums')).toEqual([['9223372036854775808', '123456789012345678901234567890', '00501', 'NaN', true, '2020-01-01 10:00:00'], ['1', '-5', '10001', '-Infinity', false, '1999-12-31 23:59:59']])
})

test('several files are one data set in natural order, their rejects name the file; other columns are refused', async () => {
  const { take, rowsOf, rejectsOf, sniffed } = openDesk({ 'd/p2.csv': 'a,b\n3,x\n4\nq,y\n', 'd/p10.csv': 'a,b\n5,z\n', 'd/p1.csv': 'a,b\n1,u\n2,v\n', 'e/1.csv': 'a,b\n1,2\n', 'e/2.csv': 'a,c\n1,2\n' })
  const { dialect } = await sniffed('d')
  await take('d', { dialect: { ...needed(dialect), columns: [{ name: 'a', type: 'BIGINT' }, { name: 'b', type: 'VARCHAR' }] } })
  expect(await rowsOf('d')).toEqual([['1', 'u'], ['2', 'v'], ['3', 'x'], [null, 'y'], ['5', 'z']])
  expect((await rejectsOf('d')).rows).toEqual([
    { line: 3, column: '', problem: 'd/p2.csv: Left out: fewer than 2 fields', text: '4' },
    { line: 4, column: 'a', problem: 'd/p2.csv: Left empty: the text is not BIGINT', text: 'q' },
  ])
  expect(await sentenceOf(sniffed('e/*.csv'))).toBe('invalid: The files do not have the same columns: “e/1.csv” has 2 (a, b), “e/2.csv” has 2 (a, c). Name a folder or a pattern that holds only files with the same columns.')
})

test('a CSV of 600 columns is read in seconds', async () => {
  const head = Array.from({ length: 600 }, (_, i) => `col${i}`).join(',')
  const line = (r: number) => Array.from({ length: 600 }, (_, i) => (i % 2 ? r * i : `t${r}`)).join(',')
  const { take, datasets } = openDesk({ 'wide.csv': `${head}\n${Array.from({ length: 50 }, (_, r) => line(r)).join('\n')}\n` })
  await take('wide.csv')
  const { version } = await datasets.get('wide')
  expect([version.rows, version.columns.length, version.columns[1]?.type, version.columns[2]?.type]).toEqual([50, 600, 'BIGINT', 'VARCHAR'])
})
