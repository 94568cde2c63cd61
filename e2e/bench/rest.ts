import { z } from 'zod'

const Run = z.object({ info: z.object({ run_id: z.string() }) })
const Created = z.object({ run: Run })
const Found = z.object({ runs: z.array(Run).default([]), next_page_token: z.string().optional() })
const Sampled = z.object({ metrics: z.array(z.object({ step: z.number() })).default([]) })

/** MLflow's REST routes as any client calls them: the studio's and `mlflow server`'s alike. */
export function restOf({ url, token }: { readonly url: string; readonly token?: string }) {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }

  async function answered(path: string, init: RequestInit): Promise<unknown> {
    const answer = await fetch(`${url}api/2.0/mlflow/${path}`, { ...init, headers })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`)
    return JSON.parse(text)
  }
  const post = (path: string, body: unknown) => answered(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })

  return {
    createRun: async (experiment: string): Promise<string> => Created.parse(await post('runs/create', { experiment_id: experiment, start_time: Date.now() })).run.info.run_id,
    log: (body: string) => post('runs/log-batch', body),
    search: async (body: { readonly experiment_ids: readonly string[]; readonly filter?: string; readonly order_by?: readonly string[]; readonly max_results: number; readonly page_token?: string }) => Found.parse(await post('runs/search', body)),
    interval: async (run: string, key: string) => Sampled.parse(await answered(`metrics/get-history-bulk-interval?${new URLSearchParams({ run_ids: run, metric_key: key, max_results: '320' }).toString()}`, {})).metrics.length,
  }
}
export type Rest = ReturnType<typeof restOf>

/** The body of a log-batch of so many points over ten metrics. */
export function batchBody(run: string, from: number, points: number): string {
  const metrics = Array.from({ length: points }, (_, i) => ({ key: `metric${i % 10}`, value: Math.sin(from + i), timestamp: 1_764_000_000_000 + from + i, step: from + Math.floor(i / 10) }))
  return JSON.stringify({ run_id: run, metrics })
}
