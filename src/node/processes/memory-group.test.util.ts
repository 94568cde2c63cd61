import { mkdir, rmdir, writeFile } from 'node:fs/promises'

/** A group of processes that the system gives only so much memory; undefined, said aloud, where none may be made. */
export async function memoryGroup(bytes: number): Promise<{ /** Who writes its number here belongs to it. */ readonly processes: string; readonly remove: () => Promise<void> } | undefined> {
  for (const { home, limit } of [{ home: '/sys/fs/cgroup/memory', limit: 'memory.limit_in_bytes' }, { home: '/sys/fs/cgroup', limit: 'memory.max' }]) {
    const folder = `${home}/atelier-${process.pid}-${Math.round(performance.now())}`
    try {
      await mkdir(folder)
      await writeFile(`${folder}/${limit}`, String(bytes), { flag: 'r+' })
      return { processes: `${folder}/cgroup.procs`, remove: () => rmdir(folder) }
    } catch {
      await rmdir(folder).catch(() => {})
    }
  }
  console.warn('No group with little memory can be made here: a machine that runs out of memory is not tried. Run as root on Linux to try it.')
  return undefined
}
