import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf } from '../files.ts'

/** The workspace's own token, made at its first start; only its owner may read the file, so whoever can is let in. */
export function keptToken(path: string): string {
  const token = randomBytes(24).toString('base64url')
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  try {
    writeFileSync(path, token, { flag: 'wx', mode: 0o600, flush: true })
    return token
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  const kept = readFileSync(path, 'utf8').trim()
  if (kept.length >= 16) return kept
  writeFileSync(path, token, { mode: 0o600, flush: true })
  return token
}
