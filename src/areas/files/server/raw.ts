import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { streamed } from '#node/streamed.ts'
import { endingOf } from '../domain/names.ts'
import { plainFile } from './paths.ts'

/** What a browser may show by itself; anything else is a download. */
const shown: Readonly<Record<string, string>> = {
  png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', avif: 'image/avif', bmp: 'image/bmp', ico: 'image/x-icon', svg: 'image/svg+xml',
  mp3: 'audio/mpeg', wav: 'audio/wav', ogg: 'audio/ogg', flac: 'audio/flac', mp4: 'video/mp4', webm: 'video/webm',
  txt: 'text/plain; charset=utf-8', log: 'text/plain; charset=utf-8', csv: 'text/plain; charset=utf-8', tsv: 'text/plain; charset=utf-8', md: 'text/plain; charset=utf-8',
}

/** A file's bytes, or the range asked for. Whatever it holds runs no script and reaches nothing: it is sandboxed and its type is not guessed. */
export async function rawOf(place: string, { range, known, download, head }: { range: string | undefined; known: string | undefined; download: boolean; head: boolean }): Promise<Response> {
  const { size, mtimeMs } = await plainFile(place, place)
  const tag = `"${size.toString(36)}-${Math.round(mtimeMs * 1000).toString(36)}"`
  const type = shown[endingOf(basename(place))]
  const headers = new Headers({
    'content-type': type ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src 'self'",
    'content-disposition': download || !type ? attachment(basename(place)) : attachment(basename(place)).replace(/^attachment/, 'inline'),
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    etag: tag,
  })
  if (known === tag) return new Response(null, { status: 304, headers })
  const part = rangeOf(range, size)
  if (part === 'none') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}`, 'x-content-type-options': 'nosniff' } })
  const { from, to } = part ?? { from: 0, to: size - 1 }
  headers.set('content-length', String(to - from + 1))
  if (part) headers.set('content-range', `bytes ${from}-${to}/${size}`)
  const body = head || to < from ? null : streamed(createReadStream(place, { start: from, end: to, highWaterMark: 256 * 1024 }))
  return new Response(body, { status: part ? 206 : 200, headers })
}

/** The header that makes a download of it under that name (RFC 6266). */
export function attachment(name: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`
}

/** One range; undefined means all, several ranges are answered with all, as the standard allows. */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (first === '') return last === '' ? undefined : within(Math.max(0, size - Number(last)), size - 1, size)
  if (last === '') return within(Number(first), size - 1, size)
  return Number(last) < Number(first) ? undefined : within(Number(first), Math.min(Number(last), size - 1), size)
}

function within(from: number, to: number, size: number): { from: number; to: number } | 'none' {
  return from >= size || to < from ? 'none' : { from, to }
}
