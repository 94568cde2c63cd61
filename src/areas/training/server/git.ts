import { said } from '#areas/environments/server/run.ts'

export interface Git { readonly commit: string | null; readonly branch: string | null; readonly dirty: boolean; readonly repository: string | null; readonly diff: string }

const none: Git = { commit: null, branch: null, dirty: false, repository: null, diff: '' }
const longest = 10_000_000

/** Where the code stands in git: commit, branch, and all that is not committed; empty where there is no repository or no git. */
export async function gitAt(folder: string): Promise<Git> {
  const ask = async (...args: string[]) => {
    const { code, out } = await said('git', ['-c', 'core.quotepath=off', '-C', folder, ...args])
    return code === 0 ? out : ''
  }
  const [status, diff, repository] = await Promise.all([
    ask('status', '--porcelain=v2', '--branch', '--untracked-files=normal', '--', '.', ':(exclude).atelier'), ask('diff', '--no-color', '--no-ext-diff', 'HEAD', '--', '.', ':(exclude).atelier'), ask('config', '--get', 'remote.origin.url'),
  ])
  if (status === '') return none
  const lines = status.trim().split('\n')
  const head = (what: string) => lines.find((line) => line.startsWith(`# branch.${what} `))?.slice(`# branch.${what} `.length)
  const [commit, branch] = [head('oid'), head('head')]
  const cut = diff.length > longest ? `${diff.slice(0, longest)}\n[cut: the difference is longer than 10 MB]\n` : diff
  return {
    commit: commit === undefined || commit === '(initial)' ? null : commit, branch: branch === undefined || branch === '(detached)' ? null : branch,
    dirty: lines.some((line) => !line.startsWith('# ')), repository: withoutPassword(repository.trim()) || null, diff: cut,
  }
}

/** Files that git knows in a folder, and those that it would take; undefined where it is no repository. */
export async function gitFiles(folder: string): Promise<{ readonly tracked: ReadonlySet<string>; readonly others: readonly string[] } | undefined> {
  const list = async (...how: string[]) => {
    const { code, out } = await said('git', ['-C', folder, 'ls-files', '-z', ...how])
    return code === 0 ? out.split('\0').filter(Boolean) : undefined
  }
  const [tracked, others] = await Promise.all([list('--cached'), list('--others', '--exclude-standard')])
  return tracked && { tracked: new Set(tracked), others: others ?? [] }
}

function withoutPassword(url: string): string {
  return url.replace(/^(https?:\/\/)[^@/]*@/, '$1')
}
