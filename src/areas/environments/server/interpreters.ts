import { readdir, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { exists } from '#node/files.ts'
import type { Interpreter } from '../domain/environment.ts'
import { pythonIn } from './built.ts'
import { said } from './run.ts'

const Probe = z.object({ executable: z.string(), version: z.string(), prefix: z.string(), base: z.string(), tag: z.string(), venv: z.boolean() })
export type Probe = z.infer<typeof Probe>

const script = `
import sys, json, sysconfig, importlib.util as u
print(json.dumps({"executable": sys.executable, "version": "%d.%d.%d" % sys.version_info[:3], "prefix": sys.prefix, "base": sys.base_prefix,
  "tag": "%s-%s" % (sys.implementation.cache_tag, sysconfig.get_platform()), "venv": bool(u.find_spec("venv") and u.find_spec("ensurepip"))}))`

const known = new Map<string, { readonly changed: number; readonly asked: Promise<Probe | undefined> }>()
const forgotten = 30_000

/** What a Python says of itself; undefined where it is none. Asked once while its file stays as it is; what did not answer is asked again after a while. */
export async function probe(path: string): Promise<Probe | undefined> {
  const changed = await stat(path).then(({ mtimeMs }) => mtimeMs, () => 0)
  if (changed === 0) return undefined
  const before = known.get(path)
  if (before && before.changed === changed) return before.asked
  const asked = inLane(() => said(path, ['-I', '-c', script])).then(({ code, out }) => (code === 0 ? Probe.safeParse(saidIn(out)).data : undefined))
  known.set(path, { changed, asked })
  if (!(await asked)) setTimeout(() => known.delete(path), forgotten).unref()
  return asked
}

const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve(), Promise.resolve()]
let next = 0

/** A few at a time: a machine may have dozens of Pythons. */
function inLane<T>(work: () => Promise<T>): Promise<T> {
  const lane = next++ % lanes.length
  const done = (lanes[lane] ?? Promise.resolve()).then(work)
  lanes[lane] = done
  return done
}

function saidIn(out: string): unknown {
  try {
    return JSON.parse(out)
  } catch {
    return undefined
  }
}

const oldest = 9

/** Pythons of the machine and of the workspace, each once, those that can make environments and the newest first. */
export async function findInterpreters(root: string): Promise<Interpreter[]> {
  const paths = await candidates(root)
  const found = await Promise.all(paths.map(probed))
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
async function probed(path: string): Promise<{ readonly probe: Probe | undefined; readonly real: string }> {
  const one = await probe(path)
  if (!one) return { probe: one, real: path }
  return { probe: one, real: one.prefix === one.base ? await realpath(one.executable).catch(() => one.executable) : one.executable }
}

/** The Python at a path that a person gave: an interpreter, or the folder of an environment; `~` is their home. */
export async function interpreterAt(given: string): Promise<Interpreter | undefined> {
  const path = given.trim().replace(/^~(?=\/|$)/, homedir())
  if (!isAbsolute(path)) return undefined
  const folder = await stat(path).then((entry) => entry.isDirectory(), () => false)
  const one = await probe(folder ? pythonIn(path) : path)
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
