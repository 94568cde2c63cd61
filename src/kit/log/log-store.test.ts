import { expect, test } from 'vitest'
import type { LogFeed } from './feed.ts'
import { openLogStore } from './log-store.ts'
import { searchLog } from './search-log.ts'
import type { Found } from './search-log.ts'

/** A log in memory that is read as a server would tell it, and whose news are told by hand. */
function logOf(lines: string[]) {
  let [heard, over] = [() => {}, false]
  const reads: number[] = []
  const feed: LogFeed = {
    read: ({ from, lines: count }) => {
      const [total, bytes] = [lines.length, lines.join('\n').length]
      const first = Math.max(0, from < 0 ? total + from : Math.min(from, total))
      reads.push(from)
      return Promise.resolve({ lines: lines.slice(first, first + count), first, total, bytes, read: bytes, over })
    },
    find: ({ text, from, limit }) => {
      const all = lines.flatMap((line, at) => (at >= from && line.includes(text) ? [{ line: at }] : []))
      const found = limit === 0 ? [] : all.slice(0, limit)
      const stopped = limit > 0 && found.length === limit
      return Promise.resolve({ found, count: stopped ? found.length : all.length, searchedTo: stopped ? (found.at(-1)?.line ?? 0) + 1 : lines.length, whole: !stopped })
    },
    news: { area: 'logs', id: 'one' }, download: '',
  }
  return { feed, reads, hear: (ring: () => void) => { heard = ring; return () => { heard = () => {} } }, tell: () => heard(), end: () => { over = true } }
}

test('a log is looked at once, and again only when news of it come', async () => {
  const lines = ['one']
  const log = logOf(lines)
  const store = openLogStore(log.feed)
  const stop = store.follow(log.hear)
  await expect.poll(() => store.get().tail?.lines).toEqual(['one'])
  lines.push('two')
  log.tell()
  await expect.poll(() => store.get().tail?.lines).toEqual(['one', 'two'])
  expect(log.reads).toEqual([-800, 0])
  stop()
})

test('news that are lost with their stream are made up for', async () => {
  const lines = ['one']
  const log = logOf(lines)
  const store = openLogStore(log.feed)
  const stop = store.follow(() => () => {})
  await expect.poll(() => store.get().tail?.total).toBe(1)
  lines.push('two')
  await expect.poll(() => store.get().tail?.total, { timeout: 5000 }).toBe(2)
  stop()
})

test('lines in sight stay while the end moves on, and pages before are read once', async () => {
  const lines = Array.from({ length: 1650 }, (_, i) => `line ${i}`)
  const log = logOf(lines)
  const store = openLogStore(log.feed)
  const stop = store.follow(log.hear)
  await expect.poll(() => store.get().tail?.first).toBe(1000)
  store.want([0])
  store.want([0])
  await expect.poll(() => store.get().pages.get(0)?.lines.length).toBe(500)
  lines.push(...Array.from({ length: 100 }, (_, i) => `more ${i}`))
  log.tell()
  await expect.poll(() => store.get().tail?.first).toBe(1500)
  expect([store.get().pages.get(2)?.lines[0], log.reads]).toEqual(['line 1000', [-800, 0, 1649]])
  stop()
})

test('a page that cannot be read is told, not asked for again and again', async () => {
  const log = logOf(Array.from({ length: 5000 }, (_, i) => `line ${i}`))
  let asked = 0
  const store = openLogStore({ ...log.feed, read: (what, signal) => (what.from >= 0 ? Promise.reject(new Error(`no, ${asked += 1}`)) : log.feed.read(what, signal)) })
  store.want([3])
  await expect.poll(() => store.get().error?.message).toBe('no, 1')
  store.want([3])
  store.again()
  store.want([3])
  await expect.poll(() => store.get().error?.message).toBe('no, 2')
})

test('a search counts all lines, knows the first ten thousand by place, and goes on with what is written', async () => {
  const lines = Array.from({ length: 12_500 }, () => 'needle')
  const control = new AbortController()
  const told: Found[] = []
  const more = () => {
    lines.push('hay', 'needle')
    if (told.length > 12) control.abort()
    return Promise.resolve()
  }
  for await (const found of searchLog(logOf(lines).feed, 'needle', { signal: control.signal, more })) told.push(found)
  expect(told.slice(9, 13).map(({ lines: { length }, count, to, whole }) => [length, count, to, whole])).toEqual([[10_000, 10_000, 10_000, false], [10_000, 12_500, 12_500, true], [10_000, 12_501, 12_502, true], [10_000, 12_502, 12_504, true]])
})
