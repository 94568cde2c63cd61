import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { WrittenOutput } from '../domain/process.ts'

/** What takes longer to read than a moment has no hash. */
const mostHashed = 100_000_000
/** File systems that keep times by the second or two. */
const coarseMs = 2000

/** What became of the paths that a command was said to write, once it is over. */
export function writtenOutputs({ cwd, outputs, since }: { readonly cwd: string; readonly outputs: readonly string[]; readonly since: string }): Promise<WrittenOutput[]> {
  return Promise.all(outputs.map(async (path) => {
    const place = resolve(cwd, path)
    const facts = await stat(place).catch(() => undefined)
    if (!facts) return { path, state: 'missing', bytes: null, hash: null }
    if (!facts.isFile()) return { path, state: 'written', bytes: null, hash: null }
    const state = facts.ctimeMs >= Date.parse(since) - coarseMs ? 'written' : 'untouched'
    return { path, state, bytes: facts.size, hash: facts.size > mostHashed ? null : await hashOf(place).catch(() => null) }
  }))
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
