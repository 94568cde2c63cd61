import { implement } from '#wire/implement.ts'
import { Problem } from '#wire/problem.ts'
import { datasets as contract } from '../contract.ts'
import type { Datasets } from './store.ts'
import { thumbOf } from './thumbs.ts'

export function datasetsRoutes({ datasets }: { datasets: Datasets }) {
  const app = implement(contract, {
    list: () => datasets.list(),
    get: ({ dataset, version }) => datasets.get(dataset, version),
    history: ({ dataset }) => datasets.history(dataset),
    sniff: (input, { signal }) => datasets.sniff(input, signal),
    register: (input, { actor }) => datasets.register({ ...input, by: actor.name }),
    rejects: (input, { signal }) => datasets.rejects(input, signal),
    describe: ({ dataset, ...change }) => datasets.describe(dataset, change),
    rename: ({ dataset, to }) => datasets.rename(dataset, to),
    remove: ({ dataset }) => datasets.remove(dataset),
    restore: ({ dataset }) => datasets.restore(dataset),
    refresh: ({ dataset }, { actor }) => datasets.refresh(dataset, actor.name),
    preview: (input, { signal }) => datasets.preview(input, signal),
    items: (input, { signal }) => datasets.items(input, signal),
    profile: (input, { actor }) => datasets.profile(input, actor.name),
    compare: ({ left, right }, { actor }) => datasets.compare(left, right, actor.name),
  })
  app.get('/datasets/thumb', (c) => {
    const { dataset, version, path } = c.req.query()
    if (!dataset || !path) throw new Problem('invalid', 'A thumbnail needs a data set and a path.')
    return thumbOf(datasets, { dataset, path, version: version ? Number(version) : undefined })
  })
  return app
}
