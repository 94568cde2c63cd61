import { expect, test } from 'vitest'
import { unifiedFiles } from './unified.ts'

test('a diff of git is read file by file; a removed line that looks like a head is none', () => {
  const diff = 'diff --git a/q.sql b/q.sql\nindex 1..2 100644\n--- a/q.sql\n+++ b/q.sql\n@@ -1,2 +1,2 @@ body\n same\n--- old note\n+new\ndiff --git a/b.png b/b.png\nBinary files a/b.png and b/b.png differ\n'
  expect(unifiedFiles(diff).map((file) => file.map(({ kind }) => kind))).toEqual([
    ['file', 'file', 'file', 'file', 'hunk', 'same', 'removed', 'added'], ['file', 'file'],
  ])
})

test('files of a plain diff are told apart, with or without hunks', () => {
  expect(unifiedFiles('--- a/x\n+++ b/x\n+one\n--- a/y\n+++ b/y\n@@ -1 +1 @@\n-a\n+b').map((file) => file.map(({ kind }) => kind))).toEqual([
    ['file', 'file', 'added'], ['file', 'file', 'hunk', 'removed', 'added'],
  ])
})
