import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { logTail } from './log-tail.ts'

test('the end of a long log is kept by whole lines, and says that it was cut', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'atelier log '))
  const path = join(folder, 'log')
  await writeFile(path, 'first\nsecond ü\nlast\n')
  expect([await logTail(path), await logTail(path, 10), await logTail(join(folder, 'none'))]).toEqual(['first\nsecond ü\nlast\n', '[Only the end of this log was kept: its first 16 B are left out.]\nlast\n', undefined])
  await rm(folder, { recursive: true })
})
