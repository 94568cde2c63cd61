import { randomUUID } from 'node:crypto'
import { link, lstat, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { codeOf, diskProblem, insideOf, makeFolder, syncFolder } from '#node/files.ts'
import { refuseTooLarge, writeIncoming } from '#node/incoming.ts'
import { Problem } from '#wire/problem.ts'
import type { Entry } from '../domain/entry.ts'
import { nameFault } from '../domain/names.ts'
import { entryAt } from './entries.ts'
import { placeOf } from './paths.ts'
import { besideOf, relocate } from './tree.ts'

export interface Upload {
  readonly path: string
  readonly body: AsyncIterable<Uint8Array>
  /** Bytes announced; null when they were not. */
  readonly bytes: number | null
  /** What happens when the name is taken. */
  readonly taken: 'refuse' | 'replace' | 'both'
  readonly by: string
}

/** Streams an upload to a file of the studio and moves it to its name when every byte is on disk: a cut-off upload leaves nothing. */
export async function receive({ home, incoming, path, body, bytes, taken, keep }: Omit<Upload, 'by'> & { home: string; incoming: string; keep: () => Promise<void> }): Promise<Entry> {
  const place = await placeOf(home, path)
  const fault = nameFault(basename(place))
  if (fault) throw new Problem('invalid', fault, 'path')
  if (taken === 'refuse' && (await lstat(place).catch(() => undefined))) throw alreadyThere(place)
  await refuseTooLarge(home, place, bytes)
  const temporary = join(incoming, randomUUID())
  try {
    await writeIncoming(temporary, { body, bytes })
    return await adopt({ home, from: temporary, path, taken, keep })
  } catch (error) {
    throw diskProblem(error, place)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** A finished file takes its name; what it replaces is kept first. */
export async function adopt({ home, from, path, taken, keep }: { home: string; from: string; path: string; taken: Upload['taken']; keep: () => Promise<void> }): Promise<Entry> {
  const place = await placeOf(home, path)
  await makeFolder(dirname(place))
  if (taken === 'replace') await keep()
  const target = await settle(from, place, taken)
  await syncFolder(dirname(target))
  const entry = await entryAt(await insideOf(home, '.'), target)
  if (!entry) throw new Problem('missing', `“${basename(target)}” was taken away right after it arrived.`)
  return entry
}

/** Gives the finished file its name; a link fails where a rename would overwrite. */
async function settle(temporary: string, place: string, taken: Upload['taken']): Promise<string> {
  if (taken === 'replace') {
    const old = await lstat(place).catch(() => undefined)
    if (old?.isDirectory()) throw new Problem('conflict', `“${basename(place)}” is a folder here and is not replaced by a file. Choose another name.`)
    await relocateOver(temporary, place)
    return place
  }
  try {
    await link(temporary, place)
    return place
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && taken === 'both') return settle(temporary, await besideOf(place, 'new'), taken)
    if (codeOf(error) === 'EEXIST') throw alreadyThere(place)
    if (!['EXDEV', 'EPERM', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error))) throw error
    if (await lstat(place).catch(() => undefined)) {
      if (taken === 'both') return settle(temporary, await besideOf(place, 'new'), taken)
      throw alreadyThere(place)
    }
    await relocate(temporary, place)
    return place
  }
}

async function relocateOver(temporary: string, place: string): Promise<void> {
  try {
    await rename(temporary, place)
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error
    const near = join(dirname(place), `.${basename(place)}.${randomUUID().slice(0, 8)}.part`)
    await relocate(temporary, near)
    await rename(near, place)
  }
}

function alreadyThere(place: string): Problem {
  return new Problem('conflict', `There is already a “${basename(place)}” here. Keep both, or replace it.`, 'path')
}
