import { quantile } from './figure.ts'
import type { Rest } from './rest.ts'

const query = (i: number) => ({ filter: `metrics.accuracy > ${0.5 + (i % 40) / 200}`, order_by: ['metrics.loss DESC'] })

/** Milliseconds until 100 runs are read, by a metric filter and a metric order; then the same far behind the first page. */
export async function searchTimes(rest: Rest, experiment: string, { times = 40, warm = 20 } = {}): Promise<{ readonly p50: number; readonly p95: number; readonly deep: number }> {
  const first: number[] = []
  for (let i = -warm; i < times; i++) {
    const ms = await took(() => rest.search({ experiment_ids: [experiment], ...query(i + warm), max_results: 100 }))
    if (i >= 0) first.push(ms)
  }
  const token = Buffer.from('{"offset": 6000}').toString('base64')
  const deep: number[] = []
  for (let i = 0; i < times / 2; i++) deep.push(await took(async () => {
    const { runs } = await rest.search({ experiment_ids: [experiment], ...query(i % 3), max_results: 100, page_token: token })
    if (runs.length !== 100) throw new Error(`A deep page held ${runs.length} runs.`)
  }))
  return { p50: quantile(first, 0.5), p95: quantile(first, 0.95), deep: quantile(deep, 0.5) }
}

export async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
