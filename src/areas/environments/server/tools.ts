import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { exists } from '#node/files.ts'

/** Where built environments, uv and its downloads are kept, shared by all workspaces of this person. One file system, so that uv can link instead of copy. */
export function cacheHome(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return env.ATELIER_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'atelier')
}

/** A uv that is here already: named by `UV`, on the path, of the person, or ours. */
export async function findUv(home: string): Promise<string | undefined> {
  const named = [process.env.UV, ...(process.env.PATH ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, 'uv')), join(homedir(), '.local', 'bin', 'uv'), join(home, 'tools', 'bin', 'uv')]
  for (const path of named) if (path && (await exists(path))) return path
  return undefined
}
