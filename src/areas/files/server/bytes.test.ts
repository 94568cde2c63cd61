import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { workspaceOf } from './files.test.util.ts'

test('a range of a file is answered with that part', async () => {
  const { app } = workspaceOf({ 'a.bin': '0123456789', 'empty.bin': '' })
  const ranges = { 'bytes=2-4': [206, '234', 'bytes 2-4/10'], 'bytes=7-': [206, '789', 'bytes 7-9/10'], 'bytes=-3': [206, '789', 'bytes 7-9/10'], 'bytes=0-99': [206, '0123456789', 'bytes 0-9/10'], 'bytes=10-': [416, '', 'bytes */10'], 'bytes=1-2,4-5': [200, '0123456789', null], rubbish: [200, '0123456789', null] }
  for (const [range, expected] of Object.entries(ranges)) {
    const answer = await app.request('/files/raw?path=a.bin', { headers: { range } })
    expect([answer.status, await answer.text(), answer.headers.get('content-range')]).toEqual(expected)
  }
  expect(await (await app.request('/files/raw?path=empty.bin')).text()).toBe('')
})

test('every byte answer is sandboxed and not guessed; what could run is a download', async () => {
  const { app } = workspaceOf({ 'a.html': '<script>', 'a.svg': '<svg/>', 'a.png': 'x', 'é "1".js': 'x' })
  const heads = await Promise.all(['a.html', 'a.svg', 'a.png', 'é "1".js'].map(async (path) => (await app.request(`/files/raw?path=${encodeURIComponent(path)}`)).headers))
  expect(heads.map((head) => [head.get('content-type'), head.get('content-disposition')])).toEqual([
    ['application/octet-stream', "attachment; filename*=UTF-8''a.html"],
    ['image/svg+xml', "inline; filename*=UTF-8''a.svg"],
    ['image/png', "inline; filename*=UTF-8''a.png"],
    ['application/octet-stream', "attachment; filename*=UTF-8''%C3%A9%20%221%22.js"],
  ])
  for (const head of heads) expect([head.get('x-content-type-options'), head.get('content-security-policy')?.startsWith('sandbox;')]).toEqual(['nosniff', true])
})

test('folders and files come as one archive, without what is the studio’s and without what lies outside', async () => {
  const { app, root, base } = workspaceOf({ 'data/a.csv': 'a', 'data/deep/b.txt': 'bb', 'notes.md': 'n', '.atelier/atelier.db': 'secret' })
  writeFileSync(join(base, 'outside.txt'), 'outside')
  symlinkSync(join(base, 'outside.txt'), join(root, 'data', 'out.txt'))
  symlinkSync(join(root, 'notes.md'), join(root, 'data', 'in.md'))
  symlinkSync(root, join(root, 'data', 'loop'))
  const zipped = async (query: string) => {
    const answer = await app.request(`/files/zip?${query}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    return [answer.headers.get('content-disposition'), namesIn(bytes)]
  }
  expect(await zipped('path=data')).toEqual(["attachment; filename*=UTF-8''data.zip", ['data/', 'data/a.csv', 'data/deep/', 'data/deep/b.txt', 'data/in.md']])
  expect(await zipped('path=data/a.csv&path=data/deep&path=data/deep/b.txt')).toEqual(["attachment; filename*=UTF-8''data.zip", ['a.csv', 'deep/', 'deep/b.txt']])
  expect(await zipped('path=')).toEqual(["attachment; filename*=UTF-8''root.zip", ['data/', 'data/a.csv', 'data/deep/', 'data/deep/b.txt', 'data/in.md', 'notes.md']])
  const refused = await Promise.all(['', 'path=none', 'path=../outside.txt', 'path=.atelier', 'path=data&path=/etc/passwd'].map(async (query) => (await app.request(`/files/zip?${query}`)).status))
  expect(refused).toEqual([400, 404, 403, 403, 403])
})

test('an unchanged file is not sent again', async () => {
  const { app } = workspaceOf({ 'a.txt': 'x' })
  const etag = (await app.request('/files/raw?path=a.txt')).headers.get('etag') ?? ''
  expect((await app.request('/files/raw?path=a.txt', { headers: { 'if-none-match': etag } })).status).toBe(304)
})

test('an upload whose name is taken is told, kept beside or put in its place', async () => {
  const { app, root, files } = workspaceOf({ 'a.txt': 'old' })
  const put = (query: string, body: string) => app.request(`/files/upload?path=${query}`, { method: 'PUT', body })
  const told = await put('a.txt', 'new')
  expect([told.status, await told.json()]).toEqual([409, { code: 'conflict', message: 'There is already a “a.txt” here. Keep both, or replace it.', where: 'path' }])
  expect(await (await put('a.txt&taken=both', 'new')).json()).toMatchObject({ path: 'a-new.txt', bytes: 3 })
  expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('old')
  expect(await (await put('a.txt&taken=replace', 'newer')).json()).toMatchObject({ path: 'a.txt', bytes: 5 })
  expect(files.trashed().map(({ path, bytes }) => [path, bytes])).toEqual([['a.txt', 3]])
  expect(await (await put('deep/er/b.txt', '')).json()).toMatchObject({ path: 'deep/er/b.txt', bytes: 0 })
  expect([readFileSync(join(root, 'a.txt'), 'utf8'), readFileSync(join(root, 'a-new.txt'), 'utf8')]).toEqual(['newer', 'new'])
})

test('an upload that breaks off leaves nothing', async () => {
  const { app, root } = workspaceOf()
  const broken = new ReadableStream({
    start(control) { control.enqueue(new Uint8Array(1000)) },
    pull() { throw new Error('the line is cut') },
  })
  const streamed = { method: 'PUT', body: broken, duplex: 'half' }
  const cut = await app.request(new Request('http://x/files/upload?path=a.bin', streamed))
  const short = await app.request('/files/upload?path=b.bin', { method: 'PUT', body: 'abc', headers: { 'content-length': '7' } })
  expect([cut.status, short.status, (await short.json()).message]).toEqual([400, 400, 'The upload was cut off after 3 of 7 bytes; nothing was kept. Upload it again.'])
  expect([readdirSync(root), readdirSync(join(root, '.atelier/incoming'))]).toEqual([['.atelier'], []])
})

test('an upload larger than the free disk is refused before it begins', async () => {
  const { app } = workspaceOf()
  const answer = await app.request('/files/upload?path=big.bin', { method: 'PUT', body: 'x', headers: { 'content-length': String(2 ** 60) } })
  expect([answer.status, (await answer.json()).code]).toEqual([413, 'too_large'])
})

/** The names of the central directory. */
function namesIn(zip: Buffer): string[] {
  const [count, from] = [zip.readUInt16LE(zip.length - 12), zip.readUInt32LE(zip.length - 6)]
  const names: string[] = []
  for (let at = from; names.length < count;) {
    const length = zip.readUInt16LE(at + 28)
    names.push(zip.toString('utf8', at + 46, at + 46 + length))
    at += 46 + length + zip.readUInt16LE(at + 30)
  }
  return names
}
