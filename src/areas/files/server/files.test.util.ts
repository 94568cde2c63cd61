import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { z } from 'zod'
import { openSqlite } from '#node/sqlite.ts'
import { ProblemBody } from '#wire/problem.ts'
import { openEvents } from '#wire/events.ts'
import type { Addressed, Call } from '#wire/contract.ts'
import { filesRoutes } from './routes.ts'
import { openFiles } from './store.ts'

/** A workspace on disk with these files, and its routes. */
export function workspaceOf(content: Readonly<Record<string, string | Uint8Array>> = {}, watch = false) {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'files-')))
  const root = join(base, 'root')
  mkdirSync(root)
  for (const [path, text] of Object.entries(content)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const sqlite = openSqlite(':memory:')
  const events = openEvents()
  const files = openFiles({ root, sqlite, events, watch })
  const app = filesRoutes({ files })

  async function ask<I extends z.ZodType, O extends z.ZodType>(call: Addressed<Call<I, O>>, input: z.input<I>): Promise<z.output<O>> {
    const response = await app.request(`/${call.area}.${call.name}`, { method: 'POST', body: JSON.stringify(input) })
    const body = await response.json()
    if (!response.ok) throw ProblemBody.parse(body)
    return call.output.parse(body)
  }
  return { base, root, sqlite, events, files, app, ask }
}
