import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLogIndex } from './log-index.ts'
import { searchLog } from './log-search.ts'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'atelier log ü ')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

async function logOf(name: string, text: string) {
  const path = join(folder, name)
  await writeFile(path, text)
  return openLogIndex(path)
}

/** Asks on to the end as the page does: the first `most` by place, then only how many. */
async function searched(index: ReturnType<typeof openLogIndex>, text: string, { most = 3, over = true } = {}) {
  const lines: number[] = []
  let count = 0
  for (let [from, whole] = [0, false]; !whole;) {
    const part = await searchLog(index, { text, from, limit: most - lines.length, over })
    lines.push(...part.found.map(({ line }) => line))
    count += part.count
    ;({ searchedTo: from, whole } = part)
  }
  return { lines, count }
}

test('every line of a long log is counted, and the first are known by place', async () => {
  const index = await logOf('long', Array.from({ length: 200_001 }, (_, i) => `step ${i} ${i % 4 === 0 ? 'Größe' : 'loss'} ${'.'.repeat(40)}`).join('\n'))
  expect(await searched(index, 'GRÖSSE'.replace('SS', 'ß'))).toEqual({ lines: [0, 4, 8], count: 50_001 })
  expect(await searched(index, 'step 199999 ')).toEqual({ lines: [199_999], count: 1 })
  expect(await searched(index, 'nowhere')).toEqual({ lines: [], count: 0 })
})

test('what is shown is searched, coloured or written over', async () => {
  const index = await logOf('coloured', 'plain\n\u001b[32mgr\u001b[0meen\n10%\r20%\n')
  expect([await searched(index, 'green'), await searched(index, '20%'), await searched(index, '10%'), await searched(index, '[32m')].map(({ lines }) => lines)).toEqual([[1], [2], [], []])
})

test('while more is written the last line is searched once it is ended', async () => {
  const index = await logOf('growing', 'a needle\na need')
  const { found, searchedTo, whole } = await searchLog(index, { text: 'need', from: 0, limit: 10, over: false })
  expect([found.map(({ line }) => line), searchedTo, whole]).toEqual([[0], 1, true])
  expect((await searchLog(index, { text: 'need', from: searchedTo, limit: 10, over: true })).found).toEqual([{ line: 1, text: 'a need' }])
})

test('a search that nobody waits for stops', async () => {
  const index = await logOf('stopped', `${'x'.repeat(99)}\n`.repeat(100_000))
  const { searchedTo, whole } = await searchLog(index, { text: 'y', from: 0, limit: 0, over: true, signal: AbortSignal.abort() })
  expect([searchedTo < 20_000, whole]).toEqual([true, false])
})

test('many who read one log in at the same time count each line once', async () => {
  const index = await logOf('together', `${'x'.repeat(9)}\n`.repeat(2_000_000))
  await Promise.all(Array.from({ length: 8 }, () => index.catchUp(5)))
  while (!(await index.catchUp(50)));
  expect([index.total(), await index.read(1_999_998, 2_000_000)]).toEqual([2_000_000, ['xxxxxxxxx', 'xxxxxxxxx']])
})
