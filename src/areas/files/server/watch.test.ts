import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { workspaceOf } from './files.test.util.ts'
import { watchFolder } from './watch.ts'

test('changes on disk are told, also in folders made later, and not those of quiet folders', async () => {
  const { root, files, events } = workspaceOf({ 'data/a.csv': 'a', 'node_modules/x.js': '' }, true)
  const told = new Set<string>()
  events.listen(({ area, ids }) => { for (const id of ids) told.add(`${area} ${id}`) })
  await files.ready
  writeFileSync(join(root, 'data/a.csv'), 'b')
  writeFileSync(join(root, 'node_modules/x.js'), 'b')
  mkdirSync(join(root, 'new'))
  await vi.waitFor(() => expect([...told].toSorted()).toEqual(['files data/a.csv', 'files new']), 5000)
  writeFileSync(join(root, 'new/b.csv'), 'b')
  await vi.waitFor(() => expect(told).toContain('files new/b.csv'), 5000)
  renameSync(join(root, 'new'), join(root, 'newer'))
  rmSync(join(root, 'data'), { recursive: true })
  await vi.waitFor(() => expect([...told]).toEqual(expect.arrayContaining(['files newer', 'files data'])), 5000)
  files.close()
})

test('where no more folders may be watched it looks from time to time and says so', async () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'watch-')))
  mkdirSync(join(home, 'a'))
  const told = new Set<string>()
  const watching = watchFolder({ home, tell: (paths) => { for (const path of paths) told.add(path) }, every: 20, rest: 5, most: 1 })
  await watching.ready
  expect(watching.notice()).toBe('Changes on disk appear every few seconds: the system lets Atelier watch no more folders (ENOSPC). On Linux, raise fs.inotify.max_user_watches.')
  await vi.waitFor(() => {
    writeFileSync(join(home, 'a', `${Date.now()}.txt`), '')
    expect(told.size).toBeGreaterThan(0)
  }, 5000)
  watching.close()
})
