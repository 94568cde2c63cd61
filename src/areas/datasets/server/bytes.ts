import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { newId } from '#lib/ids.ts'
import { codeOf, diskProblem, exists, makeFolder, syncFolder } from '#node/files.ts'

/** The studio's own Parquet: `.atelier/datasets/<fingerprint>/0.parquet …`. A folder there is whole, or no row names it. */
export function openBytesOf(root: string) {
  const home = join(root, '.atelier', 'datasets')

  async function newStage(): Promise<string> {
    const path = join(home, newId('stage'))
    await makeFolder(path)
    return path
  }

  /** Flushes a written folder and gives it its lasting name; what is there already under that name has the same bytes. */
  async function adopt(stage: string, fingerprint: string): Promise<string> {
    const wanted = join(home, fingerprint)
    await makeFolder(home)
    if (await exists(wanted)) {
      await rm(stage, { recursive: true, force: true })
      return wanted
    }
    try {
      for (const name of await readdir(stage)) await syncFile(join(stage, name))
      await syncFolder(stage)
      await rename(stage, wanted)
      await syncFolder(home)
    } catch (error) {
      if (['EEXIST', 'ENOTEMPTY'].includes(codeOf(error))) return wanted
      throw diskProblem(error, wanted)
    }
    return wanted
  }

  return { newStage, adopt, discard: (stage: string) => rm(stage, { recursive: true, force: true }) }
}

/** The shard files of a folder, by number. */
export async function shardsIn(folder: string): Promise<{ readonly path: string; readonly bytes: number }[]> {
  const names = (await readdir(folder)).filter((name) => /^\d+\.parquet$/.test(name)).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
  return Promise.all(names.map(async (name) => ({ path: join(folder, name), bytes: (await stat(join(folder, name))).size })))
}

export async function hashFiles(paths: readonly string[], signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    await pipeline(createReadStream(path, { highWaterMark: 1 << 22 }), async (source: AsyncIterable<Uint8Array>) => {
      for await (const chunk of source) hash.update(chunk)
    }, ...(signal ? [{ signal }] : []))
    hash.update('\0')
  }
  return hash.digest('hex').slice(0, 40)
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}
