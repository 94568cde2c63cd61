import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Problem } from '#wire/problem.ts'

/** Written to a temporary file beside it, flushed, renamed: after a crash the file is the old one or the new one, never a part. */
export async function writeAtomic(path: string, content: string | Uint8Array): Promise<void> {
  await makeFolder(dirname(path))
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`)
  try {
    const mode = await stat(path).then((old) => old.mode, () => undefined)
    const file = await open(temporary, 'wx')
    try {
      if (mode !== undefined) await file.chmod(mode)
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw diskProblem(error, path)
  }
}

/** The folder and those above it. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    if (['EEXIST', 'ENOTDIR'].includes(codeOf(error))) throw new Problem('invalid', `“${basename(path)}” is a file or lies in one, so nothing can be put under it. Choose another place.`)
    throw diskProblem(error, path)
  })
}

/** Makes a rename durable. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, constants.O_RDONLY)
  await folder.sync().finally(() => folder.close())
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The absolute path of something in the workspace, symlinks followed; refuses what lies outside or under `.atelier`. */
export async function insideOf(root: string, path: string, options: { readonly studio?: boolean } = {}): Promise<string> {
  if (path.includes('\0')) throw new Problem('invalid', 'A path cannot hold a zero byte.')
  const home = await realpath(root)
  const wanted = isAbsolute(path) ? path : resolve(home, path)
  const real = await realOf(wanted)
  const from = relative(home, real)
  if (from === '..' || from.startsWith(`..${sep}`) || isAbsolute(from)) throw new Problem('forbidden', `“${path}” lies outside the workspace. Only files in it can be opened; copy or upload it first.`)
  if (!options.studio && from.split(sep)[0] === '.atelier') throw new Problem('forbidden', `“${path}” belongs to the studio itself and is not opened by hand.`)
  return real
}

/** realpath of the deepest part that exists, with the rest appended. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (codeOf(error) === 'ELOOP') throw new Problem('invalid', `“${basename(path)}” is a link that leads to itself.`)
    if (dirname(path) === path) return path
    return join(await realOf(dirname(path)), basename(path))
  }
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false)
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** A file system's refusal as a sentence; what is none passes through. */
export function diskProblem(error: unknown, path: string): unknown {
  const sentence = sentences[codeOf(error)]
  return sentence ? new Problem(sentence[0], sentence[1].replace('%', basename(path))) : error
}

const sentences: Readonly<Record<string, readonly ['missing' | 'conflict' | 'forbidden' | 'too_large' | 'invalid', string]>> = {
  ENOENT: ['missing', 'There is no “%” any more.'],
  EEXIST: ['conflict', 'There is already a “%” here.'],
  ENOTEMPTY: ['conflict', 'The folder “%” is not empty.'],
  EISDIR: ['invalid', '“%” is a folder, not a file.'],
  ENOTDIR: ['invalid', 'A part of the path of “%” is a file, not a folder.'],
  EACCES: ['forbidden', 'The system does not let Atelier touch “%”. Check its permissions.'],
  EPERM: ['forbidden', 'The system does not let Atelier touch “%”. Check its permissions.'],
  EROFS: ['forbidden', 'The disk that holds “%” is read-only.'],
  ENOSPC: ['too_large', 'The disk is full: “%” was not written. Free some space and try again; nothing that was saved is lost.'],
  EDQUOT: ['too_large', 'The disk quota is used up: “%” was not written. Free some space and try again.'],
  ENAMETOOLONG: ['invalid', 'The name “%” is too long for this file system.'],
}
