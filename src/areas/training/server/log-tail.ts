import { open } from 'node:fs/promises'
import { bytesOf } from '#lib/words.ts'

const mostBytes = 4_000_000

/** The end of a log, from the beginning of a line, told where it was cut; undefined where there is none. */
export async function logTail(path: string, most = mostBytes): Promise<string | undefined> {
  const file = await open(path).catch(() => undefined)
  if (!file) return undefined
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.min(size, most))
    await file.read(bytes, 0, bytes.length, size - bytes.length)
    if (size <= most) return bytes.toString('utf8')
    const from = bytes.indexOf(10) + 1
    return `[Only the end of this log was kept: its first ${bytesOf(size - bytes.length + from)} are left out.]\n${bytes.toString('utf8', from)}`
  } finally {
    await file.close()
  }
}
