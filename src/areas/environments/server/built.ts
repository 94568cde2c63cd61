import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Manifest, manifestName } from './plan.ts'
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

const script = `
import importlib.metadata as m, json
seen = {}
for d in m.distributions():
    n = d.metadata["Name"]
    if n: seen.setdefault(n.lower().replace("_", "-"), {"name": n, "version": d.version})
print(json.dumps(sorted(seen.values(), key=lambda p: p["name"].lower())))`

/** Installed packages by name, told by the interpreter itself. */
export async function packagesOf(python: string): Promise<{ name: string; version: string }[]> {
  const { code, out } = await said(python, ['-I', '-c', script], { timeout: 60_000 })
  return code === 0 ? z.array(z.object({ name: z.string(), version: z.string() })).parse(JSON.parse(out)) : []
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
