import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { given } from '#lib/given.ts'
import { exists, writeAtomic } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import { Declared, EnvironmentName } from '../domain/environment.ts'
import { withIncluded } from './included.ts'
import type { WithIncluded } from './included.ts'

const Settings = z.object({ python: Declared.shape.python, variables: Declared.shape.variables, secrets: Declared.shape.secrets })

export const lockName = 'uv.lock'

/** The environments that a workspace declares: a folder each, under `environments/`. */
export function openDeclared(root: string) {
  const home = join(root, 'environments')
  const folderOf = (name: string) => join(home, name)

  async function names(): Promise<string[]> {
    const entries = await readdir(home, { withFileTypes: true }).catch(() => [])
    return entries.filter((entry) => entry.isDirectory() && EnvironmentName.safeParse(entry.name).success).map(({ name }) => name).sort()
  }

  async function read(name: string): Promise<Declared | undefined> {
    const folder = folderOf(name)
    const [settings, requirements, project] = await Promise.all(['environment.json', 'requirements.txt', 'pyproject.toml'].map((file) => readFile(join(folder, file), 'utf8').catch(() => undefined)))
    if (requirements === undefined && project === undefined) return undefined
    return Declared.parse({ name, requirements: project ?? requirements ?? '', project: project !== undefined, ...settingsOf(name, settings) })
  }

  /** The lock that stands beside a project; empty where none does. */
  async function lockOf({ name, project }: Declared): Promise<string> {
    return project ? readFile(join(folderOf(name), lockName), 'utf8').catch(() => '') : ''
  }

  /** The files that its requirements include, each once. */
  async function includedIn({ name, requirements, project }: Declared): Promise<WithIncluded> {
    return project ? { laid: requirements, files: [] } : withIncluded({ root, path: `environments/${name}/requirements.txt`, text: requirements })
  }

  /** All lines that ask for packages: its own, and those of the files that it includes; of its own alone where one of those cannot be read. */
  async function namedBy(declared: Declared): Promise<string> {
    const { files } = await includedIn(declared).catch(() => ({ files: [] }))
    return [declared.requirements, ...files.filter(({ constraint }) => !constraint).map(({ text }) => text)].join('\n')
  }

  /** Writes the files: the requirements in full, the rest where it says something. */
  async function write({ name, requirements, project, ...settings }: Declared): Promise<void> {
    await writeAtomic(join(folderOf(name), project ? 'pyproject.toml' : 'requirements.txt'), requirements.endsWith('\n') || requirements === '' ? requirements : `${requirements}\n`)
    await writeAtomic(join(folderOf(name), 'environment.json'), `${JSON.stringify(settings, null, 2)}\n`)
  }

  return { names, read, lockOf, includedIn, namedBy, write, folderOf, has: (name: string) => exists(folderOf(name)) }
}

function settingsOf(name: string, text: string | undefined): Partial<z.infer<typeof Settings>> {
  if (text === undefined) return {}
  const parsed = Settings.partial().safeParse(jsonOf(text))
  if (!parsed.success) throw new Problem('invalid', `“environments/${name}/environment.json” cannot be read: ${parsed.error.issues[0]?.message ?? 'it is not JSON'}. It holds python, variables and secrets.`)
  return given(parsed.data)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
