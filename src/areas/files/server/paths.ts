import { stat } from 'node:fs/promises'
import type { Stats } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { diskProblem, insideOf } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'

/** Folders that hold no work of the user: they are not watched and not searched. */
export const quiet: ReadonlySet<string> = new Set(['.atelier', '.git', 'node_modules', '__pycache__', '.venv', '.ipynb_checkpoints'])

/** Half-written neighbours of a file that is being saved. */
const halfWritten = /^\..*\.[0-9a-f]{8}\.part$/

export function isHidden(name: string): boolean {
  return name === '.atelier' || halfWritten.test(name)
}

/** Where the path itself stands, a link at its end not followed: for what is moved, copied or thrown away. The workspace itself is refused. */
export async function placeOf(root: string, path: string): Promise<string> {
  if (path.includes('\0')) throw new Problem('invalid', 'A path cannot hold a zero byte.')
  const clean = path.replace(/[/\\]+$/, '')
  const name = basename(clean)
  if (name === '' || name === '.' || name === '..') throw new Problem('forbidden', 'The workspace folder itself cannot be moved, replaced or deleted from here.')
  const place = join(await insideOf(root, dirname(clean)), name)
  const home = await insideOf(root, '.')
  if (place === home) throw new Problem('forbidden', 'The workspace folder itself cannot be moved, replaced or deleted from here.')
  if (relative(home, place).split(sep)[0]?.toLowerCase() === '.atelier') throw new Problem('forbidden', `“${path}” belongs to the studio itself and is not touched by hand.`)
  return place
}

/** The path within the workspace, with `/` between its parts. */
export function shortOf(home: string, place: string): string {
  return relative(home, place).split(sep).join('/')
}

/** Facts of a plain file; a folder, pipe or device is refused before it is opened, since opening a pipe may wait for ever. */
export async function plainFile(place: string, path: string): Promise<Stats> {
  const facts = await stat(place).catch((error: unknown) => { throw diskProblem(error, path) })
  if (facts.isDirectory()) throw new Problem('invalid', `“${basename(path)}” is a folder, not a file.`)
  if (!facts.isFile()) throw new Problem('invalid', `“${basename(path)}” is no plain file and is not opened.`)
  return facts
}
