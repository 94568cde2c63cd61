import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hashOf } from '#node/files.ts'
import { files as calls } from '../contract.ts'
import { workspaceOf } from './files.test.util.ts'

const forbidden = { code: 'forbidden' }

test('a folder lists its folders first and numbers in order, without the studio’s own folder', async () => {
  const { ask } = workspaceOf({ 'part10.csv': 'a', 'part2.csv': 'bb', 'data/x': '', '.atelier/y': '', '.a.txt.0123abcd.part': '' })
  const { entries } = await ask(calls.list, {})
  expect(entries.map(({ path, kind, bytes }) => [path, kind, bytes])).toEqual([['data', 'folder', 0], ['part2.csv', 'file', 2], ['part10.csv', 'file', 1]])
  expect((await ask(calls.list, { folder: 'data' })).entries.map(({ path }) => path)).toEqual(['data/x'])
})

test('nothing outside the workspace is reached by any call', async () => {
  const { ask, app, base, root } = workspaceOf({ 'a.txt': 'a' })
  mkdirSync(join(base, 'root2'))
  writeFileSync(join(base, 'root2', 'secret.txt'), 'secret')
  symlinkSync(join(base, 'root2'), join(root, 'out'))
  symlinkSync(join(base, 'root2', 'secret.txt'), join(root, 'leak.txt'))
  for (const path of ['../root2/secret.txt', join(base, 'root2/secret.txt'), 'out/secret.txt', 'a/../../root2/secret.txt', '.atelier/atelier.db', './.atelier/x']) {
    await expect(ask(calls.read, { path })).rejects.toMatchObject(forbidden)
    await expect(ask(calls.write, { path, text: 'x', expected: null })).rejects.toMatchObject(forbidden)
    await expect(ask(calls.create, { path: `${path}2`, kind: 'file' })).rejects.toMatchObject(forbidden)
    await expect(ask(calls.move, { from: 'a.txt', to: path })).rejects.toMatchObject(forbidden)
    await expect(ask(calls.copy, { from: path, to: 'b.txt' })).rejects.toMatchObject(forbidden)
    await expect(ask(calls.trash, { paths: [path] })).rejects.toMatchObject(forbidden)
    expect((await app.request(`/files/raw?path=${encodeURIComponent(path)}`)).status).toBe(403)
    expect((await app.request(`/files/upload?path=${encodeURIComponent(path)}`, { method: 'PUT', body: 'x' })).status).toBe(403)
  }
  await expect(ask(calls.list, { folder: 'out' })).rejects.toMatchObject(forbidden)
  await expect(ask(calls.read, { path: 'leak.txt' })).rejects.toMatchObject(forbidden)
  await expect(ask(calls.write, { path: 'leak.txt', text: 'x', expected: null })).rejects.toMatchObject(forbidden)
  await expect(ask(calls.read, { path: 'a\0.txt' })).rejects.toMatchObject({ code: 'invalid' })
  expect((await ask(calls.list, {})).entries.map(({ name, astray, link }) => [name, astray, link])).toEqual([['a.txt', false, false], ['leak.txt', true, true], ['out', true, true]])
  expect(readFileSync(join(base, 'root2/secret.txt'), 'utf8')).toBe('secret')
})

test('the workspace folder itself is never moved or deleted', async () => {
  const { ask, root } = workspaceOf({ 'a/b.txt': 'a' })
  for (const path of ['', '.', './', '..', root, 'a/..', '/']) {
    await expect(ask(calls.trash, { paths: [path] })).rejects.toMatchObject(forbidden)
    await expect(ask(calls.move, { from: path, to: 'x' })).rejects.toMatchObject(forbidden)
  }
  expect(existsSync(join(root, 'a/b.txt'))).toBe(true)
})

test('deleting a link leaves what it leads to', async () => {
  const { ask, root } = workspaceOf({ 'a.txt': 'a' })
  symlinkSync(join(root, 'a.txt'), join(root, 'link'))
  await ask(calls.trash, { paths: ['link'] })
  expect((await ask(calls.list, {})).entries.map(({ name }) => name)).toEqual(['a.txt'])
})

test('a text is saved only over the content that was seen', async () => {
  const { ask, root } = workspaceOf({ 'run.sh': 'one' })
  chmodSync(join(root, 'run.sh'), 0o755)
  const seen = await ask(calls.read, { path: 'run.sh' })
  expect(seen).toMatchObject({ kind: 'text', text: 'one', hash: hashOf('one'), whole: true, encoding: 'utf-8', note: '' })
  const saved = await ask(calls.write, { path: 'run.sh', text: 'two', expected: seen.hash })
  await expect(ask(calls.write, { path: 'run.sh', text: 'three', expected: seen.hash })).rejects.toMatchObject({ code: 'conflict', where: 'expected' })
  await expect(ask(calls.write, { path: 'run.sh', text: 'three', expected: null })).rejects.toMatchObject({ code: 'conflict' })
  expect([readFileSync(join(root, 'run.sh'), 'utf8'), saved.hash, statSync(join(root, 'run.sh')).mode & 0o777]).toEqual(['two', hashOf('two'), 0o755])
})

test('of two who save at once, one wins and the other is told', async () => {
  const { ask } = workspaceOf({ 'a.txt': 'one' })
  const expected = hashOf('one')
  const results = await Promise.allSettled(['two', 'three', 'four'].map((text) => ask(calls.write, { path: 'a.txt', text, expected })))
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
})

test('a byte-order mark is kept', async () => {
  const { ask, root } = workspaceOf({ 'a.csv': '\uFEFFx' })
  const { text, bom, hash } = await ask(calls.read, { path: 'a.csv' })
  await ask(calls.write, { path: 'a.csv', text: `${text}y`, bom, expected: hash })
  expect(readFileSync(join(root, 'a.csv'), 'utf8')).toBe('\uFEFFxy')
})

test('what cannot be edited says why', async () => {
  const line = `${'x'.repeat(99)}\n`
  const { ask } = workspaceOf({ 'big.txt': line.repeat(60_000), 'a.png': Uint8Array.of(137, 80, 78, 71, 0), 'latin.txt': Uint8Array.of(99, 233) })
  const big = await ask(calls.read, { path: 'big.txt' })
  expect([big.whole, big.hash, big.text.length % 100, big.note]).toEqual([false, null, 0, 'This file is 6.0 MB; its first 1.0 MB are shown, and it cannot be edited here.'])
  expect(await ask(calls.read, { path: 'a.png' })).toMatchObject({ kind: 'binary', text: '', note: '“a.png” is not text.' })
  expect(await ask(calls.read, { path: 'latin.txt' })).toMatchObject({ text: 'cé', encoding: 'windows-1252', note: 'This file is not UTF-8; it is read as windows-1252 and cannot be saved from here.' })
  await expect(ask(calls.read, { path: 'gone.txt' })).rejects.toEqual({ code: 'missing', message: 'There is no “gone.txt” any more.' })
  await expect(ask(calls.read, { path: '.' })).rejects.toMatchObject({ code: 'invalid' })
})

test('new, renamed and copied things never overwrite', async () => {
  const { ask } = workspaceOf({ 'a.txt': 'a', 'b.txt': 'b', 'dir/c.txt': 'c' })
  await expect(ask(calls.create, { path: 'a.txt', kind: 'file' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(ask(calls.create, { path: 'dir', kind: 'folder' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(ask(calls.move, { from: 'a.txt', to: 'b.txt' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(ask(calls.copy, { from: 'a.txt', to: 'b.txt' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(ask(calls.move, { from: 'dir', to: 'dir/inner/dir' })).rejects.toEqual({ code: 'invalid', message: 'The folder “dir” cannot be moved into itself.', where: 'to' })
  await expect(ask(calls.move, { from: 'gone', to: 'x' })).rejects.toMatchObject({ code: 'missing' })
  await expect(ask(calls.create, { path: 'a\nb', kind: 'file' })).rejects.toMatchObject({ code: 'invalid' })
  expect((await ask(calls.create, { path: 'new/deep.py', kind: 'file' })).path).toBe('new/deep.py')
  expect((await ask(calls.move, { from: 'dir', to: 'moved/dir' })).path).toBe('moved/dir')
  expect((await ask(calls.copy, { from: 'moved/dir' })).path).toBe('moved/dir-copy')
  expect((await ask(calls.copy, { from: 'a.txt' })).path).toBe('a-copy.txt')
  expect((await ask(calls.read, { path: 'moved/dir-copy/c.txt' })).text).toBe('c')
})

test('what was deleted is taken back, beside what took its name', async () => {
  const { ask, root } = workspaceOf({ 'a.txt': 'old', 'dir/b.txt': 'b' })
  const thrown = await ask(calls.trash, { paths: ['a.txt', 'dir/b.txt', 'dir'] })
  expect(thrown.map(({ path, kind, bytes, by }) => [path, kind, bytes, by])).toEqual([['a.txt', 'file', 3, 'local'], ['dir', 'folder', 1, 'local']])
  expect((await ask(calls.list, {})).entries).toEqual([])
  writeFileSync(join(root, 'a.txt'), 'new')
  const back = await ask(calls.restore, { ids: thrown.map(({ id }) => id) })
  expect(back.map(({ path }) => path)).toEqual(['a-restored.txt', 'dir'])
  expect([readFileSync(join(root, 'a-restored.txt'), 'utf8'), readFileSync(join(root, 'dir/b.txt'), 'utf8')]).toEqual(['old', 'b'])
  await expect(ask(calls.restore, { ids: thrown.map(({ id }) => id) })).rejects.toMatchObject({ code: 'missing' })
})

test('an emptied trash holds nothing', async () => {
  const { ask, root } = workspaceOf({ 'a.txt': 'a', 'b.txt': 'b' })
  const [first, second] = await ask(calls.trash, { paths: ['a.txt', 'b.txt'] })
  expect((await ask(calls.empty, { ids: [first?.id ?? ''] })).removed).toBe(1)
  expect((await ask(calls.trashed, {})).map(({ id }) => id)).toEqual([second?.id])
  expect((await ask(calls.empty, {})).removed).toBe(1)
  expect([await ask(calls.trashed, {}), existsSync(join(root, '.atelier/trash', second?.id ?? ''))]).toEqual([[], false])
})

test('paths are found by their letters, without those of quiet folders', async () => {
  const { ask, files } = workspaceOf({ 'src/train_flights.py': '', 'flights.csv': '', 'node_modules/flights.js': '', '.git/flights': '', '.atelier/flights': '' })
  expect((await ask(calls.search, { text: 'flig' })).found.map(({ path }) => path)).toEqual(['flights.csv', 'src/train_flights.py'])
  await files.create('more/flights.sql', 'file')
  expect((await ask(calls.search, { text: 'flights sql' })).found).toEqual([{ path: 'more/flights.sql', kind: 'file', at: [5, 6, 7, 8, 9, 10, 11, 13, 14, 15] }])
})
