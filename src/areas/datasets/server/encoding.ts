import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { diskProblem } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'

const block = 1 << 20

export interface Head { readonly text: string; readonly complete: boolean; readonly encoding: string; readonly mixedLines: boolean; readonly mark: boolean }

/** The beginning of a text file, decoded; without a wish the encoding is told by a byte order mark, by UTF-8's own rules, else windows-1252. */
export async function readHead(path: string, { encoding, size = block }: { readonly encoding?: string | undefined; readonly size?: number } = {}): Promise<Head> {
  const { bytes, complete } = await firstBytes(path, size)
  const told = encoding ? namedEncoding(encoding) : (encodingOf(bytes) ?? ((await isUtf8(path, bytes, complete)) ? 'utf-8' : 'windows-1252'))
  if (!told.startsWith('utf-16') && bytes.subarray(0, 4096).filter((byte) => byte === 0).length > 64) throw new Problem('invalid', `“${fileName(path)}” is not text: it holds zero bytes. If it is an archive or a spreadsheet, unpack or export it as CSV first.`)
  const text = new TextDecoder(told).decode(bytes)
  return { text, complete, encoding: told, mixedLines: hasMixedLines(text), mark: encodingOf(bytes.subarray(0, 3)) !== undefined }
}

/** The file as UTF-8 with one kind of line end, written beside the studio's other temporary files. */
export async function transcode(from: string, to: string, encoding: string, signal?: AbortSignal): Promise<void> {
  const decoder = new TextDecoder(namedEncoding(encoding))
  await pipeline(openBytes(from), async function* texts(source: AsyncIterable<Uint8Array>) {
    let held = ''
    for await (const chunk of source) {
      const text = held + decoder.decode(chunk, { stream: true })
      held = text.endsWith('\r') ? '\r' : ''
      yield oneLineEnd(held === '' ? text : text.slice(0, -1))
    }
    yield oneLineEnd(held + decoder.decode())
  }, createWriteStream(to), ...(signal ? [{ signal }] : [])).catch((error: unknown) => { throw diskProblem(error, from) })
}

export function namedEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding
  } catch {
    throw new Problem('invalid', `“${label}” is not an encoding that this studio knows. Use a WHATWG name such as utf-8, windows-1252, shift_jis or gb18030.`, 'dialect.encoding')
  }
}

/** The bytes of a file, unpacked when it ends in .gz or .zst. */
export function openBytes(path: string): Readable {
  const file = createReadStream(path, { highWaterMark: block })
  const unpack = path.endsWith('.gz') ? createGunzip() : path.endsWith('.zst') ? createZstdDecompress() : undefined
  if (!unpack) return file
  file.on('error', (error) => unpack.destroy(error))
  return file.pipe(unpack)
}

async function firstBytes(path: string, size: number): Promise<{ bytes: Uint8Array; complete: boolean }> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of openBytes(path)) {
      if (!(chunk instanceof Uint8Array)) continue
      parts.push(chunk)
      length += chunk.length
      if (length > size) break
    }
  } catch (error) {
    const told = diskProblem(error, path)
    if (told instanceof Problem) throw told
    throw new Problem('invalid', `“${fileName(path)}” could not be unpacked: it is cut off or not what its ending says.`)
  }
  return { bytes: Buffer.concat(parts).subarray(0, size), complete: length <= size }
}

const marks: readonly (readonly [string, readonly number[]])[] = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]]]

/** By a byte order mark, or by where UTF-16 has its zero bytes. */
function encodingOf(bytes: Uint8Array): string | undefined {
  const marked = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))
  if (marked) return marked[0]
  const head = bytes.subarray(0, 4096)
  const zeros = (odd: number) => head.filter((byte, i) => i % 2 === odd && byte === 0).length
  if (head.length >= 4 && zeros(1) > head.length * 0.3 && zeros(0) === 0) return 'utf-16le'
  if (head.length >= 4 && zeros(0) > head.length * 0.3 && zeros(1) === 0) return 'utf-16be'
  return undefined
}

/** The head, and of a long plain file three blocks further on. */
async function isUtf8(path: string, head: Uint8Array, complete: boolean): Promise<boolean> {
  if (!decodes(head, complete)) return false
  if (/\.(gz|zst)$/.test(path) || complete) return true
  const file = await open(path)
  try {
    const { size } = await file.stat()
    for (const share of [0.25, 0.5, 1]) {
      const at = Math.max(0, Math.floor(size * share) - block)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(block), 0, block, at)
      if (!decodes(buffer.subarray(0, bytesRead))) return false
    }
    return true
  } finally {
    await file.close()
  }
}

/** A block may begin and end inside a character, so up to three bytes at either end are forgiven. */
function decodes(bytes: Uint8Array, whole = false): boolean {
  const from = whole ? 0 : Math.max(0, bytes.subarray(0, 4).findIndex((byte) => byte < 0x80 || byte >= 0xc0))
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from), { stream: !whole })
    return true
  } catch {
    return false
  }
}

function hasMixedLines(text: string): boolean {
  const both = (text.match(/\r\n/g) ?? []).length
  const feeds = (text.match(/\n/g) ?? []).length
  const returns = (text.match(/\r/g) ?? []).length
  return (both > 0 && (feeds > both || returns > both)) || (both === 0 && returns > 0)
}

function oneLineEnd(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}

function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
