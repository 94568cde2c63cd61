import { createReadStream } from 'node:fs'
import { copyFile, rename, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { diskProblem, exists, insideOf, makeFolder } from '#node/files.ts'
import { streamed } from '#node/streamed.ts'
import { zipOf } from '#node/zip.ts'
import type { Packed } from '#node/zip.ts'
import { Problem } from '#wire/problem.ts'
import { filesOf } from './walk.ts'

/** All files of a model folder in a new folder of the workspace; it appears when it is whole. */
export async function copyTo({ place, root, folder }: { readonly place: string; readonly root: string; readonly folder: string }): Promise<{ folder: string; files: number; bytes: number }> {
  const home = await insideOf(root, '.')
  const target = await insideOf(root, folder)
  if (target === home || (await exists(target))) throw new Problem('conflict', `There is already a “${folder}”. Choose a folder that is not there yet.`, 'folder')
  const files = await filesOf(place)
  const stage = `${target}.${Date.now().toString(36)}.part`
  try {
    for (const { path, place: from } of files) {
      await makeFolder(dirname(join(stage, path)))
      await copyFile(from, join(stage, path))
    }
    await makeFolder(dirname(target))
    await rename(stage, target)
  } catch (error) {
    throw diskProblem(error, folder)
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
  return { folder: relative(home, target).split('\\').join('/'), files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }
}

/** The folder as one zip archive, written while it is sent. */
export async function zipped(place: string, name: string): Promise<Response> {
  const files = await filesOf(place)
  async function* packed(): AsyncGenerator<Packed> {
    for (const { path, place: from, bytes, modified, mode } of files) yield { name: `${name}/${path}`, size: bytes, modified, mode, read: () => (bytes === 0 ? nothing() : createReadStream(from, { end: bytes - 1, highWaterMark: 256 * 1024 })) }
  }
  return new Response(streamed(zipOf(packed())), {
    headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.zip`)}`, 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'", 'cache-control': 'no-store' },
  })
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield* []
}
