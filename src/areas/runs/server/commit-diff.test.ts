import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commitDiff } from './commit-diff.ts'

test('what changed between two commits is read from the workspace’s repository, and nothing that its settings name is run', async () => {
  const root = await mkdtemp(join(tmpdir(), 'atelier commits '))
  const git = (...args: string[]) => execFileSync('git', ['-C', root, '-c', 'user.name=ada', '-c', 'user.email=ada@example.org', ...args], { encoding: 'utf8' })
  expect(await commitDiff(root, { left: 'abcd', right: 'ef01' })).toEqual({ diff: null, whole: true, why: 'The workspace stands in no git repository, so what changed between the commits cannot be read.' })
  git('init', '-q')
  const commits: string[] = []
  for (const depth of [4, 8]) {
    await writeFile(join(root, 'train.py'), `depth = ${depth}\n`)
    git('add', '.')
    git('commit', '-q', '-m', `depth ${depth}`)
    commits.push(git('rev-parse', 'HEAD').trim())
  }
  await writeFile(join(root, '.gitattributes'), '*.py diff=evil\n')
  for (const key of ['diff.external', 'diff.evil.command', 'diff.evil.textconv']) git('config', key, `touch "${join(root, 'ran')}"; true`)
  const [left = '', right = ''] = commits
  const { diff, whole } = await commitDiff(root, { left, right })
  expect([diff?.split('\n').filter((line) => /^[-+]/.test(line)), whole]).toEqual([['--- a/train.py', '+++ b/train.py', '-depth = 4', '+depth = 8'], true])
  expect(await commitDiff(root, { left, right: left })).toEqual({ diff: '', whole: true, why: 'The two commits hold the same files.' })
  expect((await commitDiff(root, { left, right: '1234567890' })).why).toBe('The workspace’s repository has no commit 1234567890. It may come with git fetch.')
  expect(existsSync(join(root, 'ran'))).toBe(false)
})
