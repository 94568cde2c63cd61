import { expect, test } from 'vitest'
import { normalPath } from './posix.ts'

test('paths come out as Python’s posixpath.normpath gives them', () => {
  const paths = ['a', '', '.', '..', 'a/..', '//a', '///a', '/a', 'a//b', 'a/./b', '../a', 'a/../..', '/..', '//..', '../..', 'a/']
  expect(paths.map(normalPath)).toEqual(['a', '.', '.', '..', '.', '//a', '/a', '/a', 'a/b', 'a/b', '../a', '..', '/', '//', '../..', 'a'])
})
