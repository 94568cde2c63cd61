import { useQueryClient } from '@tanstack/react-query'
import { useDesk } from '#kit/desk.ts'
import { ask, askRaw, useCommand } from '#wire/ask.ts'
import { files } from '../contract.ts'
import { folderOf, joined, nameOf } from '../domain/names.ts'
import { moved } from './moved.ts'

export type FileActions = ReturnType<typeof useFileActions>

/** What can be done to files; a refusal is told, and what was done can be taken back. */
export function useFileActions() {
  const desk = useDesk()
  const queries = useQueryClient()
  const [create, move, copy, trash, restore] = [useCommand(files.create), useCommand(files.move), useCommand(files.copy), useCommand(files.trash), useCommand(files.restore)]

  async function telling<T>(work: Promise<T>): Promise<T | undefined> {
    try {
      return await work
    } catch (error) {
      desk.notify({ kind: 'bad', text: error instanceof Error ? error.message : String(error) })
      return undefined
    }
  }

  async function moving(from: string, to: string) {
    const done = await telling(move.mutateAsync({ from, to }))
    if (done) moved.set({ from, to: done.path })
    return done
  }

  async function moveTo(from: string, to: string): Promise<string | undefined> {
    const done = await moving(from, to)
    if (!done) return undefined
    const words = folderOf(from) === folderOf(to) ? `Renamed to “${nameOf(to)}”.` : `Moved “${nameOf(to)}” to ${folderOf(to) || 'the workspace'}.`
    desk.notify({ kind: 'info', text: words, action: { label: 'Undo', run: () => void moving(done.path, from) } })
    return done.path
  }

  async function drop(paths: readonly string[]): Promise<boolean> {
    const thrown = await telling(trash.mutateAsync({ paths: [...paths] }))
    if (!thrown) return false
    const words = thrown.length === 1 ? `Deleted “${nameOf(thrown[0]?.path ?? '')}”.` : `Deleted ${thrown.length} files and folders.`
    desk.notify({ kind: 'info', text: words, action: { label: 'Undo', run: () => void telling(restore.mutateAsync({ ids: thrown.map(({ id }) => id) })) } })
    return true
  }

  async function copyPaths(paths: readonly string[]): Promise<void> {
    const text = paths.join('\n')
    const done = await navigator.clipboard.writeText(text).then(() => true, () => false)
    desk.notify(done ? { kind: 'good', text: paths.length === 1 ? `Copied “${text}”.` : `Copied ${paths.length} paths.` } : { kind: 'info', text: `The browser does not give the clipboard. The path is ${text}` })
  }

  return {
    create: async (path: string, kind: 'file' | 'folder') => (await telling(create.mutateAsync({ path, kind })))?.path,
    rename: (path: string, name: string) => moveTo(path, joined(folderOf(path), name)),
    moveTo,
    moveInto: async (paths: readonly string[], folder: string) => { for (const path of paths) if (folderOf(path) !== folder) await moveTo(path, joined(folder, nameOf(path))) },
    duplicate: async (paths: readonly string[]) => { for (const path of paths) await telling(copy.mutateAsync({ from: path })) },
    drop,
    copyPaths,
    taken: (paths: readonly string[]) => telling(ask(files.taken, { paths: [...paths] })),
    refresh: () => queries.invalidateQueries({ queryKey: ['files'] }),
    download: (paths: readonly string[]) => { for (const path of paths) void download(path).catch((error: unknown) => desk.notify({ kind: 'bad', text: error instanceof Error ? error.message : String(error) })) },
  }
}

export function rawAddress(path: string, stamp = ''): string {
  return `/api/files/raw?path=${encodeURIComponent(path)}${stamp ? `&v=${encodeURIComponent(stamp)}` : ''}`
}

/** The browser saves it; that it can be read at all is asked first, so that a refusal is told. */
async function download(path: string): Promise<void> {
  await askRaw(rawAddress(path), { method: 'HEAD' })
  const link = document.createElement('a')
  link.href = `${rawAddress(path)}&download`
  link.download = nameOf(path)
  link.click()
}
