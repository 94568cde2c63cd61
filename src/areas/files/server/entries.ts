import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { codeOf, diskProblem, insideOf } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import type { Entry } from '../domain/entry.ts'
import { naturally } from '../domain/names.ts'
import { isHidden, shortOf } from './paths.ts'

export async function listFolder(home: string, folder: string): Promise<Entry[]> {
  const place = await insideOf(home, folder === '' ? '.' : folder)
  const names = await readdir(place).catch((error: unknown) => { throw folderProblem(error, folder) })
  const prefix = folder === '' || folder === '.' ? '' : `${folder.replace(/\/+$/, '')}/`
  const entries: Entry[] = []
  for (let at = 0; at < names.length; at += 64) {
    const batch = names.slice(at, at + 64).filter((name) => !isHidden(name))
    entries.push(...(await Promise.all(batch.map((name) => entryAt(home, join(place, name), prefix + name)))).filter((entry) => entry !== undefined))
  }
  return naturally(entries)
}

function folderProblem(error: unknown, folder: string): unknown {
  if (codeOf(error) === 'ENOTDIR') return new Problem('invalid', `“${basename(folder)}” is a file, not a folder.`)
  return diskProblem(error, folder)
}

/** Undefined when it vanished meanwhile. */
export async function entryAt(home: string, place: string, path = shortOf(home, place)): Promise<Entry | undefined> {
  const own = await lstat(place).catch(() => undefined)
  if (!own) return undefined
  const link = own.isSymbolicLink()
  const real = link ? await aim(home, place) : own
  const kind = real?.isDirectory() ? 'folder' : 'file'
  return { path, name: basename(place), kind, bytes: kind === 'file' ? (real ?? own).size : 0, modified: (real ?? own).mtimeMs, link, astray: !real || !(real.isFile() || real.isDirectory()) }
}

/** What a link leads to, if that is in the workspace. */
async function aim(home: string, place: string) {
  return insideOf(home, place).then((real) => stat(real)).catch(() => undefined)
}
