import { readdir, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, isAbsolute, join } from 'node:path'
import { exists } from '#node/files.ts'
import type { Interpreter } from '../domain/environment.ts'
import { pythonIn } from './built.ts'
import type { Probe } from './probe.ts'
import type { Probes } from './probes.ts'

const oldest = 9

/** Pythons of the machine and of the workspace, each once, those that can make environments and the newest first. */
export async function findInterpreters(root: string, probes: Probes): Promise<Interpreter[]> {
  const paths = await candidates(root)
  const found = await each(paths, probes, false)
  return found.some(({ usable }) => usable) ? found : each(paths, probes, true)
}

async function each(paths: readonly string[], probes: Probes, sure: boolean): Promise<Interpreter[]> {
  const found = await Promise.all(paths.map((path) => probed(path, probes, sure)))
  const seen = new Set<string>()
  const fresh = found.filter(({ real, probe: one }) => {
    return one !== undefined && !seen.has(real) && seen.add(real)
  })
  return fresh.flatMap(({ probe: one }) => (one ? [interpreterOf(one)] : [])).sort((a, b) => Number(b.usable) - Number(a.usable) || newer(b.version, a.version))
}

function interpreterOf({ executable: path, version, prefix, base, venv }: Probe): Interpreter {
  const isVenv = prefix !== base
  const kind = isVenv ? 'venv' as const : path.includes('pyenv') ? 'pyenv' as const : path.includes('conda') || path.includes('mamba') ? 'conda' as const : 'system' as const
  const young = Number(version.split('.')[1]) >= oldest
  const note = !young ? `Python ${version} is too old; 3.${oldest} or newer is needed.` : !venv && !isVenv ? 'It cannot make environments with pip alone: its venv part is missing (on Debian: sudo apt install python3-venv).' : ''
  return { path, version, kind, usable: young, note }
}

/** Where a start script such as pyenv's stands on the path, the Python behind it counts; a venv is itself, whatever its link leads to. */
async function probed(path: string, { probe }: Probes, sure: boolean): Promise<{ readonly probe: Probe | undefined; readonly real: string }> {
  const one = await probe(path, { sure })
  if (!one) return { probe: one, real: path }
  return { probe: one, real: one.prefix === one.base ? await realpath(one.executable).catch(() => one.executable) : one.executable }
}

/** The Python at a path that a person gave: an interpreter, or the folder of an environment; `~` is their home. */
export async function interpreterAt(given: string, { probe }: Probes): Promise<Interpreter | undefined> {
  const path = given.trim().replace(/^~(?=\/|$)/, homedir())
  if (!isAbsolute(path)) return undefined
  const folder = await stat(path).then((entry) => entry.isDirectory(), () => false)
  const one = await probe(folder ? pythonIn(path) : path, { sure: true })
  return one && interpreterOf(one)
}

function newer(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  for (let i = 0; i < 3; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

async function candidates(root: string): Promise<string[]> {
  const names = [...Array.from({ length: 8 }, (_, i) => `python3.${16 - i}`), 'python3', 'python']
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean).flatMap((folder) => names.map((name) => join(folder, name)))
  const home = homedir()
  const many = await Promise.all([inEach(join(home, '.pyenv', 'versions')), inEach(join(home, 'miniconda3', 'envs')), inEach(join(home, 'anaconda3', 'envs')), inEach(join(home, 'miniforge3', 'envs')), inEach(join(home, '.local', 'share', 'uv', 'python'))])
  const beside = [join(root, '.venv'), join(root, 'venv')].map((folder) => join(folder, 'bin', 'python'))
  const all = [...onPath, ...many.flat(), ...beside]
  const there = await Promise.all(all.map((path) => exists(path)))
  return [...new Set(all.filter((_, i) => there[i]))]
}

async function inEach(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).map((name) => join(folder, name, 'bin', 'python3'))
}
