import { createReadStream } from 'node:fs'
import { attachment } from '#areas/files/server/raw.ts'
import { streamed } from '#node/streamed.ts'
import { zipOf } from '#node/zip.ts'
import type { Packed } from '#node/zip.ts'
import type { Artifacts } from './artifacts.ts'

interface Wanted { readonly uri: string; readonly path: string; readonly name: string }

/** A folder of artifacts as one zip archive, written while it is sent. */
export function zippedArtifacts(artifacts: Pick<Artifacts, 'list' | 'placeOf'>, { uri, path, name }: Wanted): Response {
  const cut = path === '' ? 0 : path.length + 1

  async function* under(folder: string): AsyncGenerator<Packed> {
    for (const one of await artifacts.list(uri, folder)) {
      if (one.folder) yield* under(one.path)
      else yield await packed(one.path, one.bytes ?? 0, one.changed ?? 0)
    }
  }

  async function packed(at: string, size: number, changed: number): Promise<Packed> {
    const place = await artifacts.placeOf(uri, at)
    return { name: `${name}/${at.slice(cut)}`, size, modified: new Date(changed), mode: 0o100644, read: () => (size === 0 ? nothing() : createReadStream(place, { end: size - 1, highWaterMark: 256 * 1024 })) }
  }

  return new Response(streamed(zipOf(under(path))), {
    headers: { 'content-type': 'application/zip', 'content-disposition': attachment(`${name}.zip`), 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'", 'cache-control': 'no-store' },
  })
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield* []
}
