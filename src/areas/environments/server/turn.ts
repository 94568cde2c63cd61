import { open, readFile, rm } from 'node:fs/promises'
import { codeOf } from '#node/files.ts'

/** One at a time over all processes: takes the lock file, or waits while the process named in it lives. */
export async function takeTurn(path: string, waiting: (pid: number) => Promise<void>): Promise<{ readonly release: () => Promise<void> }> {
  let told = 0
  while (true) {
    try {
      const file = await open(path, 'wx')
      await file.writeFile(String(process.pid))
      await file.close()
      return { release: () => rm(path, { force: true }) }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    const pid = Number(await readFile(path, 'utf8').catch(() => ''))
    if (pid > 0 && !lives(pid)) await rm(path, { force: true })
    else if (pid > 0 && pid !== told) {
      told = pid
      await waiting(pid)
    }
    await new Promise((resolve) => { setTimeout(resolve, 200) })
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
