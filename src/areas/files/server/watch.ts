import { watch } from 'node:fs'
import type { FSWatcher } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '#node/files.ts'
import { isHidden, quiet, shortOf } from './paths.ts'
import { snapshotOf } from './snapshot.ts'

const mostFolders = 8_000

export interface Watching {
  /** Why changes come late, in words; empty when they come at once. */
  readonly notice: () => string
  readonly ready: Promise<void>
  readonly close: () => void
}

/** Tells paths that changed on disk, together after a short rest. One watch a folder, so that quiet folders cost nothing; where the system refuses, it looks every few seconds instead. */
export function watchFolder({ home, tell, rest = 200, every = 3_000, most = mostFolders }: { home: string; tell: (paths: string[]) => void; rest?: number; every?: number; most?: number }): Watching {
  const watchers = new Map<string, FSWatcher>()
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let poll: NodeJS.Timeout | undefined
  let notice = ''
  let closed = false

  function note(path: string): void {
    changed.add(path)
    timer ??= setTimeout(() => {
      timer = undefined
      const paths = [...changed]
      changed.clear()
      tell(paths)
    }, rest)
    timer.unref()
  }

  async function add(folder: string): Promise<void> {
    if (closed || notice !== '' || watchers.has(folder)) return
    if (watchers.size >= most) return fallBack('ENOSPC')
    try {
      const watcher = watch(folder, (_, name) => void hear(folder, name))
      watcher.on('error', (error) => lose(folder, error))
      watchers.set(folder, watcher)
    } catch (error) {
      return lose(folder, error)
    }
    const items = await readdir(folder, { withFileTypes: true }).catch(() => [])
    for (const item of items) if (item.isDirectory() && !quiet.has(item.name)) await add(join(folder, item.name))
  }

  async function hear(folder: string, name: string | null): Promise<void> {
    if (name !== null && (quiet.has(name) || isHidden(name))) return
    const place = name === null ? folder : join(folder, name)
    note(shortOf(home, place))
    const own = await lstat(place).catch(() => undefined)
    if (own?.isDirectory() && !watchers.has(place)) {
      await add(place)
      note(shortOf(home, place))
    }
    if (!own) drop(place)
  }

  function drop(folder: string): void {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }

  function lose(folder: string, error: unknown): void {
    drop(folder)
    if (['EMFILE', 'ENFILE', 'ENOSPC'].includes(codeOf(error))) fallBack(codeOf(error))
  }

  function fallBack(code: string): void {
    if (notice !== '' || closed) return
    for (const folder of watchers.keys()) drop(folder)
    notice = `Changes on disk appear every few seconds: the system lets Atelier watch no more folders (${code}). On Linux, raise fs.inotify.max_user_watches.`
    tell([])
    void look(undefined)
  }

  async function look(before: ReadonlyMap<string, string> | undefined): Promise<void> {
    const began = Date.now()
    const now = await snapshotOf(home)
    if (closed) return
    if (before) {
      for (const [path, stamp] of now) if (before.get(path) !== stamp) note(path)
      for (const path of before.keys()) if (!now.has(path)) note(path)
    }
    poll = setTimeout(() => void look(now), Math.max(every, (Date.now() - began) * 10))
    poll.unref()
  }

  function close(): void {
    closed = true
    clearTimeout(timer)
    clearTimeout(poll)
    for (const folder of watchers.keys()) drop(folder)
  }

  return { notice: () => notice, ready: add(home), close }
}
