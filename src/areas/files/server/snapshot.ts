import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isHidden, quiet } from './paths.ts'

const mostPaths = 50_000

/** When and how large each path is, to tell what changed between two looks. */
export async function snapshotOf(home: string): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const folders = ['']
  for (let folder = folders.shift(); folder !== undefined && seen.size < mostPaths; folder = folders.shift()) {
    for (const item of await readdir(join(home, folder), { withFileTypes: true }).catch(() => [])) {
      if (quiet.has(item.name) || isHidden(item.name)) continue
      const path = folder === '' ? item.name : `${folder}/${item.name}`
      if (item.isDirectory()) folders.push(path)
      const own = await lstat(join(home, path)).catch(() => undefined)
      if (own) seen.set(path, item.isDirectory() ? 'folder' : `${own.mtimeMs}:${own.size}:${own.ino}`)
    }
  }
  return seen
}
