import { cpus } from 'node:os'

/** Share of all cores that was busy since the last question. */
export function openMachine() {
  let before = times()
  return () => {
    const now = times()
    const total = now.total - before.total
    const cpu = total > 0 ? (now.busy - before.busy) / total : 0
    before = now
    return { cpu: Math.min(1, Math.max(0, cpu)), cores: cpus().length, memory: process.memoryUsage.rss() }
  }
}

function times(): { busy: number; total: number } {
  const all = cpus().map(({ times: { user, nice, sys, idle, irq } }) => ({ busy: user + nice + sys + irq, total: user + nice + sys + irq + idle }))
  return { busy: all.reduce((sum, { busy }) => sum + busy, 0), total: all.reduce((sum, { total }) => sum + total, 0) }
}
