import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { hashOf } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import type { Declared, Interpreter, KeyParts } from '../domain/environment.ts'
import { keyText, normalised, normalisedProject } from '../domain/key.ts'
import { pinsIn } from '../domain/uv-lock.ts'
import type { Included, WithIncluded } from './included.ts'
import { findInterpreters } from './interpreters.ts'
import type { Probes } from './probes.ts'
import { findUv } from './tools.ts'

/** The version of what the studio itself brings into an environment. */
const worker = '1'
const pythonHome = join(import.meta.dirname, '..', '..', '..', 'python')

/** The environment that stands ready without being declared: what most work with tables and models needs. */
export async function curatedDefault(): Promise<Declared> {
  return { name: 'default', python: '', requirements: await readFile(join(pythonHome, 'default.lock'), 'utf8'), project: false, variables: {}, secrets: [] }
}

export const noPython = 'There is no Python 3.9 or newer on this machine. Install one (on Debian and Ubuntu: sudo apt install python3 python3-venv; elsewhere from python.org) and open this view again; all that needs no Python works without it.'

export interface Wanted {
  readonly key: string
  readonly parts: KeyParts
  readonly python: string
  /** What is installed, beside the files that it includes. */
  readonly requirements: string
  readonly files: readonly { readonly name: string; readonly text: string }[]
}

interface Asked {
  readonly declared: Declared
  readonly included?: WithIncluded
  /** The text of a `uv.lock`, where one stands beside the project. */
  readonly lock?: string
  readonly root: string
  readonly home: string
  readonly probes: Probes
  readonly oldest?: string
}

/** What an environment would be built from now, here; a Problem where the machine lacks the Python. */
export async function wantedOf({ declared, included, lock = '', root, home, probes, oldest = '3.9' }: Asked): Promise<Wanted> {
  const python = pythonFor(declared, await findInterpreters(root, probes), oldest)
  const told = await probes.probe(python)
  if (!told) throw new Problem('invalid', noPython)
  const text = declared.requirements
  const { laid, files } = included ?? { laid: normalised(text), files: [] }
  const parts: KeyParts = {
    requirements: declared.project ? normalisedProject(text) : normalised(text), included: includedPart(declared.name, files), lock: lockPart(lock),
    python: told.version, platform: told.tag, index: indexOf(process.env), installer: process.env.ATELIER_NO_UV && (await findUv(home)) === undefined ? 'pip' : 'uv', worker,
  }
  return { key: hashOf(keyText(parts)).slice(0, 40), parts, python, requirements: laid, files: files.map((file) => ({ name: file.name, text: file.laid })) }
}

function indexOf(env: Readonly<Record<string, string | undefined>>): string {
  return env.UV_INDEX_URL ?? env.UV_DEFAULT_INDEX ?? env.PIP_INDEX_URL ?? ''
}

/** Each line after its file, which is named from the environment's folder, so that equal environments share what is built. */
function includedPart(name: string, files: readonly Included[]): string {
  return files.flatMap(({ path, text }) => {
    const from = relative(join('environments', name), path)
    return text === '' ? [`${from}: nothing`] : text.split('\n').map((line) => `${from}: ${line}`)
  }).join('\n')
}

/** What it pins, for a person; and its hash, for all else that it holds. */
export function lockPart(lock: string): string {
  return lock === '' ? '' : `${pinsIn(lock)}\nSHA-256 ${hashOf(lock)}`
}

function pythonFor({ python, name }: Declared, found: readonly Interpreter[], oldest: string): string {
  const all = found.filter(({ usable, kind }) => usable && kind !== 'venv')
  if (all.length === 0) throw new Problem('invalid', noPython)
  const wanted = python === '' ? all.filter(({ version }) => atLeast(version, oldest)) : all.filter(({ version }) => version.startsWith(`${python}.`))
  const [first] = wanted
  if (first) return first.path
  const have = [...new Set(all.map(({ version }) => version))].join(', ')
  throw new Problem('invalid', `“${name}” wants Python ${python || `${oldest} or newer`}, which is not on this machine (it has ${have}). Install it, or choose another version.`)
}

function atLeast(version: string, oldest: string): boolean {
  return Number(version.split('.')[1]) >= Number(oldest.split('.')[1])
}
