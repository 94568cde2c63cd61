import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { changedIn, takeSnapshot } from './snapshot.ts'

test('what changed, came or went since a snapshot is told, and data beside the code is not', async () => {
  const root = await mkdtemp(join(tmpdir(), 'atelier snapshot '))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const [home, folder, script] = [join(root, 'snapshots'), join(root, 'code'), 'train.py']
  await mkdir(folder)
  const put = (name: string, text: string) => writeFile(join(folder, name), text)
  for (const name of [script, 'helper.py', 'old.py']) await put(name, '1')
  const { hash } = await takeSnapshot({ home, folder, script })
  const changed = () => changedIn({ home, folder, script, hash })
  expect(await changed()).toEqual([])
  await put('helper.py', '2')
  await put('new.py', '1')
  await put('data.csv', 'a')
  await rm(join(folder, 'old.py'))
  expect(await changed()).toEqual(['helper.py', 'new.py', 'old.py'])
})
