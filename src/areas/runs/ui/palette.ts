import { ChartLine } from 'lucide-react'
import type { PaletteItem } from '#kit/desk.ts'
import { ask } from '#wire/ask.ts'
import { runs } from '../contract.ts'

/** Experiments and saved views for the palette; fetched with it, so that the first view does without. */
export async function runItems(signal: AbortSignal): Promise<readonly PaletteItem[]> {
  const [experiments, views] = await Promise.all([ask(runs.experiments, {}, signal), ask(runs.views, {}, signal)])
  return [
    ...experiments.map(({ id, name, runs: count }): PaletteItem => ({ id: `experiment ${id}`, label: name, note: `${count.toLocaleString('en-US')} runs`, icon: ChartLine, run: (desk) => desk.open('runsView', { experiments: id }) })),
    ...views.map(({ id, name }): PaletteItem => ({ id: `view ${id}`, label: name, note: 'view of runs', icon: ChartLine, run: (desk) => desk.open('runsView', { view: id }) })),
  ]
}
