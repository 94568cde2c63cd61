import { said } from '#areas/environments/server/run.ts'

interface Difference { readonly diff: string | null; readonly whole: boolean; readonly why: string }

const longest = 1_000_000
/** Nothing that the repository's own settings name is run. */
const still = ['-c', 'core.quotepath=off', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null']

/** What changed from one commit to another in the repository that the workspace stands in. */
export async function commitDiff(root: string, { left, right }: { readonly left: string; readonly right: string }): Promise<Difference> {
  const ask = (...args: string[]) => said('git', [...still, '-C', root, ...args])
  const here = await ask('rev-parse', '--is-inside-work-tree')
  if (here.code === 127) return none('There is no git on this machine.')
  if (here.out.trim() !== 'true') return none('The workspace stands in no git repository, so what changed between the commits cannot be read.')
  for (const commit of [left, right]) if ((await ask('cat-file', '-e', `${commit}^{commit}`)).code !== 0) return none(`The workspace’s repository has no commit ${commit.slice(0, 10)}. It may come with git fetch.`)
  const { code, out } = await ask('diff', '--no-color', '--no-ext-diff', '--no-textconv', left, right, '--')
  if (code !== 0) return none('git could not tell the difference.')
  return { diff: out.slice(0, longest), whole: out.length <= longest, why: out === '' ? 'The two commits hold the same files.' : '' }
}

function none(why: string): Difference {
  return { diff: null, whole: true, why }
}
