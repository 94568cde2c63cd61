import { pause } from './ask.ts'
import { keepModel } from './log-model.ts'
import type { Server } from './server.ts'

interface Setting { readonly model: string; readonly depth: number; readonly rate: number; readonly score: number }

const steps = 20
export const seeds = [1, 2, 3]
/** Ten settings with what each comes to; a seed adds or takes away a thousandth. */
export const settings: readonly Setting[] = [
  { model: 'linear', depth: 4, rate: 0.1, score: 0.72 }, { model: 'linear', depth: 8, rate: 0.03, score: 0.73 }, { model: 'knn', depth: 4, rate: 0.03, score: 0.7 }, { model: 'knn', depth: 8, rate: 0.1, score: 0.71 },
  { model: 'mlp', depth: 4, rate: 0.01, score: 0.78 }, { model: 'mlp', depth: 8, rate: 0.03, score: 0.79 }, { model: 'forest', depth: 4, rate: 0.1, score: 0.82 }, { model: 'forest', depth: 8, rate: 0.01, score: 0.83 },
  { model: 'gbm', depth: 4, rate: 0.03, score: 0.85 }, { model: 'gbm', depth: 8, rate: 0.03, score: 0.87 },
]

/** A training script as MLflow's client would send it: a sweep of ten settings with three seeds each, step by step; with `models` each run keeps one. Answers the experiment's id. */
export async function logSweep(server: Pick<Server, 'url' | 'token'>, { name, rest = 15, models = false }: { readonly name: string; readonly rest?: number; readonly models?: boolean }): Promise<string> {
  const call = caller(server)
  const { experiment_id: experiment } = await call('experiments/create', { name })
  const keep = async (run: string) => { if (models) await keepModel(server, { experiment: String(experiment), run }) }
  for (const setting of settings) for (const seed of seeds) await logRun(call, { experiment: String(experiment), setting, seed, rest, keep })
  return String(experiment)
}

type Call = ReturnType<typeof caller>

async function logRun(call: Call, { experiment, setting: { model, depth, rate, score }, seed, rest, keep }: { readonly experiment: string; readonly setting: Setting; readonly seed: number; readonly rest: number; readonly keep: (run: string) => Promise<void> }): Promise<void> {
  const start = Date.now()
  const { run } = await call('runs/create', { experiment_id: experiment, start_time: start, run_name: `${model}-d${depth}-s${seed}`, tags: [{ key: 'mlflow.user', value: 'ana' }] })
  const id = run?.info.run_id ?? ''
  const params = { model, max_depth: depth, learning_rate: rate, seed }
  await call('runs/log-batch', { run_id: id, params: Object.entries(params).map(([key, value]) => ({ key, value: String(value) })) })
  const end = score + (seed - 2) / 1000
  for (let step = 0; step <= steps; step += 4) {
    const share = step / steps
    const at = { timestamp: Date.now(), step }
    await call('runs/log-batch', { run_id: id, metrics: [{ key: 'val_auc', value: 0.5 + (end - 0.5) * share, ...at }, { key: 'loss', value: 0.7 - 0.4 * share * score, ...at }] })
    await pause(rest)
  }
  await keep(id)
  await call('runs/update', { run_id: id, status: 'FINISHED', end_time: Date.now() })
}

interface Said { readonly experiment_id?: string; readonly run?: { readonly info: { readonly run_id: string } } }

function caller({ url, token }: Pick<Server, 'url' | 'token'>) {
  return async (path: string, body: unknown): Promise<Said> => {
    const response = await fetch(`${url()}api/2.0/mlflow/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(body) })
    const said: Said = await response.json()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(said)}`)
    return said
  }
}
