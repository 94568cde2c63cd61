import { createHash } from 'node:crypto'
import { glob, readdir, stat } from 'node:fs/promises'
import { extname, join, matchesGlob, relative, sep } from 'node:path'
import { diskProblem, insideOf } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import type { Dataset, Format } from '../domain/dataset.ts'
import { formatOf, isGlob } from '../domain/source-path.ts'

export interface SourceFile { readonly path: string; readonly name: string; readonly size: number; readonly mtime: number }

/** What was read, so that a change on disk is noticed: workspace path, size, time of change. */
export type Watch = readonly (readonly [name: string, size: number, mtime: number])[]

export interface Source { readonly source: string; readonly format: Format; readonly files: readonly SourceFile[]; readonly warnings: readonly string[] }

/** The files behind a path, folder or glob, in natural order, and the one format they share. */
export async function openSource(root: string, path: string): Promise<Source> {
  if (path.trim() === '') throw new Problem('invalid', 'Name a file, a folder or a pattern in the workspace.', 'path')
  const { files, direct } = await filesOf(root, path)
  const [only] = files
  if (direct && only && !formatOf(only.name)) {
    if (/\.(xlsx?|arrow|feather|avro|orc|sqlite|db|zip|pkl|pickle|npz?)$/i.test(only.name)) throw new Problem('invalid', `“${only.name}” cannot be read as a table. Save it as CSV, JSON, NDJSON or Parquet first.`, 'path')
    return { source: only.name, format: 'csv', files, warnings: [] }
  }
  if (direct && only) return { source: only.name, format: formatOf(only.name) === 'texts' ? 'csv' : (formatOf(only.name) ?? 'csv'), files, warnings: [] }
  return oneFormat(tidy(path), files)
}

export async function stateOf(root: string, source: string, watch: Watch): Promise<Dataset['sourceState']> {
  const step = Math.max(1, Math.ceil(watch.length / 500))
  for (const [name, size, mtime] of watch.filter((_, i) => i % step === 0)) {
    const now = await stat(join(root, name)).catch(() => undefined)
    if (!now) return 'gone'
    if (now.size !== size || Math.floor(now.mtimeMs) !== mtime) return 'changed'
  }
  if (watch.length === 1 && watch[0]?.[0] === source) return 'same'
  const found = await openSource(root, source).catch(() => undefined)
  return found && found.files.length === watch.length ? 'same' : 'changed'
}

/** The path from the workspace, links followed. */
export async function nameIn(root: string, path: string): Promise<string> {
  return relativeTo(await insideOf(root, '.'), await insideOf(root, path))
}

/** Whether a file of this name, there already or not, is or would be read as part of a source. */
export async function isPartOf(root: string, { source, format, files }: { readonly source: string; readonly format: Format; readonly files: readonly string[] }, name: string): Promise<boolean> {
  if (files.includes(name) || name === source) return true
  if (hidden(name) || format === 'images' || format === 'texts') return false
  if (isGlob(source) && matchesGlob(name, source)) return true
  const folder = await insideOf(root, source).catch(() => undefined)
  return folder !== undefined && join(root, name).startsWith(`${folder}${sep}`) && (await stat(folder).then((found) => found.isDirectory(), () => false))
}

export function watchOf(files: readonly SourceFile[]): Watch {
  return files.map(({ name, size, mtime }) => [name, size, mtime] as const)
}

export function fingerprintOf(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex').slice(0, 40)
}

async function filesOf(root: string, path: string): Promise<{ readonly files: readonly SourceFile[]; readonly direct: boolean }> {
  const plain = await insideOf(root, path)
  const found = await stat(plain).catch(() => undefined)
  if (found?.isFile()) return { files: [await fileOf(root, plain)], direct: true }
  const names = found?.isDirectory() ? await allUnder(plain) : isGlob(path) ? await matching(root, path) : []
  if (!found && names.length === 0) throw new Problem('missing', isGlob(path) ? `No file in the workspace matches “${path}”.` : `There is no “${path}” in the workspace.`, 'path')
  if (names.length === 0) throw new Problem('invalid', `The folder “${path}” holds no files.`, 'path')
  const files = await Promise.all(names.map(async (name) => fileOf(root, await insideOf(root, name))))
  return { files: files.toSorted((a, b) => natural.compare(a.name, b.name)), direct: false }
}

const natural = new Intl.Collator('en', { numeric: true })

async function allUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => { throw diskProblem(error, folder) })
  return entries.filter((entry) => entry.isFile() && !hidden(relative(folder, join(entry.parentPath, entry.name)))).map((entry) => join(entry.parentPath, entry.name))
}

async function matching(root: string, pattern: string): Promise<string[]> {
  const home = await insideOf(root, '.')
  const names: string[] = []
  for await (const entry of glob(pattern, { cwd: home, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !hidden(relative(home, path))) names.push(path)
  }
  return names
}

function hidden(path: string): boolean {
  return path.split(sep).some((part) => part.startsWith('.') && part !== '..' && part !== '.')
}

async function fileOf(root: string, path: string): Promise<SourceFile> {
  const { size, mtimeMs } = await stat(path).catch((error: unknown) => { throw diskProblem(error, path) })
  return { path, name: relativeTo(await insideOf(root, '.'), path), size, mtime: Math.floor(mtimeMs) }
}

function relativeTo(root: string, path: string): string {
  return (path.startsWith(root) ? relative(root, path) : path).split(sep).join('/')
}

function tidy(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '') || '.'
}

function oneFormat(source: string, files: readonly SourceFile[]): Source {
  const kinds = Map.groupBy(files, ({ name }) => formatOf(name))
  const tables = (['parquet', 'csv', 'json', 'ndjson'] as const).filter((format) => kinds.has(format))
  const told = [...kinds].map(([format, some]) => `${some.length} ${format ?? extname(some[0]?.name ?? '')}`).join(', ')
  if (tables.length > 1) throw new Problem('invalid', `“${source}” holds files of different formats (${told}). Name those that belong together with a pattern, e.g. ${source}/*.csv.`, 'path')
  const [images, texts] = [kinds.get('images') ?? [], kinds.get('texts') ?? []]
  const listed: Format | undefined = images.length > 0 ? 'images' : texts.length > 0 ? 'texts' : undefined
  const format = images.length > files.length / 2 ? 'images' : (tables[0] ?? listed)
  const wanted = format && kinds.get(format)
  if (!format || !wanted) throw new Problem('invalid', `“${source}” holds no tables, images or texts that can be read (${told}).`, 'path')
  return { source, format, files: wanted, warnings: leftOut(source, format, wanted.length, files.length - wanted.length) }
}

function leftOut(source: string, format: Format, taken: number, left: number): string[] {
  return left > 0 ? [`${left} other ${left === 1 ? 'file is' : 'files are'} left out: “${source}” is read for its ${taken} ${format} files.`] : []
}
