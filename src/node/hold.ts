import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf } from './files.ts'

const Holder = z.object({ pid: z.int(), url: z.string() })

export type Hold =
  | { readonly held: true; readonly tell: (url: string) => Promise<void>; readonly release: () => Promise<void> }
  | { readonly held: false; readonly url: string; readonly pid: number }

/** One server a workspace. Takes the workspace, or says where the first runs; what a dead server left is taken over. */
export async function holdWorkspace(studio: string): Promise<Hold> {
  const path = join(studio, 'server.json')
  await mkdir(studio, { recursive: true, mode: 0o700 })
  for (let round = 0; round < 3; round++) {
    try {
      const file = await open(path, 'wx', 0o600)
      await file.writeFile(JSON.stringify({ pid: process.pid, url: '' }))
      await file.close()
      return {
        held: true,
        tell: (url) => writeFile(path, JSON.stringify({ pid: process.pid, url })),
        release: () => rm(path, { force: true }),
      }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      const holder = Holder.safeParse(await readFile(path, 'utf8').then(JSON.parse).catch(() => null))
      if (holder.success && (await lives(holder.data))) return { held: false, ...holder.data }
      await rm(path, { force: true })
    }
  }
  throw new Error(`The workspace cannot be taken: ${path} comes back.`)
}

/** A process of that number that answers as a studio; before it listens, the number alone counts. */
async function lives({ pid, url }: z.infer<typeof Holder>): Promise<boolean> {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
  if (url === '') return true
  return fetch(new URL('/health', url), { signal: AbortSignal.timeout(2000) }).then((answer) => answer.ok, () => false)
}
