import { readFile } from 'node:fs/promises'
import type { Server } from '../server.ts'
import type { Figure } from './figure.ts'

const every = 250

/** Follows what the server and all it started hold in memory, from now to the end of the run. */
export function watchMemory(server: Server) {
  let [peak, atPeak] = [0, '']
  const timer = setInterval(() => void look(), every)

  async function look(): Promise<void> {
    const pids = [server.pid(), ...(await childrenOf(server.pid()))]
    const held = await Promise.all(pids.map(heldBy))
    const sum = held.reduce((a, b) => a + b, 0)
    if (sum > peak) [peak, atPeak] = [sum, held.map((bytes) => `${Math.round(bytes / 1e6)} MB`).join(' + ')]
  }

  return {
    stop: () => clearInterval(timer),
    figures: (): Figure[] => (peak === 0 ? [] : [{ figure: 'server and engine, peak resident', value: peak / 1e9, unit: 'GB', limit: 2, note: `looked at every ${every} ms over the whole run; server + engine: ${atPeak}` }]),
  }
}

/** The processes that a process started; none where the system has no /proc. */
export async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return text.split(' ').filter(Boolean).map(Number)
}

async function heldBy(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
}
