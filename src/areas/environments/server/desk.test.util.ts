import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { openFiles } from '#areas/files/server/store.ts'
import { openJobs } from '#areas/jobs/server/store.ts'
import { openSqlite } from '#node/sqlite.ts'
import { openEvents } from '#wire/events.ts'
import { environmentsRoutes } from './routes.ts'
import { buildReasons, openEnvironments } from './store.ts'

const made: string[] = []

export async function folderFor(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `atelier ${name}`))
  made.push(folder)
  return folder
}

export async function removeFolders(): Promise<void> {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

/** A workspace with its environments, whose built ones are kept under `home`. */
export async function openDesk(home: string) {
  const root = await folderFor('work ü ')
  const sqlite = openSqlite(join(root, 'a.db'))
  const events = openEvents()
  const jobs = openJobs({ sqlite, events, folder: join(root, 'jobs'), reasons: buildReasons })
  const environments = openEnvironments({ root, sqlite, jobs, events, home })
  const app = new Hono().route('/', environmentsRoutes({ environments, files: openFiles({ root, sqlite, events }), root }))
  const ask = async (name: string, input: unknown) => {
    const answer = await app.request(`/environments.${name}`, { method: 'POST', body: JSON.stringify(input) })
    return { status: answer.status, body: await answer.json() }
  }
  return { root, jobs, environments, ask }
}

const wheel = `
import sys, zipfile
folder, name, version, requires, size = sys.argv[1:]
with zipfile.ZipFile(f"{folder}/{name}-{version}-py3-none-any.whl", "w") as z:
    z.writestr(f"{name}/__init__.py", f"version = '{version}'\\n")
    z.writestr(f"{name}/data.bin", b"x" * int(size))
    z.writestr(f"{name}-{version}.dist-info/METADATA", f"Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n" + (f"Requires-Dist: {requires}\\n" if requires else ""))
    z.writestr(f"{name}-{version}.dist-info/WHEEL", "Wheel-Version: 1.0\\nGenerator: small\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
    z.writestr(f"{name}-{version}.dist-info/RECORD", "")
`

/** A package as a wheel in a folder, so that no index is needed. */
export function wheelIn(python: string, folder: string, { name, version, requires = '', bytes = 0 }: { readonly name: string; readonly version: string; readonly requires?: string; readonly bytes?: number }): void {
  execFileSync(python, ['-c', wheel, folder, name, version, requires, String(bytes)])
}
