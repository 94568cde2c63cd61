import { lstat, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { said } from './run.ts'

/** What a Python says of itself. */
export const Probe = z.object({ executable: z.string(), version: z.string(), prefix: z.string(), base: z.string(), tag: z.string(), venv: z.boolean() })
export type Probe = z.infer<typeof Probe>

const script = `
import sys, json, sysconfig, importlib.util as u
print(json.dumps({"executable": sys.executable, "version": "%d.%d.%d" % sys.version_info[:3], "prefix": sys.prefix, "base": sys.base_prefix,
  "tag": "%s-%s" % (sys.implementation.cache_tag, sysconfig.get_platform()), "venv": bool(u.find_spec("venv") and u.find_spec("ensurepip"))}))`

/** Starts what stands at the path and asks it; undefined where it is no Python. */
export function asked(path: string): Promise<Probe | undefined> {
  return inLane(async () => {
    const { code, out } = await said(path, ['-I', '-c', script])
    return code === 0 ? Probe.safeParse(saidIn(out)).data : undefined
  })
}

/** Stays the same while what stands at the path does: its file, what a link leads to, and what pyenv's start scripts choose by. Undefined where nothing is there. */
export async function markOf(path: string): Promise<string | undefined> {
  try {
    const [link, file, real, choice] = await Promise.all([lstat(path), stat(path), realpath(path), choiceOf(path)])
    return [real, link.mtimeMs, file.mtimeMs, file.size, ...choice].join(' ')
  } catch {
    return undefined
  }
}

async function choiceOf(path: string): Promise<string[]> {
  if (!dirname(path).endsWith('shims')) return []
  const chosen = await stat(join(dirname(path), '..', 'version')).then(({ mtimeMs }) => String(mtimeMs), () => '')
  return [chosen, process.env.PYENV_VERSION ?? '']
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
