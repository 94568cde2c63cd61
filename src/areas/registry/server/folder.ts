import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { exampleOf } from '../domain/example.ts'
import { mlModelOf, requirementsOf } from '#areas/runs/domain/ml-model.ts'
import type { MlModel } from '#areas/runs/domain/ml-model.ts'
import { onnxOf } from '../domain/onnx.ts'
import type { ModelFolder } from '../domain/registered.ts'
import { withBytes } from './open-bytes.ts'
import { isPickled } from './pickled.ts'
import { filesOf } from './walk.ts'
import type { Found } from './walk.ts'

const largest = 5_000_000
const mostFiles = 2000
const mostRows = 50

export interface ReadFolder extends ModelFolder { readonly run: string | null; readonly loggedModel: string | null }

/** Remembers what it read while the folder's description has not changed. */
export function openFolders() {
  const known = new Map<string, { readonly stamp: string; readonly folder: Promise<ReadFolder> }>()

  /** Undefined where there is no such folder. */
  async function read(place: string): Promise<ReadFolder | undefined> {
    const facts = await Promise.all([place, join(place, 'MLmodel')].map((path) => stat(path).catch(() => undefined)))
    if (!facts[0]?.isDirectory()) return undefined
    const stamp = facts.map((one) => `${one?.mtimeMs}:${one?.size}`).join(' ')
    const held = known.get(place)
    if (held?.stamp === stamp) return held.folder
    const folder = folderOf(place)
    known.set(place, { stamp, folder })
    folder.catch(() => known.delete(place))
    return folder
  }

  return { read }
}

/** What a model folder says of itself; nothing in it is run or unpickled. */
async function folderOf(place: string): Promise<ReadFolder> {
  const files = await filesOf(place)
  const warnings: string[] = []
  const text = (path: string) => textOf(files.find((one) => one.path === path), warnings)
  const model = modelOf(await text('MLmodel'), warnings)
  const onnx = onnxIn(files)
  const example = model.examplePath === null ? undefined : await text(model.examplePath)
  const environment = environmentOf({ python: await text('python_env.yaml'), requirements: await text('requirements.txt') })
  if (files.length > mostFiles) warnings.push(`It has ${files.length} files; the first ${mostFiles} are listed.`)
  if (onnx?.external) warnings.push('The weights of the ONNX model lie in files of their own; it cannot be loaded without them.')
  return {
    flavors: model.flavors, signature: model.signature ?? onnx?.signature ?? null, example: example === undefined ? null : shownExample(example, warnings), mlflowVersion: model.mlflowVersion,
    requirements: environment.requirements, python: environment.python ?? model.python, files: files.slice(0, mostFiles).map(({ path, bytes }) => ({ path, bytes })), bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    warnings: [...new Set([...warnings, ...pickleWarnings(files, model)])], run: model.run, loggedModel: model.loggedModel,
  }
}

function environmentOf({ python = '', requirements = '' }: { readonly python: string | undefined; readonly requirements: string | undefined }) {
  return { python: /^python\s*:\s*['"]?([\d.]+)/m.exec(python)?.[1], requirements: requirementsOf(requirements) }
}

async function textOf(file: Found | undefined, warnings: string[]): Promise<string | undefined> {
  if (!file) return undefined
  if (file.bytes <= largest) return readFile(file.place, 'utf8')
  warnings.push(`“${file.path}” is too large to be shown.`)
  return undefined
}

function modelOf(text: string | undefined, warnings: string[]): MlModel {
  if (text === undefined) return { ...mlModelOf({}), warnings: [] }
  try {
    const model = mlModelOf(parse(text, { maxAliasCount: 20 }))
    warnings.push(...model.warnings)
    return model
  } catch {
    warnings.push('MLmodel is no YAML that can be read; only the files are shown.')
    return mlModelOf({})
  }
}

function onnxIn(files: readonly Found[]) {
  const file = files.find(({ path }) => path.toLowerCase().endsWith('.onnx'))
  return file && withBytes(file.place, onnxOf)
}

function shownExample(text: string, warnings: string[]): ModelFolder['example'] {
  try {
    const { columns, rows } = exampleOf(JSON.parse(text))
    if (rows.length > mostRows) warnings.push(`The input example has ${rows.length} rows; the first ${mostRows} are shown.`)
    return { columns, rows: rows.slice(0, mostRows) }
  } catch {
    warnings.push('The input example is no JSON that can be read.')
    return null
  }
}

function pickleWarnings(files: readonly Found[], { flavors }: MlModel): string[] {
  if (flavors.length > 0) return []
  const found = files.slice(0, 20).filter(({ place }) => isPickled(place))
  if (found.length === 0) return []
  return [`${found.map(({ path }) => `“${path}”`).join(', ')} ${found.length === 1 ? 'is' : 'are'} pickled and kept unopened: what is inside is not known, and loading it runs code that it brings.`]
}
