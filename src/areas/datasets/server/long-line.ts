import { open } from 'node:fs/promises'
import { Problem } from '#wire/problem.ts'

/** What one line of a CSV may hold. DuckDB passes over a longer one without a word. */
export const mostLineBytes = 64 << 20

const block = 4 << 20
const feed = 10

/** Refuses a text file with a line that would be passed over; only line ends are looked for, so it costs one fast read. */
export async function refuseLongLine({ path, name, size }: { readonly path: string; readonly name: string; readonly size: number }, signal: AbortSignal, most = mostLineBytes): Promise<void> {
  if (size <= most || /\.(gz|zst)$/i.test(path)) return
  const file = await open(path)
  try {
    const bytes = Buffer.alloc(block)
    let [from, at] = [0, 0]
    for (;;) {
      signal.throwIfAborted()
      const { bytesRead } = await file.read(bytes, 0, block, at)
      const part = bytes.subarray(0, bytesRead)
      const first = part.indexOf(feed)
      if ((first < 0 ? at + bytesRead : at + first) - from > most) throw tooLong(name, from, most)
      if (first >= 0) from = at + part.lastIndexOf(feed) + 1
      if (bytesRead < block) return
      at += bytesRead
    }
  } finally {
    await file.close()
  }
}

function tooLong(name: string, from: number, most: number): Problem {
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toLocaleString('en-US', { maximumFractionDigits: 1 })
  return new Problem('too_large', `“${name}” holds a line of more than ${megabytes(most)} MB; it begins ${megabytes(from)} MB into the file. Split that line, or bring the data as Parquet.`, 'path')
}
