import { Problem } from '#wire/problem.ts'
import type { Handlers } from '#wire/implement.ts'
import type { runs as contract } from '../contract.ts'
import { jobTag } from '../domain/run.ts'
import type { KeyValue, RunInfo } from '../domain/run.ts'
import { detailOf } from './detail.ts'
import type { Runs } from './store.ts'

type Calls = Pick<typeof contract, 'run' | 'changeRuns' | 'logParams'>

export function runHandlers(store: Runs): Handlers<Calls> {
  const { runs, log } = store
  /** A run of a job of the studio is over when its job is. */
  const isLeftOpen = ({ id, status }: RunInfo) => (status === 'RUNNING' || status === 'SCHEDULED') && !runs.get(id).tags.some(({ key }) => key === jobTag)
  return {
    run: ({ id }) => detailOf(store, id),

    changeRuns: async ({ runs: ids, name, stage, ended, note, setTags, dropTags }, { actor }) => {
      const infos = ids.map(runs.info)
      if (name !== undefined && ids.length > 1) throw new Problem('invalid', 'A name is given to one run at a time.', 'name')
      const tags: KeyValue[] = [...setTags, ...(note === undefined ? [] : [{ key: 'mlflow.note.content', value: note }]), ...(name === undefined ? [] : [{ key: 'mlflow.runName', value: name }])]
      if (stage === 'active') await Promise.all(infos.filter((one) => one.stage !== stage).map(({ id }) => runs.restore(id, actor.name)))
      if (tags.length > 0) await Promise.all(ids.map((id) => runs.setTags(id, tags, actor.name)))
      for (const key of dropTags) await Promise.all(ids.map((id) => runs.deleteTag(id, key).catch(unlessMissing)))
      if (ended) await Promise.all(infos.filter(isLeftOpen).map(({ id }) => runs.update(id, { status: 'KILLED', end: Date.now() }, actor.name)))
      if (stage === 'deleted') await Promise.all(ids.map((id) => runs.remove(id, actor.name)))
      return { changed: ids.length }
    },

    logParams: async ({ run, params }, { actor }) => {
      for (let i = 0; i < params.length; i += 100) await log.batch({ run, params: params.slice(i, i + 100), by: actor.name })
      return { changed: params.length }
    },
  }
}

/** A tag that is not there need not be taken away. */
function unlessMissing(error: unknown): void {
  if (!(error instanceof Problem && error.code === 'missing')) throw error
}
