import { lstat, readdir, realpath, rm, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { codeOf, diskProblem, exists } from '#node/files.ts'
import { putIncoming } from '#node/incoming.ts'
import type { Incoming } from '#node/incoming.ts'
import { Problem } from '#wire/problem.ts'
import { artifactParts } from '../domain/artifact-path.ts'
import type { Artifact } from '../domain/shown.ts'
import { artifactRootOf } from './artifact-root.ts'

const arriving = '.atelier-incoming'

export type Artifacts = ReturnType<typeof openArtifacts>

/** What runs and logged models kept. `destination` is the folder behind `mlflow-artifacts:/`; what is under `studio` beside it is never served. */
export function openArtifacts({ destination, studio }: { readonly destination: string; readonly studio: string }) {
  const waiting = join(destination, arriving)

  function baseOf(uri: string): { readonly base: string; readonly below: string } {
    const root = artifactRootOf(uri)
    if (root.kind === 'elsewhere') throw new Problem('invalid', `The artifacts lie at ${uri}, which this server does not reach; the client that wrote them does.`)
    return root.kind === 'proxy' ? { base: destination, below: root.path } : { base: root.path, below: '' }
  }

  /** The absolute path below the root of a run or model; links may not lead out of it. */
  async function placeOf(uri: string, path = ''): Promise<string> {
    const { base, below } = baseOf(uri)
    const [root, parts] = [artifactParts(below), artifactParts(path)]
    if (!root || !parts) throw invalidPath()
    const place = join(base, ...root, ...parts)
    const [realBase, realPlace] = await Promise.all([realOf(base), realOf(place)])
    if (!within(realBase, realPlace)) throw invalidPath()
    if (within(await realOf(studio), realPlace) && !within(await realOf(destination), realPlace)) throw new Problem('forbidden', 'That path belongs to the studio itself and is not served.')
    return place
  }

  /** One folder; nothing where there is none. Paths are from the root. */
  async function list(uri: string, path = ''): Promise<Artifact[]> {
    const place = await placeOf(uri, path)
    const names = await readdir(place).catch((error: unknown) => {
      if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return []
      throw diskProblem(error, place)
    })
    const prefix = (artifactParts(path) ?? []).map((part) => `${part}/`).join('')
    const found = await Promise.all(names.filter((name) => !isOurs(name)).map((name) => artifactAt(join(place, name), prefix + name)))
    return found.filter((one) => one !== undefined).sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  /** Where a file's bytes are; refuses what is none. */
  async function fileOf(uri: string, path: string): Promise<string> {
    const place = await placeOf(uri, path)
    const facts = await stat(place).catch(() => undefined)
    if (!facts) throw new Problem('missing', `No such artifact: '${path}'`, 'path')
    if (facts.isDirectory()) throw new Problem('invalid', `Artifact path refers to a directory, not a file: '${path}'`, 'path')
    if (!facts.isFile()) throw new Problem('invalid', `“${path}” is no plain file and is not opened.`, 'path')
    return place
  }

  async function put(uri: string, path: string, incoming: Incoming): Promise<void> {
    const place = await placeOf(uri, path)
    if ((artifactParts(path) ?? []).length === 0) throw invalidPath()
    if (await lstat(place).then((facts) => facts.isDirectory(), () => false)) throw new Problem('invalid', `There is a folder at '${path}' already.`, 'path')
    const proxied = artifactRootOf(uri).kind === 'proxy'
    await putIncoming(place, proxied ? waiting : join(baseOf(uri).base, arriving), incoming)
  }

  /** A file, or a folder with all that is in it; nothing happens where there is none. */
  async function remove(uri: string, path: string): Promise<void> {
    const place = await placeOf(uri, path)
    if (place === destination || (artifactParts(path) ?? []).length === 0) throw invalidPath()
    await rm(place, { recursive: true, force: true }).catch((error: unknown) => { throw diskProblem(error, place) })
  }

  /** What a crash left half-received. */
  async function tidy(): Promise<void> {
    await rm(waiting, { recursive: true, force: true })
  }

  return { placeOf, list, fileOf, put, remove, tidy }
}

async function artifactAt(place: string, path: string): Promise<Artifact | undefined> {
  const facts = await stat(place).catch(() => undefined)
  return facts && { path, folder: facts.isDirectory(), bytes: facts.isDirectory() ? null : facts.size, changed: Math.round(facts.mtimeMs) }
}

function isOurs(name: string): boolean {
  return name === arriving || name.startsWith('.artifact.uploading.')
}

/** With links followed, as far as the path exists. */
async function realOf(path: string): Promise<string> {
  if (await exists(path)) return realpath(path)
  const parent = join(path, '..')
  return parent === path ? path : join(await realOf(parent), relative(parent, path))
}

function within(base: string, place: string): boolean {
  const from = relative(base, place)
  return from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from)
}

export function invalidPath(): Problem {
  return new Problem('invalid', 'Invalid path')
}
