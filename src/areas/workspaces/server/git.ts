import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { given } from '#lib/given.ts'

/** Branch and count of changed files; undefined outside git. Nothing that the repository configures is run. */
export async function gitOf(root: string): Promise<{ branch: string; changed?: number } | undefined> {
  const head = await readFile(join(root, '.git', 'HEAD'), 'utf8').catch(() => undefined)
  if (head === undefined) return undefined
  const branch = /^ref: refs\/heads\/(.+)$/m.exec(head)?.[1] ?? head.trim().slice(0, 8)
  return { branch, ...given({ changed: await changedCount(root) }) }
}

const safe = ['--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null']

function changedCount(root: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    execFile('git', [...safe, '-C', root, 'status', '--porcelain', '-z', '--no-renames', '--ignore-submodules=all', '--', '.', ':(exclude).atelier'], { timeout: 2000, maxBuffer: 8e6 }, (error, out) => {
      resolve(error ? undefined : out.split('\0').filter(Boolean).length)
    })
  })
}
