import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keptToken } from './kept-token.ts'

test('a workspace keeps one token, for its owner alone; an empty file gets a new one', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'token-')), '.atelier', 'token')
  const token = keptToken(path)
  expect([token.length, keptToken(path), statSync(path).mode & 0o077]).toEqual([32, token, 0])
  writeFileSync(path, '')
  const next = keptToken(path)
  expect([next.length, next === token, keptToken(path)]).toEqual([32, false, next])
})
