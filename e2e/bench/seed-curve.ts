import type { Runs } from '#areas/runs/server/store.ts'

/** A run with one metric of so many points. */
export async function seedCurve({ runs, log }: Runs, { experiment, points }: { readonly experiment: string; readonly points: number }): Promise<string> {
  const { id } = await runs.create({ experiment, name: 'long', by: 'seed' })
  const began = Date.now() - points * 10
  for (let from = 0; from < points; from += 20_000) {
    await Promise.all(Array.from({ length: 20 }, (_, b) => log.batch({
      run: id, by: 'seed', metrics: Array.from({ length: 1000 }, (__, i) => ({ key: 'loss', step: from + b * 1000 + i, time: began + (from + b * 1000 + i) * 10, value: Math.sin((from + b * 1000 + i) / 5000) + Math.random() / 10 })),
    })))
  }
  return id
}
