import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '#wire/problem.ts'
import type { Declared, Interpreter, KeyParts } from '../domain/environment.ts'
import { keyText, normalised } from '../domain/key.ts'
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

export interface Wanted { readonly key: string; readonly parts: KeyParts; readonly python: string }

/** What an environment would be built from now, here; a Problem where the machine lacks the Python. */
export async function wantedOf({ declared, root, home, probes, oldest = '3.9' }: { readonly declared: Declared; readonly root: string; readonly home: string; readonly probes: Probes; readonly oldest?: string }): Promise<Wanted> {
  const python = pythonFor(declared, await findInterpreters(root, probes), oldest)
  const told = await probes.probe(python)
  if (!told) throw new Problem('invalid', noPython)
  const uv = await findUv(home)
  const parts: KeyParts = {
    requirements: normalised(declared.requirements), python: told.version, platform: told.tag,
    index: process.env.UV_INDEX_URL ?? process.env.UV_DEFAULT_INDEX ?? process.env.PIP_INDEX_URL ?? '', installer: uv === undefined && process.env.ATELIER_NO_UV ? 'pip' : 'uv', worker,
  }
  return { key: createHash('sha256').update(keyText(parts)).digest('hex').slice(0, 40), parts, python }
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
