import { open } from 'node:fs/promises'

/** The last lines of a log, for a sentence about what went wrong; empty where there is none. */
export async function logSayings(path: string, lines = 12): Promise<string> {
  const file = await open(path).catch(() => undefined)
  if (!file) return ''
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.min(size, 8192))
    await file.read(bytes, 0, bytes.length, size - bytes.length)
    const text = bytes.toString('utf8').trimEnd().split('\n').slice(-lines)
    return text.map((line) => plain(line).slice(-400)).join('\n').trim()
  } finally {
    await file.close()
  }
}

/** Without colours and without what a progress bar overwrote. */
function plain(line: string): string {
  // oxlint-disable-next-line no-control-regex
  return (line.replaceAll(/\u001b\[[0-9;?]*[A-Za-z]/g, '').split('\r').findLast((part) => part.trim() !== '') ?? '')
}
