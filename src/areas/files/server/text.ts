import { open, readFile, stat } from 'node:fs/promises'
import { codeOf, diskProblem, hashOf, insideOf, writeAtomic } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import type { TextFile } from '../domain/entry.ts'
import { decoded } from '../domain/decode.ts'
import { nameOf } from '../domain/names.ts'
import { placeOf, plainFile } from './paths.ts'

export const editorLimit = 5_000_000
const headBytes = 1_000_000

/** All of a text file up to the limit, the head of a larger one; of a binary file only what it is. */
export async function readText(home: string, path: string, limit = editorLimit): Promise<TextFile> {
  const place = await insideOf(home, path)
  const { bytes, modified, whole, content } = await bytesOf(place, path, limit)
  const { kind, text, encoding, bom } = decoded(content, whole)
  const note = noteOf({ kind, encoding, whole, bytes, shown: content.length, name: nameOf(path) })
  return { path, kind, text: kind === 'binary' ? '' : text, hash: whole ? hashOf(content) : null, bytes, modified, whole, encoding, bom, note }
}

async function bytesOf(place: string, path: string, limit: number) {
  const { size, mtimeMs } = await plainFile(place, path)
  const facts = { bytes: size, modified: mtimeMs }
  const file = await open(place, 'r').catch((error: unknown) => { throw diskProblem(error, path) })
  try {
    if (size <= limit) return { ...facts, whole: true, content: await file.readFile() }
    const head = Buffer.alloc(Math.min(headBytes, limit))
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    const line = head.lastIndexOf(10, bytesRead)
    return { ...facts, whole: false, content: head.subarray(0, line > 0 ? line + 1 : bytesRead) }
  } finally {
    await file.close()
  }
}

function noteOf({ kind, encoding, whole, bytes, shown, name }: Pick<TextFile, 'kind' | 'encoding' | 'whole' | 'bytes'> & { shown: number; name: string }): string {
  if (kind === 'binary') return `“${name}” is not text.`
  if (!whole) return `This file is ${megabytes(bytes)}; its first ${megabytes(shown)} are shown, and it cannot be edited here.`
  if (encoding !== 'utf-8') return `This file is not UTF-8; it is read as ${encoding} and cannot be saved from here.`
  return ''
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

export interface Writing {
  readonly path: string
  readonly text: string
  readonly bom?: boolean
  /** The hash of the content that is replaced; null when there is none yet. */
  readonly expected: string | null
}

const queue = new Map<string, Promise<unknown>>()

/** Replaces the file if it still is what the writer saw; of two at once, one wins and the other is told. */
export async function writeText(home: string, { path, text, bom = false, expected }: Writing) {
  const place = await aimOf(home, path)
  return inTurn(place, async () => {
    const now = await hashAt(place, path)
    if (now !== expected) throw new Problem('conflict', told(nameOf(path), now, expected), 'expected')
    const content = Buffer.from(bom ? `\uFEFF${text}` : text, 'utf8')
    await writeAtomic(place, content)
    const { size, mtimeMs } = await stat(place)
    return { hash: hashOf(content), bytes: size, modified: mtimeMs }
  })
}

/** Follows a link to the file that it means; a new file stands at its own place. */
async function aimOf(home: string, path: string): Promise<string> {
  await placeOf(home, path)
  return insideOf(home, path)
}

async function hashAt(place: string, path: string): Promise<string | null> {
  try {
    return hashOf(await readFile(place))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw diskProblem(error, path)
  }
}

function told(name: string, now: string | null, expected: string | null): string {
  if (now === null) return `“${name}” was deleted or moved on disk meanwhile. Save it under this name again, or close it.`
  if (expected === null) return `There is already a “${name}” here. Choose another name.`
  return `“${name}” changed on disk since it was opened. Compare the two, then keep yours or take the other.`
}

async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = queue.get(key) ?? Promise.resolve()
  const mine = before.catch(() => undefined).then(work)
  queue.set(key, mine)
  try {
    return await mine
  } finally {
    if (queue.get(key) === mine) queue.delete(key)
  }
}
