import type { Handlers } from '#wire/implement.ts'
import type { runs as contract } from '../contract.ts'
import type { ExperimentSummary } from '../domain/experiment.ts'
import type { Runs } from './store.ts'

type Calls = Pick<typeof contract, 'experiments' | 'createExperiment' | 'changeExperiment' | 'keys'>

export function experimentHandlers({ experiments, runs, keysOf }: Runs): Handlers<Calls> {
  return {
    experiments: ({ stage }) => experiments.all().filter((one) => stage === 'all' || one.stage === stage).map((one): ExperimentSummary => {
      const own = runs.of(one.id).filter((run) => run.stage === one.stage)
      const starts = own.map(({ start }) => start ?? 0)
      return { ...one, runs: own.length, running: own.filter(({ status }) => status === 'RUNNING').length, lastRun: starts.length > 0 ? starts.reduce((a, b) => Math.max(a, b)) : null }
    }).sort((a, b) => (b.lastRun ?? b.created) - (a.lastRun ?? a.created)),

    keys: async ({ experiments: ids }) => [...(await keysOf(ids))],

    createExperiment: ({ name, tags }, { actor }) => experiments.create({ name, tags: Object.entries(tags).map(([key, value]) => ({ key, value })), by: actor.name }),

    changeExperiment: async ({ id, name, note, stage }, { actor }) => {
      if (stage && stage !== experiments.get(id).stage) await (stage === 'deleted' ? experiments.remove : experiments.restore)(id, actor.name)
      if (name !== undefined && name !== experiments.get(id).name) await experiments.rename(id, name, actor.name)
      if (note !== undefined) await experiments.setTag(id, { key: 'mlflow.note.content', value: note })
      return experiments.get(id)
    },
  }
}
