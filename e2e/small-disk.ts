import { spawnSync } from 'node:child_process'
import { mkdtemp, open, realpath, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  readonly root: string
  /** Fills it until that many bytes are free. */
  readonly fill: (left: number) => Promise<void>
  /** Takes away what filled it. */
  readonly free: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** A file system of its own in memory; undefined, said aloud, where none may be mounted. */
export async function smallDisk(bytes: number): Promise<SmallDisk | undefined> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'atelier-disk-')))
  const { status, error, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { encoding: 'utf8' })
  if (status !== 0) {
    console.warn(`No small disk can be mounted here (${error?.message ?? stderr.trim()}): a disk that fills is not tried. Run as root on Linux to try it.`)
    await rm(folder, { recursive: true, force: true })
    return undefined
  }
  const filler = join(folder, 'filler')
  return {
    root: join(folder, 'work'),
    fill: async (left) => {
      const { bavail, bsize } = await statfs(folder)
      const file = await open(filler, 'a')
      const block = Buffer.alloc(1 << 16)
      for (let rest = bavail * bsize - left; rest > 0; rest -= block.length) await file.write(block, 0, Math.min(rest, block.length))
      await file.close()
    },
    free: () => rm(filler, { force: true }),
    remove: async () => {
      spawnSync('umount', ['-l', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
