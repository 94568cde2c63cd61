import { expect, test } from 'vitest'
import { artifactParts } from './artifact-path.ts'

test('a path below the root is taken as it is written', () => {
  expect(['', 'a', 'a/b.txt', './a//b/', 'é ü/50%.txt', 'a%20b', 'a..b/..c', 'c:d', '%ff'].map(artifactParts)).toEqual([
    [], ['a'], ['a', 'b.txt'], ['a', 'b'], ['é ü', '50%.txt'], ['a%20b'], ['a..b', '..c'], ['c:d'], ['%ff'],
  ])
})

test('a path that leaves the root, however it is spelt, is none', () => {
  const bad = ['..', '../a', 'a/../../b', '/etc/passwd', '%2e%2e/a', '..%2fa', '%252e%252e%252fa', '%2fetc', 'file:///etc', 'FILE:x', 'c:/a', 'C:\\a', '\\\\host\\a', 'a#b', 'a%23b', 'a\u0000b', 'a%00b', `%${'25'.repeat(12)}2e`]
  expect(bad.filter((path) => artifactParts(path) !== undefined)).toEqual([])
})
