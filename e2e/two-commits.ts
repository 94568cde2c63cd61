import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Makes the folder a git repository in which one file changed from the first commit to the second; answers both. */
export function twoCommits(folder: string, { file, texts }: { readonly file: string; readonly texts: readonly [string, string] }): readonly string[] {
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, '-c', 'user.name=ana', '-c', 'user.email=ana@example.org', ...args], { encoding: 'utf8' }).trim()
  git('init', '-q')
  return texts.map((text) => {
    writeFileSync(join(folder, file), text)
    git('add', file)
    git('commit', '-q', '-m', file)
    return git('rev-parse', 'HEAD')
  })
}
