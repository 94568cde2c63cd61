import type { Resources } from './process.ts'

export interface Slots { readonly cpu: number; readonly memory: number; readonly gpu: number }

export interface Taking { readonly title: string; readonly resources: Resources }

/** What those that run have taken. A job without a memory limit takes none of it. */
export function taken(running: readonly Taking[]): Slots {
  return running.reduce((sum, { resources }) => ({ cpu: sum.cpu + resources.cpu, memory: sum.memory + (resources.memory ?? 0), gpu: sum.gpu + resources.gpu }), { cpu: 0, memory: 0, gpu: 0 })
}

/** Why a job can never run on this machine; undefined where it can. */
export function neverFits({ cpu, memory, gpu }: Resources, slots: Slots): string | undefined {
  if (cpu > slots.cpu) return `It asks for ${cpu} cores; this machine has ${slots.cpu}.`
  if (gpu > slots.gpu) return slots.gpu === 0 ? `It asks for ${gpu === 1 ? 'a GPU' : `${gpu} GPUs`}; this machine has none that the studio knows.` : `It asks for ${gpu} GPUs; this machine has ${slots.gpu}.`
  if ((memory ?? 0) > slots.memory) return `It asks for ${inGigabytes(memory ?? 0)} of memory; this machine has ${inGigabytes(slots.memory)}.`
  return undefined
}

/** Why a job waits now; undefined where there is room for it. */
export function waitsFor(wanted: Resources, running: readonly Taking[], slots: Slots): string | undefined {
  const used = taken(running)
  const by = named(running)
  if (used.cpu + wanted.cpu > slots.cpu + 1e-9) return `Waiting for ${cores(wanted.cpu)}: ${by} ${running.length === 1 ? 'takes' : 'take'} ${tidy(used.cpu)} of ${tidy(slots.cpu)}`
  if (used.gpu + wanted.gpu > slots.gpu) return `Waiting for a GPU: ${by} ${running.length === 1 ? 'takes' : 'take'} ${used.gpu} of ${slots.gpu}`
  if (used.memory + (wanted.memory ?? 0) > slots.memory) return `Waiting for ${inGigabytes(wanted.memory ?? 0)} of memory: ${by} ${running.length === 1 ? 'has' : 'have'} been given ${inGigabytes(used.memory)} of ${inGigabytes(slots.memory)}`
  return undefined
}

function named(running: readonly Taking[]): string {
  const titles = running.slice(0, 3).map(({ title }) => `“${title}”`)
  return running.length > 3 ? `${titles.join(', ')} and ${running.length - 3} more` : titles.join(' and ')
}

function cores(count: number): string {
  return count === 1 ? 'a core' : `${tidy(count)} cores`
}

function tidy(count: number): string {
  return String(Math.round(count * 100) / 100)
}

function inGigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`
}
