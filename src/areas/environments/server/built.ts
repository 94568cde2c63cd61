import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Manifest, manifestName } from './plan.ts'
import type { Build } from './records.ts'
import { said } from './run.ts'

/** The interpreter of an environment's folder. */
export function pythonIn(folder: string): string {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python')
}

/** What stands in a built environment; undefined where it is not whole. */
export async function manifestIn(folder: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Manifest.safeParse(JSON.parse(text)).data
}

/** What was built last and still stands, whatever failed since; undefined where nothing was. */
export async function lastGood(last: Build | undefined, folderOf: (key: string) => string): Promise<{ readonly key: string; readonly manifest: Manifest } | undefined> {
  for (const key of [last?.key, last?.good]) {
    const manifest = key ? await manifestIn(folderOf(key)) : undefined
    if (key && manifest) return { key, manifest }
  }
  return undefined
}

/** The folders are marked before they are read: what is put into them meanwhile is found the next time. */
const script = `
import importlib.metadata as m, json, os, sys
folders = [p for p in sys.path if os.path.isdir(p)]
marks = ["%d %d" % (s.st_mtime_ns, s.st_ino) for s in map(os.stat, folders)]
seen = {}
for d in m.distributions():
    n = d.metadata["Name"]
    if n: seen.setdefault(n.lower().replace("_", "-"), {"name": n, "version": d.version})
print(json.dumps({"packages": sorted(seen.values(), key=lambda p: p["name"].lower()), "folders": folders, "marks": marks}))`

const Told = z.object({ packages: z.array(z.object({ name: z.string(), version: z.string() })), folders: z.array(z.string()), marks: z.array(z.string()) })
const asked = new Map<string, z.infer<typeof Told>>()

/** Installed packages by name, told by the interpreter itself; asked anew once it or a folder in which it looks for them has changed. */
export async function packagesOf(python: string): Promise<{ name: string; version: string }[]> {
  const before = asked.get(python)
  if (before && (await marksOf([python, ...before.folders])).join() === before.marks.join()) return before.packages
  const own = await marksOf([python])
  const { code, out } = await said(python, ['-I', '-c', script], { timeout: 60_000 })
  if (code !== 0) return []
  const told = Told.parse(JSON.parse(out))
  asked.set(python, { ...told, marks: [...own, ...told.marks] })
  return told.packages
}

/** Undefined while it was not asked in this studio: a list does not wait for that. */
export async function countIfKnown(python: string): Promise<number | undefined> {
  return asked.has(python) ? (await packagesOf(python)).length : undefined
}

async function marksOf(paths: readonly string[]): Promise<string[]> {
  return Promise.all(paths.map((path) => stat(path, { bigint: true }).then(({ mtimeNs, ino }) => `${mtimeNs} ${ino}`, () => '')))
}

/** Bytes of a folder, links not followed; a file that several names lead to counts for each. */
export async function bytesUnder(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const sizes = await Promise.all(entries.map((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? bytesUnder(path) : lstat(path).then(({ size }) => size, () => 0)
  }))
  return sizes.reduce((sum, size) => sum + size, 0)
}
