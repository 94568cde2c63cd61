import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { attachment } from '#areas/files/server/raw.ts'
import { streamed } from '#node/streamed.ts'

/** A log as a download, as long as it is now; it is never held whole. */
export async function wholeLog(path: string, name: string): Promise<Response> {
  const size = await stat(path).then((facts) => facts.size, () => 0)
  const body = size === 0 ? null : streamed(createReadStream(path, { end: size - 1, highWaterMark: 256 * 1024 }))
  return new Response(body, {
    headers: {
      'content-type': 'application/octet-stream', 'content-length': String(size), 'content-disposition': attachment(name.replaceAll(/[/\\]/g, '-')),
      'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'", 'cache-control': 'private, no-cache',
    },
  })
}
