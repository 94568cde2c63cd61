import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lifetime, openSessions } from './sessions.ts'

function somewhere(): string {
  return join(mkdtempSync(join(tmpdir(), 'atelier-browsers-')), 'browsers.json')
}

test('a browser is known after a restart; the file is the owner’s alone and holds nothing that lets one in', () => {
  const path = somewhere()
  const session = openSessions({ path }).begin()
  expect([openSessions({ path }).knows(session), openSessions({ path: undefined }).knows(session)]).toEqual([true, false])
  expect([statSync(path).mode & 0o777, readFileSync(path, 'utf8').includes(session), readdirSync(join(path, '..'))]).toEqual([0o600, false, ['browsers.json']])
})

test('a session ends thirty days after it was last seen', () => {
  const path = somewhere()
  let time = 1_000_000
  const at = () => openSessions({ path, now: () => time })
  const session = at().begin()
  expect(at().renew(session)).toBe(false)
  time += 2 * 24 * 3600 * 1000
  expect([at().renew(session), at().renew(session)]).toEqual([true, false])
  time += lifetime * 1000 - 1
  expect(at().knows(session)).toBe(true)
  time += 1
  expect([at().knows(session), at().renew(session)]).toEqual([false, false])
})

test('a file that is not ours lets nobody in and is replaced', () => {
  const path = somewhere()
  writeFileSync(path, '{"sessions": [{"digest": 1}]}', { mode: 0o644 })
  const session = openSessions({ path }).begin()
  expect([openSessions({ path }).knows(session), openSessions({ path }).knows(''), openSessions({ path }).knows(undefined), statSync(path).mode & 0o777]).toEqual([true, false, false, 0o600])
})
