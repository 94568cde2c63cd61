import { utimesSync, writeFileSync, rmSync, readFileSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDesk, sentenceOf } from './desk.test.util.ts'

async function parquet(desk: ReturnType<typeof openDesk>, path: string, select: string) {
  await desk.duck.read({ text: `COPY (${select}) TO '${join(desk.root, path)}' (FORMAT parquet)` })
}

test('Parquet is scrolled in place: a file, a folder and a pattern', async () => {
  const desk = openDesk()
  mkdirSync(join(desk.root, 'p'))
  for (const i of [1, 2, 10]) await parquet(desk, `p/part-${i}.parquet`, `SELECT ${i} AS a, 'x${i}' AS b UNION ALL SELECT ${i * 100}, NULL`)
  await desk.take('p')
  await desk.take('p/part-1*.parquet', { name: 'some' })
  expect(await desk.rowsOf('p')).toEqual([[1, 'x1'], [100, null], [2, 'x2'], [200, null], [10, 'x10'], [1000, null]])
  expect(await desk.rowsOf('some')).toEqual([[1, 'x1'], [100, null], [10, 'x10'], [1000, null]])
  const { shards, version } = await desk.datasets.relation('p')
  expect([shards.map(({ rows, first }) => [rows, first]), version.columns, version.rows]).toEqual([[[2, 0], [2, 2], [2, 4]], [{ name: 'a', type: 'INTEGER' }, { name: 'b', type: 'VARCHAR' }], 6])
  expect(existsSync(join(desk.root, '.atelier', 'datasets', version.fingerprint))).toBe(false)
})

test('names that DuckDB takes for patterns, and names that clash, are read as they are', async () => {
  const desk = openDesk()
  await parquet(desk, 'y1.parquet', 'SELECT 1 AS a')
  await parquet(desk, 'y[1].parquet', 'SELECT 7 AS a, {\'p\': 1, \'q\': [2]} AS s, 8 AS "B", NULL::INTEGER AS "größe 🙂"')
  await desk.take('y[1].parquet')
  expect((await desk.datasets.get('y 1')).version.columns).toEqual([{ name: 'a', type: 'INTEGER' }, { name: 's', type: 'STRUCT(p INTEGER, q INTEGER[])' }, { name: 'B', type: 'INTEGER' }, { name: 'größe 🙂', type: 'INTEGER' }])
  expect(await desk.rowsOf('y 1')).toEqual([[7, { p: 1, q: [2] }, 8, null]])
})

test('Parquet of no rows is a data set of no rows; a cut-off, empty or other file is refused in words', async () => {
  const desk = openDesk({ 'zero.parquet': '', 'small.parquet': 'PAR1', 'text.parquet': 'this is not a parquet file' })
  await parquet(desk, 'none.parquet', 'SELECT 1 AS a WHERE false')
  await parquet(desk, 'whole.parquet', 'SELECT * FROM range(1000)')
  writeFileSync(join(desk.root, 'cut.parquet'), readFileSync(join(desk.root, 'whole.parquet')).subarray(0, 500))
  writeFileSync(join(desk.root, 'lies.parquet'), Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(100, 7), Buffer.from([50, 0, 0, 0]), Buffer.from('PAR1')]))
  await desk.take('none.parquet')
  expect(await desk.rowsOf('none')).toEqual([])
  expect(await Promise.all(['zero', 'small', 'text', 'cut'].map((name) => sentenceOf(desk.take(`${name}.parquet`))))).toEqual([
    'invalid: “zero.parquet” is not a whole Parquet file: it is empty. If it was copied or downloaded, get it again.',
    'invalid: “small.parquet” is not a whole Parquet file: it has only 4 bytes. If it was copied or downloaded, get it again.',
    'invalid: “text.parquet” is not a whole Parquet file: its end is missing, so it was cut off. If it was copied or downloaded, get it again.',
    'invalid: “cut.parquet” is not a whole Parquet file: its end is missing, so it was cut off. If it was copied or downloaded, get it again.',
  ])
  expect(await sentenceOf(desk.take('lies.parquet'))).toMatch(/^invalid: /)
})

test('files of one set must have the same columns', async () => {
  const desk = openDesk()
  mkdirSync(join(desk.root, 'd'))
  await parquet(desk, 'd/1.parquet', 'SELECT 1 AS a, 2 AS b')
  await parquet(desk, 'd/2.parquet', "SELECT 1 AS a, 'x' AS b")
  expect(await sentenceOf(desk.take('d'))).toBe('invalid: The files do not have the same columns: column 2 is “b” (INTEGER) in “d/1.parquet” and “b” (VARCHAR) in “d/2.parquet”. Name a folder or a pattern that holds only files with the same columns.')
})

test('a folder of different formats, a link out of the workspace and the studio’s own folder are refused', async () => {
  const desk = openDesk({ 'mix/a.csv': 'a\n1\n', 'mix/b.json': '[]', 'none/x.xyz': '?' })
  mkdirSync(join(desk.root, 'void'))
  symlinkSync('/etc', join(desk.root, 'away'))
  expect(await Promise.all(['mix', 'none', 'void', 'away/passwd', '.atelier/atelier.db', ''].map((path) => sentenceOf(desk.sniffed(path))))).toEqual([
    'invalid: “mix” holds files of different formats (1 csv, 1 json). Name those that belong together with a pattern, e.g. mix/*.csv.',
    'invalid: “none” holds no tables, images or texts that can be read (1 .xyz).',
    'invalid: The folder “void” holds no files.',
    'forbidden: “away/passwd” lies outside the workspace. Only files in it can be opened; copy or upload it first.',
    'forbidden: “.atelier/atelier.db” belongs to the studio itself and is not opened by hand.',
    'invalid: Name a file, a folder or a pattern in the workspace.',
  ])
})

test('a source that changed or went is told; refreshing reads it as a new version; touching it changes nothing', async () => {
  const desk = openDesk({ 'a.csv': 'n\n1\n' })
  await parquet(desk, 'b.parquet', 'SELECT 1 AS n')
  await desk.take('a.csv')
  await desk.take('b.parquet')
  utimesSync(join(desk.root, 'b.parquet'), 5, 5)
  const states = async () => (await desk.reopen().list()).map(({ name, sourceState }) => [name, sourceState])
  expect(await states()).toEqual([['a', 'same'], ['b', 'same']])
  expect(await desk.rowsOf('b')).toEqual([[1]])
  desk.put('a.csv', 'n\n1\n2\n')
  await parquet(desk, 'b.parquet', 'SELECT 1 AS n, 2 AS m FROM range(3)')
  expect(await states()).toEqual([['a', 'changed'], ['b', 'changed']])
  expect(await desk.rowsOf('a')).toEqual([['1']])
  expect(await sentenceOf(desk.rowsOf('b'))).toBe('conflict: “b.parquet” changed on disk since version 1 of “b” was recorded. Refresh it to read it as a new version.')
  const { job } = await desk.datasets.refresh('a', 'me')
  await desk.jobs.settled(job ?? '')
  await desk.datasets.refresh('b', 'me')
  expect(await states()).toEqual([['a', 'same'], ['b', 'same']])
  expect([await desk.rowsOf('a'), (await desk.rowsOf('b')).length, desk.datasets.history('a').map(({ version, rows, parent }) => [version, rows, parent?.version])]).toEqual([[['1'], ['2']], 3, [[2, 2, 1], [1, 1, undefined]]])
  rmSync(join(desk.root, 'b.parquet'))
  expect((await states())[1]).toEqual(['b', 'gone'])
  expect(await sentenceOf(desk.rowsOf('b'))).toBe('missing: “b.parquet”, the source of “b”, is gone. Put it back, or register it where it is now.')
})

test('the same content again gives the version that is there', async () => {
  const desk = openDesk({ 'a.csv': 'n\n1\n', 'other/a.csv': 'n\n9\n' })
  const first = await desk.take('a.csv')
  utimesSync(join(desk.root, 'a.csv'), 5, 5)
  expect([first, await desk.take('a.csv'), await desk.take('a.csv'), await desk.take('other/a.csv')]).toEqual([{ dataset: 'a', version: 1 }, { dataset: 'a', version: 1 }, { dataset: 'a', version: 1 }, { dataset: 'a 2', version: 1 }])
})

test('folders of images and texts are listed with their labels', async () => {
  const png = readFileSync('node_modules/vega-datasets/data/ffox.png')
  const desk = openDesk({ 'pets/cat/1.png': png, 'pets/dog/2.png': png, 'pets/readme.md': 'x', 'mail/spam/1.txt': 'buy é now', 'mail/ham/2.txt': Buffer.from('ol\xe1', 'latin1') })
  expect((await desk.sniffed('pets')).warnings).toEqual(['1 other file is left out: “pets” is read for its 2 images files.'])
  await desk.take('pets')
  await desk.take('mail')
  expect(await desk.rowsOf('pets')).toEqual([['pets/cat/1.png', 'cat', String(png.length), expect.any(Number), expect.any(Number)], ['pets/dog/2.png', 'dog', String(png.length), expect.any(Number), expect.any(Number)]])
  expect(await desk.rowsOf('mail')).toEqual([['mail/ham/2.txt', 'ham', '3', 'olá'], ['mail/spam/1.txt', 'spam', '10', 'buy é now']])
  expect(await desk.datasets.items({ dataset: 'pets', from: 1, size: 10 }, new AbortController().signal)).toEqual({ total: 2, items: [{ path: 'pets/dog/2.png', name: '2.png', bytes: png.length, label: 'dog' }] })
})

test('bytes of work that was cut off are swept at the next start, those of a version stay', async () => {
  const desk = openDesk({ 'a.csv': 'n\n1\n' })
  await desk.take('a.csv')
  const stage = await desk.datasets.newStage()
  desk.put('.atelier/tmp/utf8_x.txt', 'left over')
  const folders = () => readdirSync(join(desk.root, '.atelier', 'datasets'))
  expect(folders().length).toBe(2)
  desk.reopen()
  expect([existsSync(stage), folders().length, existsSync(join(desk.root, '.atelier/tmp/utf8_x.txt'))]).toEqual([false, 1, false])
  expect(await desk.rowsOf('a')).toEqual([['1']])
})
