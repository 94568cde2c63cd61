import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

export interface Found { readonly path: string; readonly place: string; readonly bytes: number; readonly modified: Date; readonly mode: number }

/** The plain files of a folder, by their paths in it; links are left out, since they may lead anywhere. */
export async function filesOf(folder: string, prefix = ''): Promise<Found[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true })
  const found = await Promise.all(entries.filter(({ name }) => !/^\.atelier-incoming$|\.part$/.test(name)).map(async (entry) => {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    if (entry.isDirectory()) return filesOf(folder, path)
    if (!entry.isFile()) return []
    const facts = await lstat(join(folder, path))
    return [{ path, place: join(folder, path), bytes: facts.size, modified: facts.mtime, mode: facts.mode }]
  }))
  return found.flat().sort((a, b) => (a.path < b.path ? -1 : 1))
}
