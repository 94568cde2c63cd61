import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testPython } from './test-python.test.util.ts'
import { zipOf } from './zip.ts'
import type { Packed } from './zip.ts'

const modified = new Date(2026, 1, 28, 13, 37, 42)
const python = testPython()

function packed(name: string, text: string, size = Buffer.byteLength(text)): Packed {
  return { name, size, modified, mode: name.endsWith('/') ? 0o40755 : 0o100644, read: async function* () { if (text) yield Buffer.from(text) } }
}

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items
}

async function archived(files: Iterable<Packed>, limit?: number): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'atelier-zip-')), 'a.zip')
  const parts: Uint8Array[] = []
  for await (const part of zipOf(each(files), limit)) parts.push(part)
  writeFileSync(path, Buffer.concat(parts))
  return path
}

/** As Python's zipfile reads it; `testzip` checks every checksum. */
function readByPython(path: string): unknown {
  const script = 'import sys, json, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps([[i.filename, z.read(i).decode(), list(i.date_time), oct(i.external_attr >> 16)] for i in z.infolist()][:5] + [len(z.infolist())]))'
  return JSON.parse(execFileSync(python ?? '', ['-c', script, path], { encoding: 'utf8' }))
}

const when = [2026, 2, 28, 13, 37, 42]

test.skipIf(!python)('another program reads back names, bytes, times and modes, in the plain and in the wide form', async () => {
  const files = [packed('data/', ''), packed('data/Größe 数.csv', 'a,b\n1,2\n'), packed('data/empty.txt', '')]
  const expected = [['data/', '', when, '0o40755'], ['data/Größe 数.csv', 'a,b\n1,2\n', when, '0o100644'], ['data/empty.txt', '', when, '0o100644'], 3]
  expect([readByPython(await archived(files)), readByPython(await archived(files, 0)), readByPython(await archived(files, 8)), readByPython(await archived([]))]).toEqual([expected, expected, expected, [0]])
})

test.skipIf(!python)('more files than the plain form can count', async () => {
  const files = Array.from({ length: 70_000 }, (_, i) => packed(`f${i}`, String(i)))
  expect(readByPython(await archived(files))).toEqual([...[0, 1, 2, 3, 4].map((i) => [`f${i}`, String(i), when, '0o100644']), 70_000])
}, 180_000)

test('a file that is not what it was breaks the archive off', async () => {
  await expect(archived([packed('a', 'four', 5)])).rejects.toThrow('“a” changed while it was packed.')
})
