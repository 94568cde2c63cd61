import { open } from 'node:fs/promises'
import { plainOf } from '#lib/ansi.ts'
import { lastWritten } from '../domain/log-piece.ts'

/** The last lines of a log, for a sentence about what went wrong; empty where there is none. */
export async function logSayings(path: string, lines = 12): Promise<string> {
  const file = await open(path).catch(() => undefined)
  if (!file) return ''
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.min(size, 8192))
    await file.read(bytes, 0, bytes.length, size - bytes.length)
    const text = bytes.toString('utf8').trimEnd().split('\n').slice(-lines)
    return text.map((line) => plainOf(lastWritten(line)).slice(-400)).join('\n').trim()
  } finally {
    await file.close()
  }
}
