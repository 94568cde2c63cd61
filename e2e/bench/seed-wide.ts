import type { Runs } from '#areas/runs/server/store.ts'

const by = 'seed'
const words = ['gbm', 'forest', 'linear', 'mlp', 'knn']

/** Runs with 60 params and 36 metrics each, one point a metric: a table as wide as people make it. */
export async function seedWide({ experiments, runs, log }: Runs, count: number): Promise<string> {
  const { id: experiment } = await experiments.create({ name: 'wide', by })
  const began = Date.now() - count * 1000
  for (let i = 0; i < count; i += 50) await Promise.all(Array.from({ length: Math.min(50, count - i) }, (_, j) => one({ runs, log }, experiment, { at: i + j, start: began + (i + j) * 1000 })))
  return experiment
}

export const wideColumns = [...Array.from({ length: 36 }, (_, k) => `metrics.metric_${k}`), ...Array.from({ length: 60 }, (_, k) => `params.param_${k}`), 'attributes.start_time', 'attributes.duration', 'attributes.status', 'attributes.user_id']

async function one({ runs, log }: Pick<Runs, 'runs' | 'log'>, experiment: string, { at, start }: { readonly at: number; readonly start: number }): Promise<void> {
  const { id } = await runs.create({ experiment, name: `run ${at}`, user: `user${at % 5}`, start, by })
  const metrics = Array.from({ length: 36 }, (_, k) => ({ key: `metric_${k}`, value: Math.sin(at * 7 + k * 13) / 2 + 0.5, step: 0, time: start }))
  const params = Array.from({ length: 60 }, (_, k) => ({ key: `param_${k}`, value: k % 3 === 0 ? (words[(at + k) % 5] ?? '') : String((at * (k + 1)) % 97) }))
  await log.batch({ run: id, metrics, params, by })
  await runs.update(id, { status: 'FINISHED', end: start + 900 }, by)
}
