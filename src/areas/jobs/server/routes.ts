import { implement } from '#wire/implement.ts'
import { jobs as contract } from '../contract.ts'
import type { Jobs } from './store.ts'

export function jobsRoutes({ jobs }: { jobs: Jobs }) {
  return implement(contract, {
    list: (input) => jobs.list(input),
    get: ({ id }) => jobs.get(id),
    cancel: ({ id }) => jobs.cancel(id),
    clear: () => ({ cleared: jobs.clear() }),
  })
}
