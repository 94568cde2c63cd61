import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Found } from '../domain/entry.ts'
import { fuzzy } from '../domain/fuzzy.ts'
import { isHidden, quiet } from './paths.ts'

interface Known { readonly path: string; readonly kind: 'file' | 'folder' }

const mostPaths = 200_000


/** Finds paths by their letters. The list of all paths is read once and again when something changed. */
export function openSearch({ home }: { home: string }) {
  let known: Promise<{ readonly all: readonly Known[]; readonly partial: boolean }> | undefined

  async function search(text: string, limit: number, signal?: AbortSignal): Promise<{ found: Found[]; partial: boolean }> {
    known ??= walk(home)
    const { all, partial } = await known
    signal?.throwIfAborted()
    const fits = all.flatMap(({ path, kind }) => {
      const fit = fuzzy(text, path)
      return fit ? [{ path, kind, at: [...fit.at], score: fit.score }] : []
    })
    const best = fits.sort((a, b) => b.score - a.score || a.path.length - b.path.length || (a.path < b.path ? -1 : 1)).slice(0, limit)
    return { found: best.map(({ path, kind, at }) => ({ path, kind, at })), partial }
  }

  return { search, forget: () => { known = undefined } }
}

/** All paths but those of quiet folders, breadth first; links are named and not followed. */
async function walk(home: string): Promise<{ all: Known[]; partial: boolean }> {
  const all: Known[] = []
  const folders = ['']
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    for (const item of await readdir(join(home, folder), { withFileTypes: true }).catch(() => [])) {
      if (quiet.has(item.name) || isHidden(item.name)) continue
      const path = folder === '' ? item.name : `${folder}/${item.name}`
      if (all.length >= mostPaths) return { all, partial: true }
      all.push({ path, kind: item.isDirectory() ? 'folder' : 'file' })
      if (item.isDirectory()) folders.push(path)
    }
  }
  return { all, partial: false }
}
