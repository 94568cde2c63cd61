import { readdir, readFile } from 'node:fs/promises'
import { fieldsOf } from './identity.ts'

export interface GroupUse {
  readonly pids: readonly number[]
  /** Seconds of processor time of those that live now. */
  readonly cpuSeconds: number
  /** Resident bytes together; shared pages count for each. */
  readonly bytes: number
}

const ticks = 100
const page = 4096

/** What the processes of some groups use, read once for all; groups are named by the number of their leader. Empty where the system does not tell (/proc). */
export async function useOfGroups(groups: ReadonlySet<number>): Promise<ReadonlyMap<number, GroupUse>> {
  const use = new Map<number, GroupUse>()
  for (const { pid, fields } of await everyProcess()) {
    const group = Number(fields[groupField])
    if (!groups.has(group) || fields[0] === 'Z') continue
    const before = use.get(group) ?? { pids: [], cpuSeconds: 0, bytes: 0 }
    use.set(group, {
      pids: [...before.pids, pid],
      cpuSeconds: before.cpuSeconds + (Number(fields[userField]) + Number(fields[systemField])) / ticks,
      bytes: before.bytes + Number(fields[residentField]) * page,
    })
  }
  return use
}

/** Signals a whole group; quiet where it is gone. */
export function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal)
  } catch { /* gone already */ }
}

/** Processes that carry one of these `NAME=value` in their environment, wherever they fled to. */
export async function carrying(variables: readonly string[]): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number)
  const marked = await Promise.all(pids.map(async (pid) => ((await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')).split('\0').some((one) => variables.includes(one)) ? pid : 0)))
  return marked.filter((pid) => pid !== 0 && pid !== process.pid)
}

const [groupField, userField, systemField, residentField] = [2, 11, 12, 21] as const

async function everyProcess(): Promise<{ pid: number; fields: string[] }[]> {
  const names = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(names.map(async (name) => ({ pid: Number(name), fields: fieldsOf(await readFile(`/proc/${name}/stat`, 'utf8').catch(() => ') ')) })))
  return stats.filter(({ fields }) => fields.length > residentField)
}
