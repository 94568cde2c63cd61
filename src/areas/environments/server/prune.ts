import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { bytesUnder, manifestIn } from './built.ts'
import { manifestName } from './plan.ts'

/** Lets go of built environments outside `keep`, the longest unused first, until at most `keepBytes` of them stay; with `dry` it only says which. */
export async function pruned({ folder, keep, keepBytes, dry }: { readonly folder: string; readonly keep: ReadonlySet<string>; readonly keepBytes: number; readonly dry: boolean }) {
  const keys = (await readdir(folder, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isDirectory() && !keep.has(entry.name)).map(({ name }) => name)
  const all = await Promise.all(keys.map(async (key) => {
    const path = join(folder, key)
    const manifest = await manifestIn(path)
    const lastUsed = await stat(join(path, manifestName)).then(({ mtime }) => mtime.toISOString(), () => null)
    return { key, name: manifest?.name ?? 'half built', python: manifest?.parts.python ?? '', lastUsed, bytes: manifest?.bytes ?? (await bytesUnder(path)) }
  }))
  const oldest = all.sort((a, b) => (a.lastUsed ?? '').localeCompare(b.lastUsed ?? ''))
  let stay = oldest.reduce((sum, { bytes }) => sum + bytes, 0)
  const gone: typeof oldest = []
  for (const one of oldest) {
    if (stay <= keepBytes) break
    stay -= one.bytes
    gone.push(one)
    if (!dry) await rm(join(folder, one.key), { recursive: true, force: true })
  }
  return { freed: gone.reduce((sum, { bytes }) => sum + bytes, 0), gone }
}
