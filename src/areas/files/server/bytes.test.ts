import { readdirSync, readFileSync } from 'node:fs'
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
