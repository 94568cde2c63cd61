import { readFile } from 'node:fs/promises'

/** Which process is meant for sure: a number alone is given to another one day, and another boot begins anew. */
export interface Identity {
  readonly pid: number
  readonly boot: string
  /** Clock ticks after boot at which it started; empty where the system does not tell. */
  readonly start: string
}

/** What the wrapper wrote when it began; undefined while the file is not whole. */
export async function startedIn(folder: string): Promise<(Identity & { readonly kills: number }) | undefined> {
  const [pid, boot = '', stat = '', kills, end] = (await readFile(`${folder}/started`, 'utf8').catch(() => '')).split('\n')
  if (end !== 'end') return undefined
  return { pid: Number(pid), boot, start: fieldsOf(stat)[startField] ?? '', kills: Number(kills) }
}

/** How a command ended, as the wrapper wrote it: 128 + n stands for signal n. */
export async function exitIn(folder: string): Promise<{ readonly code: number; readonly memoryKills: number } | undefined> {
  const [code, before, after, end] = (await readFile(`${folder}/exit`, 'utf8').catch(() => '')).split('\n')
  if (end !== 'end') return undefined
  return { code: Number(code), memoryKills: Number(after) - Number(before) }
}

export async function stillLives({ pid, boot, start }: Identity): Promise<boolean> {
  if (!answers(pid)) return false
  const [bootNow, stat] = await Promise.all([readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''), readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')])
  if (boot !== '' && bootNow.trim() !== boot) return false
  const fields = fieldsOf(stat)
  return fields[0] !== 'Z' && (start === '' || fields[startField] === start)
}

/** When it does not live any more; looked at four times a second. */
export function goneBy(identity: Identity): Promise<void> {
  return new Promise((resolve) => {
    const look = async () => {
      if (!(await stillLives(identity))) return resolve()
      setTimeout(() => void look(), 250)
    }
    void look()
  })
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Places in what follows the name in /proc/PID/stat: state first. */
const startField = 19

/** The fields after the name, which may hold spaces and brackets itself. */
export function fieldsOf(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).trim().split(' ')
}
