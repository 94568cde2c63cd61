import { readdir, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { z } from 'zod'
import { exists } from '#node/files.ts'
import type { Interpreter } from '../domain/environment.ts'
import { said } from './run.ts'

const Probe = z.object({ version: z.string(), prefix: z.string(), base: z.string(), tag: z.string(), venv: z.boolean() })
export type Probe = z.infer<typeof Probe>

const script = `
import sys, json, sysconfig, importlib.util as u
print(json.dumps({"version": "%d.%d.%d" % sys.version_info[:3], "prefix": sys.prefix, "base": sys.base_prefix,
  "tag": "%s-%s" % (sys.implementation.cache_tag, sysconfig.get_platform()), "venv": bool(u.find_spec("venv") and u.find_spec("ensurepip"))}))`

const known = new Map<string, { readonly changed: number; readonly probe: Probe | undefined }>()

/** What a Python says of itself; undefined where it is none. Asked once while the file stays as it is. */
export async function probe(path: string): Promise<Probe | undefined> {
  const changed = await stat(path).then(({ mtimeMs }) => mtimeMs, () => 0)
  const before = known.get(path)
  if (before && before.changed === changed) return before.probe
  const { code, out } = changed === 0 ? { code: 127, out: '' } : await said(path, ['-I', '-c', script])
  const parsed = code === 0 ? Probe.safeParse(JSON.parse(out)) : undefined
  known.set(path, { changed, probe: parsed?.data })
  return parsed?.data
}

const oldest = 9

/** Pythons of the machine and of the workspace, each once, those that can make environments and the newest first. */
export async function findInterpreters(root: string): Promise<Interpreter[]> {
  const paths = await candidates(root)
  const found = await Promise.all(paths.map(async (path) => ({ path, real: await realpath(path).catch(() => path), probe: await probe(path) })))
  const seen = new Set<string>()
  const fresh = found.filter(({ path, real, probe: one }) => {
    const id = one && one.prefix !== one.base ? path : real
    return one !== undefined && !seen.has(id) && seen.add(id)
  })
  return fresh.flatMap(({ path, probe: one }) => (one ? [interpreterOf(path, one)] : [])).sort((a, b) => Number(b.usable) - Number(a.usable) || newer(b.version, a.version))
}

function interpreterOf(path: string, { version, prefix, base, venv }: Probe): Interpreter {
  const isVenv = prefix !== base
  const kind = isVenv ? 'venv' as const : path.includes('pyenv') ? 'pyenv' as const : path.includes('conda') || path.includes('mamba') ? 'conda' as const : 'system' as const
  const young = Number(version.split('.')[1]) >= oldest
  const note = !young ? `Python ${version} is too old; 3.${oldest} or newer is needed.` : !venv && !isVenv ? 'It cannot make environments with pip alone: its venv part is missing (on Debian: sudo apt install python3-venv).' : ''
  return { path, version, kind, usable: young, note }
}

export function newer(a: string, b: string): number {
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
