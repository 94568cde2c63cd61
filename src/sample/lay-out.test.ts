import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layOutSample } from './lay-out.ts'

test('an empty workspace gets the sample once; one with files is left alone', async () => {
  const root = mkdtempSync(join(tmpdir(), 'atelier-sample-'))
  expect([await layOutSample({ root }), readdirSync(root).sort(), readdirSync(join(root, 'data')).length, await layOutSample({ root })]).toEqual([true, ['README.md', 'data'], 10, false])
  const used = mkdtempSync(join(tmpdir(), 'atelier-sample-'))
  writeFileSync(join(used, 'mine.txt'), 'x')
  expect([await layOutSample({ root: used }), readdirSync(used)]).toEqual([false, ['mine.txt']])
})
