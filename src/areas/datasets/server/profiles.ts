import type { Job } from '#areas/jobs/domain/job.ts'
import type { Jobs } from '#areas/jobs/server/store.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import type { Relation } from '../domain/dataset.ts'
import { profileVersion } from './profile.ts'

/** The jobs that profile versions. A version never changes, so its profile is made once; one that was stopped, failed or cleared is made again. */
export function openProfiles({ duck, jobs }: { readonly duck: Duck; readonly jobs: Jobs }) {
  const known = new Map<string, string>()

  function jobOf(relation: Relation, by: string): string {
    const { dataset, version, fingerprint } = relation.version
    const key = `${fingerprint} ${dataset} ${version}`
    const before = known.get(key)
    if (before !== undefined && stands(before)) return before
    const { id } = jobs.start({
      kind: 'datasets.profile', title: `Profile ${dataset} v${version}`, by,
      run: ({ signal, report }) => profileVersion({ duck, relation, signal, report }),
    })
    known.set(key, id)
    return id
  }

  function stands(id: string): boolean {
    return ['waiting', 'running', 'done'].includes(stateOf(id, jobs) ?? '')
  }

  return { jobOf }
}

function stateOf(id: string, jobs: Jobs): Job['state'] | undefined {
  try {
    return jobs.get(id).state
  } catch {
    return undefined
  }
}
