import { readFile } from 'node:fs/promises'
import type { Server } from '../server.ts'
import { childrenOf } from './memory.ts'

const tick = 10

/** Milliseconds of processor that the server and its engine have used so far; NaN where the system does not tell. Unlike the clock it does not count what other programs of the machine take. */
export async function processorTime(server: Server): Promise<number> {
  const pids = [server.pid(), ...(await childrenOf(server.pid()))]
  const ticks = await Promise.all(pids.map((pid) => ticksOf(pid).catch(() => Number.NaN)))
  return tick * ticks.reduce((a, b) => a + b, 0)
}

export async function ticksOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ')
  return Number(fields[11]) + Number(fields[12])
}
