import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, statfs } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Problem } from '#wire/problem.ts'
import { diskProblem, makeFolder, syncFolder } from './files.ts'

export interface Incoming {
  readonly body: AsyncIterable<Uint8Array>
  /** Bytes announced; null when they were not. */
  readonly bytes: number | null
}

/** Kept free, so that the studio can still save its own records. */
const reserve = 64_000_000

/** Streams what arrives to a file and flushes it; a line that breaks off is told as such. */
export async function writeIncoming(path: string, { body, bytes }: Incoming): Promise<number> {
  const file = await open(path, 'wx')
  try {
    let written = 0
    for await (const chunk of unbroken(body)) {
      await file.writeFile(chunk)
      written += chunk.length
    }
    if (bytes !== null && written !== bytes) throw new Problem('invalid', `The upload was cut off after ${written} of ${bytes} bytes; nothing was kept. Upload it again.`)
    await file.sync()
    return written
  } finally {
    await file.close()
  }
}

/** Takes the place of what was there once every byte is on disk: what is cut off leaves nothing, neither at the place nor in `waiting`, which is on the same disk. */
export async function putIncoming(place: string, waiting: string, incoming: Incoming): Promise<void> {
  const temporary = join(waiting, randomUUID())
  try {
    await mkdir(waiting, { recursive: true, mode: 0o700 })
    await refuseTooLarge(waiting, place, incoming.bytes)
    await writeIncoming(temporary, incoming)
    await makeFolder(dirname(place))
    await rename(temporary, place)
    await syncFolder(dirname(place))
  } catch (error) {
    throw diskProblem(error, place)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Refused before it begins, where its size is known. */
export async function refuseTooLarge(home: string, place: string, bytes: number | null): Promise<void> {
  const { bavail, bsize } = await statfs(home)
  const room = Math.max(0, bavail * bsize - reserve)
  if ((bytes ?? 0) <= room) return
  throw new Problem('too_large', `“${basename(place)}” has ${mega(bytes ?? 0)} MB, but only ${mega(room)} MB are free on the disk of the workspace. Free some space and upload it again.`)
}

function mega(bytes: number): string {
  return (bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })
}

async function* unbroken(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch {
    throw new Problem('invalid', 'The upload was cut off; nothing was kept. Upload it again.')
  }
}
