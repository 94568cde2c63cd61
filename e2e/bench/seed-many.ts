import type { Runs } from '#areas/runs/server/store.ts'
import type { NewMetric } from '#areas/runs/server/types.ts'
import { randomOf } from './seed-sweep.ts'

const by = 'seed'
const metrics = ['loss', 'val_loss', 'accuracy', 'val_accuracy']
const steps = 100

/** Runs of one experiment with four metrics of 100 points, ten params and six tags each: 20,000 of them are 8 million points. */
export async function seedMany({ experiments, runs, log }: Runs, { runs: count, name = 'many' }: { readonly runs: number; readonly name?: string }): Promise<string> {
  const { id: experiment } = await experiments.create({ name, by })
  const began = Date.now() - count * 1000
  const random = randomOf(7)
  for (let i = 0; i < count; i += 50) {
    await Promise.all(Array.from({ length: Math.min(50, count - i) }, (_, j) => one({ runs, log }, { experiment, at: i + j, start: began + (i + j) * 1000, random })))
  }
  return experiment
}

async function one({ runs, log }: Pick<Runs, 'runs' | 'log'>, { experiment, at, start, random }: { readonly experiment: string; readonly at: number; readonly start: number; readonly random: () => number }): Promise<void> {
  const { id } = await runs.create({ experiment, name: `run ${at}`, user: `user${at % 5}`, start, by })
  const points: NewMetric[] = metrics.flatMap((key) => Array.from({ length: steps }, (_, step) => ({ key, value: random(), step, time: start + step * 10 })))
  const params = Array.from({ length: 10 }, (_, p) => ({ key: `param${p}`, value: p < 5 ? String(Math.floor(random() * 10 ** p)) : `choice${Math.floor(random() * 4)}` }))
  const tags = Array.from({ length: 5 }, (_, t) => ({ key: `tag${t}`, value: `value${Math.floor(random() * 8)}` }))
  await log.batch({ run: id, metrics: points, params, tags, by })
  await runs.update(id, { status: 'FINISHED', end: start + steps * 10 }, by)
}
