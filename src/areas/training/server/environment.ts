import type { Environments } from '#areas/environments/server/store.ts'
import { Problem } from '#wire/problem.ts'
import type { TrainingRun } from '../domain/job-file.ts'

/** The interpreter that work gets. `job` builds the environment first; until then it has no lock. */
export interface Ready { readonly name: string; readonly interpreter: string; readonly key: string | null; readonly lock: string | null; readonly job: string | null; readonly variables: Readonly<Record<string, string>>; readonly secrets: readonly string[] }

/** Commands that need no Python run with what the machine has. */
const noEnvironment: Ready = { name: '', interpreter: 'python3', key: null, lock: null, job: null, variables: {}, secrets: [] }

/** The environment as it is declared now; its build is started where it is not built. */
export async function environmentFor(environments: Environments, name: string, by: string): Promise<Ready> {
  if (name === '') return noEnvironment
  const [{ state, reason, python }, usable] = await Promise.all([environments.summary(name), environments.usable(name).catch((error: unknown) => { if (error instanceof Problem) return error; throw error })])
  if (state === 'missing') throw new Problem('invalid', reason, 'environment')
  if (state === 'ready') {
    if (usable instanceof Problem) throw usable
    return { ...usable, lock: lockText(python, usable.lock), job: null }
  }
  const job = await environments.ensure(name, by)
  const [{ key }, { variables, secrets }] = await Promise.all([environments.wanted(name), environments.declaredOf(name)])
  return { name, interpreter: environments.interpreterOf(key), key, lock: null, job: job?.id ?? null, variables, secrets }
}

/** The environment of an earlier run, to the package; built from its lock where it is gone. */
export async function environmentAgain(environments: Environments, before: TrainingRun, by: string): Promise<Ready> {
  const { lock, environmentKey: key, spec: { environment: name } } = before
  if (name === '') return noEnvironment
  const own = await environments.declaredOf(name).catch((error: unknown) => { if (error instanceof Problem) return undefined; throw error })
  const declared = { variables: own?.variables ?? {}, secrets: own?.secrets ?? [] }
  if (key?.startsWith('adopted:')) return adoptedAgain(environments, before, declared)
  if (lock === null) throw new Problem('conflict', `The environment of that run was never built, so it has no lock. Clone the run to start it with “${name}” as it is today.`, 'run')
  const { job, ...built } = await environments.ofLock({ name, key, lock, by })
  return { name, ...built, lock, job: job?.id ?? null, ...declared }
}

async function adoptedAgain(environments: Environments, { spec: { environment: name }, lock }: TrainingRun, declared: Pick<Ready, 'variables' | 'secrets'>): Promise<Ready> {
  const usable = await environments.usable(name)
  const now = lockText((await environments.summary(name)).python, usable.lock)
  if (now !== lock) throw new Problem('conflict', `“${name}” is an interpreter of this machine, and its packages are not what they were in that run. Clone the run to start it with those of today.`, 'run')
  return { ...usable, ...declared, lock, job: null }
}

/** The Python stands in it as well, so that it can be built again. */
export function lockText(python: string, lock: string): string {
  return `# Python ${python}\n${lock}\n`
}
