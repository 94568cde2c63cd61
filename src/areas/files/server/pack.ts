import { createReadStream } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { insideOf } from '#node/files.ts'
import { streamed } from '#node/streamed.ts'
import type { Packed } from '#node/zip.ts'
import { zipOf } from '#node/zip.ts'
import { Problem } from '#wire/problem.ts'
import { commonFolder, nameOf } from '../domain/names.ts'
import { isHidden, placeOf } from './paths.ts'
import { attachment } from './raw.ts'

/** Files and folders of the workspace as one zip archive, written while it is sent. Links are packed as what they lead to, when that is a file of the workspace. */
export async function packedOf(home: string, paths: readonly string[]): Promise<Response> {
  const common = commonFolder(paths)
  const roots = await Promise.all(paths.map(async (path) => ({ name: path.slice(common === '' ? 0 : common.length + 1), place: path === '' ? home : await placeOf(home, path) })))
  for (const [i, { place }] of roots.entries()) await lstat(place).catch(() => { throw new Problem('missing', `There is no “${paths[i] ?? ''}” any more.`) })
  const [only] = paths
  const title = (paths.length === 1 && only ? nameOf(only) : nameOf(common)) || basename(home)
  return new Response(streamed(zipOf(walk(home, roots))), {
    headers: { 'content-type': 'application/zip', 'content-disposition': attachment(`${title}.zip`), 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'", 'cache-control': 'no-store' },
  })
}

interface Root { readonly name: string; readonly place: string }

async function* walk(home: string, roots: readonly Root[]): AsyncGenerator<Packed> {
  for (const { name, place } of roots) {
    const own = await lstat(place).catch(() => undefined)
    if (own?.isDirectory()) {
      if (name !== '') yield { name: `${name}/`, size: 0, modified: own.mtime, mode: own.mode, read: nothing }
      const names = (await readdir(place).catch((): string[] => [])).filter((each) => !isHidden(each)).toSorted()
      yield* walk(home, names.map((each) => ({ name: name === '' ? each : `${name}/${each}`, place: join(place, each) })))
      continue
    }
    const real = own?.isSymbolicLink() ? await insideOf(home, place).catch(() => undefined) : place
    const facts = real === undefined ? undefined : await stat(real).catch(() => undefined)
    if (real === undefined || !facts?.isFile()) continue
    yield { name, size: facts.size, modified: facts.mtime, mode: facts.mode, read: () => (facts.size === 0 ? nothing() : createReadStream(real, { end: facts.size - 1, highWaterMark: 256 * 1024 })) }
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield* []
}
