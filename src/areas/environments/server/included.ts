import { readFile, stat } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { insideOf } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import { includesIn, withIncludes } from '../domain/includes.ts'
import { normalised } from '../domain/key.ts'

/** A file that requirements include, normalised; `laid` is the same where it names the files that it includes by their `name`. `path` is from the workspace. */
export interface Included { readonly name: string; readonly path: string; readonly text: string; readonly laid: string; readonly constraint: boolean }

/** `laid` is the text to install from, beside the files. */
export interface WithIncluded { readonly laid: string; readonly files: readonly Included[] }

interface Reading { readonly root: string; readonly files: Map<string, Included>; readonly above: readonly string[] }

const largest = 1_000_000
const mostFiles = 200

/** Requirements with the files that they include by `-r` and `-c`, each once, under names that stand side by side in one folder. A Problem says which line leads nowhere. */
export async function withIncluded({ root, path, text }: { readonly root: string; readonly path: string; readonly text: string }): Promise<WithIncluded> {
  const files = new Map<string, Included>()
  return { laid: await readIncludes(path, normalised(text), { root, files, above: [path] }), files: [...files.values()] }
}

async function readIncludes(from: string, text: string, { root, files, above }: Reading): Promise<string> {
  const names = new Map<string, string>()
  for (const { target, constraint } of includesIn(text)) {
    const path = await placeOf({ root, from, target })
    if (above.includes(path)) throw new Problem('invalid', `“${path}” includes itself${above.at(-1) === path ? '' : `, by way of “${from}”`}. Take one of the lines away.`)
    const kept = files.get(path)
    const name = kept?.name ?? `included-${files.size + 1}.txt`
    names.set(target, name)
    if (kept) { files.set(path, { ...kept, constraint: kept.constraint && constraint }); continue }
    if (files.size >= mostFiles) throw new Problem('invalid', `“${above[0]}” includes more than ${mostFiles} files. Put their lines together.`)
    const one = { name, path, constraint, text: normalised(await readFile(resolve(root, path), 'utf8')) }
    files.set(path, { ...one, laid: '' })
    files.set(path, { ...one, laid: await readIncludes(path, one.text, { root, files, above: [...above, path] }) })
  }
  return withIncludes(text, (target) => names.get(target) ?? target)
}

/** Its path from the workspace. */
async function placeOf({ root, from, target }: { readonly root: string; readonly from: string; readonly target: string }): Promise<string> {
  const path = resolve(root, dirname(from), target.startsWith('file:') ? pathOf(target) : target)
  const real = await insideOf(root, path).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
    throw new Problem('invalid', error.code === 'forbidden' ? `“${from}” includes “${target}”, which lies outside the files of the workspace. Copy it among them and include it from there.` : error.message)
  })
  const facts = await stat(real).catch(() => undefined)
  if (!facts?.isFile()) throw new Problem('invalid', `“${from}” includes “${target}”, ${facts ? 'which is no file' : 'which is not there'}: a path counts from the folder of the file that names it. Create it, or change the line.`)
  if (facts.size > largest) throw new Problem('invalid', `“${from}” includes “${target}”, which is larger than a list of packages can be (1 MB).`)
  return relative(root, path)
}

function pathOf(url: string): string {
  try {
    return fileURLToPath(url)
  } catch {
    return url
  }
}
