import { randomUUID } from 'node:crypto'
import { copyFile, lstat, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { codeOf, exists, hashOf, makeFolder, syncFolder } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import { gitFiles } from './git.ts'

const Manifest = z.object({ files: z.array(z.object({ path: z.string(), hash: z.string(), bytes: z.int() })), leftOut: z.array(z.string()).default([]) })
export type Manifest = z.infer<typeof Manifest>

const sources = /\.(py|pyi|pyx|r|jl|sh|sql|ipynb|js|ts|jinja2?|j2|toml|cfg|ini|ya?ml|md)$|^(Makefile|Dockerfile|requirements[\w.-]*\.txt)$/i
const settings = /\.(json|txt)$/i
/** Bytes: of a file of code, of a file that may be data as well, of all together. */
const [largestCode, largestOther, largestAll, mostFiles] = [1_000_000, 100_000, 50_000_000, 5000]
const neverInto = /^(\.|node_modules$|__pycache__$|venv$|env$|site-packages$)/

/** The code in a folder, kept by content: what git tracks there, and source files that it does not. Data and what is large stay out. */
export async function takeSnapshot({ home, folder, script }: { readonly home: string; readonly folder: string; readonly script: string }): Promise<{ readonly hash: string; readonly manifest: Manifest }> {
  const { chosen, leftOut } = await chosenIn(folder, script)
  const contents = new Map(await Promise.all(chosen.map(async (path) => [path, await readFile(join(folder, path))] as const)))
  const files = [...contents].map(([path, content]) => ({ path, hash: hashOf(content), bytes: content.length }))
  const manifest: Manifest = { files, leftOut: leftOut.slice(0, 1000) }
  const hash = hashOf(JSON.stringify(files))
  if (!(await exists(join(home, hash)))) await keep({ home, hash, manifest, contents })
  return { hash, manifest }
}

/** Paths whose content is not what the snapshot keeps: changed, added or gone since. */
export async function changedIn({ home, folder, script, hash }: { readonly home: string; readonly folder: string; readonly script: string; readonly hash: string }): Promise<string[]> {
  const [{ files }, { chosen }] = await Promise.all([manifestOf(home, hash), chosenIn(folder, script)])
  const before = new Map(files.map((file) => [file.path, file.hash]))
  const all = [...new Set([...before.keys(), ...chosen])].sort()
  const now = await Promise.all(all.map((path) => readFile(join(folder, path)).then(hashOf, () => undefined)))
  return all.filter((path, i) => before.get(path) !== now[i])
}

/** What is code by its name and fits by its size, in the order of the paths. */
async function chosenIn(folder: string, script: string): Promise<{ readonly chosen: readonly string[]; readonly leftOut: readonly string[] }> {
  const found = await Promise.all((await codeIn(folder, script)).map(async (path) => ({ path, facts: await lstat(join(folder, path)).catch(() => undefined) })))
  const [chosen, leftOut]: [string[], string[]] = [[], []]
  let total = 0
  for (const { path, facts } of found) {
    if (!facts?.isFile()) continue
    const fits = facts.size <= (path === script || sources.test(path.split('/').at(-1) ?? '') ? largestCode : largestOther) && total + facts.size <= largestAll && chosen.length < mostFiles
    if (fits) total += facts.size
    const side = fits ? chosen : leftOut
    side.push(path)
  }
  return { chosen, leftOut }
}

async function keep({ home, hash, manifest, contents }: { readonly home: string; readonly hash: string; readonly manifest: Manifest; readonly contents: ReadonlyMap<string, Buffer> }): Promise<void> {
  const stage = join(home, `.${randomUUID()}.part`)
  await makeFolder(stage)
  await Promise.all([...contents].map(async ([path, content]) => {
    await makeFolder(dirname(join(stage, 'files', path)))
    await writeFile(join(stage, 'files', path), content, { flush: true })
  }))
  await writeFile(join(stage, 'manifest.json'), JSON.stringify(manifest), { flush: true })
  await rename(stage, join(home, hash)).catch(async (error: unknown) => {
    await rm(stage, { recursive: true, force: true })
    if (!['EEXIST', 'ENOTEMPTY'].includes(codeOf(error))) throw error
  })
  await syncFolder(home)
}

/** Paths from the folder, the script among them even where nothing else would take it. */
async function codeIn(folder: string, script: string): Promise<string[]> {
  const git = await gitFiles(folder)
  const others = git ? git.others.filter(isSource) : await walk(folder, '')
  return [...new Set([...(git?.tracked ?? []), ...others, script])].filter((path) => !/^\.atelier\/|(^|\/)\.env/.test(path)).sort()
}

function isSource(path: string): boolean {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  return !parts.some((part) => neverInto.test(part)) && (sources.test(name) || settings.test(name))
}

async function walk(folder: string, prefix: string): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true }).catch(() => [])
  const isEnvironment = entries.some(({ name }) => name === 'pyvenv.cfg')
  if (isEnvironment) return []
  const found: string[] = []
  for (const entry of entries) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    if (neverInto.test(entry.name)) continue
    if (entry.isDirectory() && path.split('/').length < 8) found.push(...(await walk(folder, path)))
    else if (entry.isFile() && isSource(path)) found.push(path)
    if (found.length > mostFiles) break
  }
  return found
}

/** Lays the code out as it was, with links to everything else that stands beside it: data is found where a script looks for it, and what it does to its own folder touches neither the snapshot nor the workspace. */
export async function layOut({ home, hash, into, beside }: { readonly home: string; readonly hash: string; readonly into: string; readonly beside: string }): Promise<void> {
  const { files } = await manifestOf(home, hash)
  await mkdir(into, { recursive: true })
  await Promise.all(files.map(async ({ path }) => {
    await mkdir(dirname(join(into, path)), { recursive: true })
    await copyFile(join(home, hash, 'files', path), join(into, path))
  }))
  await link(into, beside, '', files.map(({ path }) => path))
}

async function link(into: string, beside: string, prefix: string, code: readonly string[]): Promise<void> {
  const entries = await readdir(join(beside, prefix), { withFileTypes: true }).catch(() => [])
  for (const entry of entries.slice(0, 5000)) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    if (['.atelier', '.git', '__pycache__'].includes(entry.name) || code.includes(path)) continue
    if (entry.isDirectory() && code.some((one) => one.startsWith(`${path}/`))) await link(into, beside, path, code)
    else await symlink(join(beside, path), join(into, path)).catch(() => {})
  }
}

export async function manifestOf(home: string, hash: string): Promise<Manifest> {
  const text = await readFile(join(home, hash, 'manifest.json'), 'utf8').catch(() => undefined)
  if (text === undefined) throw new Problem('missing', 'The code snapshot of this run is gone from .atelier/snapshots. Restore the folder from a backup, or clone the run to start it with the code of today.')
  return Manifest.parse(JSON.parse(text))
}
