import type { Runs } from '#areas/runs/server/store.ts'
import type { NewMetric } from '#areas/runs/server/types.ts'

const by = 'seed'
const seeds = [1, 2, 3]

/** A sweep as people log it: each trial a parent with a child a seed, params, curves, system metrics, a data set, git tags; some values missing, some runs failed, one still running. */
export async function seedSweep({ experiments, runs, log }: Runs, { trials, steps }: { readonly trials: number; readonly steps: number }): Promise<string> {
  const name = 'cifar sweep'
  const { id: experiment } = experiments.byName(name) ?? (await experiments.create({ name, tags: [{ key: 'mlflow.note.content', value: 'Residual nets on CIFAR-10, three seeds a setting.' }], by }))
  const start = Date.now() - trials * 900_000
  for (let trial = 0; trial < trials; trial++) {
    const setting = settingOf(trial)
    const began = start + trial * 900_000
    const parent = await runs.create({ experiment, name: `trial ${trial + 1}`, user: 'ada', start: began, by })
    await log.batch({ run: parent.id, params: paramsOf(setting), tags: [{ key: 'mlflow.note.content', value: `Setting ${trial + 1} of the sweep.` }, ...gitOf(trial)], by })
    for (const seed of seeds) await child({ runs, log }, { experiment, parent: parent.id, setting, seed, trial, steps, began: began + seed * 1000, live: trial === trials - 1 && seed === 3 })
    await runs.update(parent.id, { status: trial === trials - 1 ? 'RUNNING' : 'FINISHED', ...(trial === trials - 1 ? {} : { end: began + 800_000 }) }, by)
  }
  return experiment
}

type Setting = ReturnType<typeof settingOf>
interface Child { readonly experiment: string; readonly parent: string; readonly setting: Setting; readonly seed: number; readonly trial: number; readonly steps: number; readonly began: number; readonly live: boolean }

async function child({ runs, log }: Pick<Runs, 'runs' | 'log'>, one: Child): Promise<void> {
  const { experiment, parent, setting, seed, trial, steps, began, live } = one
  const failed = trial % 17 === 9 && seed === 2
  const tags = [{ key: 'mlflow.parentRunId', value: parent }, { key: 'mlflow.source.name', value: 'train.py' }, ...gitOf(trial)]
  const { id } = await runs.create({ experiment, name: `trial ${trial + 1} seed ${seed}`, user: trial % 3 === 0 ? 'grace' : 'ada', start: began, tags, by })
  await log.batch({ run: id, params: [...paramsOf(setting).filter(({ key }) => !(key === 'dropout' && trial % 7 === 3)), { key: 'seed', value: String(seed) }], by })
  await log.inputs({ run: id, datasets: [{ dataset: { name: 'cifar10', digest: trial % 2 === 0 ? 'a1b2c3d4' : 'e5f6a7b8', sourceType: 'local', source: '{"uri": "data/cifar10.parquet"}', schema: null, profile: null }, tags: [{ key: 'mlflow.data.context', value: 'training' }] }], by })
  const length = Math.floor(steps * (failed ? 0.3 : live ? 0.6 : 1))
  const points = [...pointsOf(one, length)]
  if (failed) points.push({ key: 'train/loss', value: Number.NaN, step: length, time: began + length * 700 })
  for (let i = 0; i < points.length; i += 1000) await log.batch({ run: id, metrics: points.slice(i, i + 1000), by })
  if (!live) await runs.update(id, { status: failed ? 'FAILED' : 'FINISHED', end: began + length * 700 }, by)
}

function* pointsOf({ setting, seed, trial, steps, began }: Child, length: number): Generator<NewMetric> {
  const random = randomOf(trial * 31 + seed)
  const best = 0.97 - Math.abs(Math.log10(setting.lr) + 2.5) * 0.06 - setting.dropout * 0.05 + (setting.optimizer === 'adam' ? 0.01 : 0)
  for (let step = 0; step < length; step++) {
    const [share, time] = [step / steps, began + step * 700]
    const loss = 2.3 * Math.exp(-share * (3 + best)) + 0.08 + (random() - 0.5) * 0.12 * (1.2 - share)
    yield { key: 'train/loss', value: loss, step, time }
    if (step % 10 === 0) yield { key: 'val/loss', value: loss * 1.08 + random() * 0.03, step, time }
    if (step % 10 === 0) yield { key: 'val/accuracy', value: Math.min(0.99, best * (1 - Math.exp(-share * 5)) + random() * 0.01), step, time }
    if (step % 25 === 0) yield { key: 'system/gpu_memory_mb', value: 8000 + setting.batch * 12 + random() * 200, step, time }
    if (step % 25 === 0) yield { key: 'system/cpu_percent', value: 40 + random() * 30, step, time }
  }
  if (trial % 9 !== 4) yield { key: 'test/f1', value: best - 0.02 + random() * 0.02, step: length, time: began + length * 700 }
}

function settingOf(trial: number) {
  return { lr: [0.1, 0.03, 0.01, 0.003, 0.001, 0.0003][trial % 6] ?? 0.01, batch: [64, 128, 256][trial % 3] ?? 64, dropout: [0, 0.1, 0.3, 0.5][trial % 4] ?? 0, optimizer: trial % 2 === 0 ? 'adam' : 'sgd', depth: [18, 34, 50][Math.floor(trial / 6) % 3] ?? 18 }
}

function paramsOf({ lr, batch, dropout, optimizer, depth }: Setting) {
  return Object.entries({ lr, batch_size: batch, dropout, optimizer, depth, 'model/name': `resnet${depth}` }).map(([key, value]) => ({ key, value: String(value) }))
}

function gitOf(trial: number) {
  return [{ key: 'mlflow.source.git.commit', value: (trial < 30 ? '9fceb02d0ae598e95dc970b74767f19372d61af8' : '4b825dc642cb6eb9a060e54bf8d69288fbee4904') }, { key: 'mlflow.source.git.branch', value: trial < 30 ? 'main' : 'wider' }]
}

/** Numbers without order between 0 and 1 that are the same in each run (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
