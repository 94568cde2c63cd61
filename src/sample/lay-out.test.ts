import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layOutSample, sampleIsDone } from './lay-out.ts'

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'atelier-sample-'))
}

function seen(root: string): string[] {
  return readdirSync(root).filter((name) => name !== '.atelier').toSorted()
}

test('an empty workspace gets the sample, and once that is done never again, even when it is emptied', async () => {
  const root = emptyFolder()
  expect([await layOutSample({ root }), seen(root), readdirSync(join(root, 'data')).length]).toEqual([true, ['README.md', 'data', 'train_flights.job.json', 'train_flights.py'], 10])
  await sampleIsDone({ root })
  for (const name of seen(root)) rmSync(join(root, name), { recursive: true })
  expect([await layOutSample({ root }), seen(root)]).toEqual([false, []])
})

test('one with files is left alone, also after they are gone', async () => {
  const root = emptyFolder()
  writeFileSync(join(root, 'mine.txt'), 'x')
  expect([await layOutSample({ root }), seen(root)]).toEqual([false, ['mine.txt']])
  rmSync(join(root, 'mine.txt'))
  expect([await layOutSample({ root }), seen(root)]).toEqual([false, []])
})

test('a start that was cut off is completed by the next, and what the user has meanwhile stays', async () => {
  const root = emptyFolder()
  await layOutSample({ root })
  rmSync(join(root, 'data', 'stocks.csv'))
  rmSync(join(root, 'README.md'))
  writeFileSync(join(root, 'data', 'movies.json'), 'mine')
  expect([await layOutSample({ root }), seen(root), readdirSync(join(root, 'data')).length, statSync(join(root, 'data', 'movies.json')).size]).toEqual([true, ['README.md', 'data', 'train_flights.job.json', 'train_flights.py'], 10, 4])
})
