import { useQueryClient } from '@tanstack/react-query'
import { useDesk } from '#kit/desk.ts'
import { ask, askRaw, useCommand } from '#wire/ask.ts'
import { files } from '../contract.ts'
import { folderOf, joined, nameOf } from '../domain/names.ts'
import { moved } from './moved.ts'

/** Where it stands now, or why not, which was told. */
type Done = { readonly path: string } | { readonly fault: string }

export type FileActions = ReturnType<typeof useFileActions>

/** What can be done to files; a refusal is told, and what was done can be taken back. */
export function useFileActions() {
  const desk = useDesk()
  const queries = useQueryClient()
  const [create, move, copy, trash, restore] = [useCommand(files.create), useCommand(files.move), useCommand(files.copy), useCommand(files.trash), useCommand(files.restore)]

  function tell(error: unknown): string {
    const text = error instanceof Error ? error.message : String(error)
    desk.notify({ kind: 'bad', text })
    return text
  }

  async function telling<T>(work: Promise<T>): Promise<T | undefined> {
    try {
      return await work
    } catch (error) {
      tell(error)
      return undefined
    }
  }

  async function tried(work: Promise<{ readonly path: string }>): Promise<Done> {
    try {
      return { path: (await work).path }
    } catch (error) {
      return { fault: tell(error) }
    }
  }

  async function moving(from: string, to: string): Promise<Done> {
    const done = await tried(move.mutateAsync({ from, to }))
    if ('path' in done) moved.set({ from, to: done.path })
    return done
  }

  async function moveTo(from: string, to: string): Promise<Done> {
    const done = await moving(from, to)
    if ('fault' in done) return done
    const words = folderOf(from) === folderOf(to) ? `Renamed to “${nameOf(to)}”.` : `Moved “${nameOf(to)}” to ${folderOf(to) || 'the workspace'}.`
    desk.notify({ kind: 'info', text: words, action: { label: 'Undo', run: () => void moving(done.path, from) } })
    return done
  }

  /** One word and one way back for all of them. */
  async function moveInto(paths: readonly string[], folder: string): Promise<void> {
    const meant = paths.filter((path) => folderOf(path) !== folder)
    const [only] = meant
    if (only !== undefined && meant.length === 1) return void (await moveTo(only, joined(folder, nameOf(only))))
    const done: { from: string; to: string }[] = []
    for (const from of meant) {
      const one = await moving(from, joined(folder, nameOf(from)))
      if ('path' in one) done.push({ from, to: one.path })
    }
    const back = async () => { for (const { from, to } of done) await moving(to, from) }
    if (done.length > 0) desk.notify({ kind: 'info', text: `Moved ${done.length} files and folders to ${folder || 'the workspace'}.`, action: { label: 'Undo', run: () => void back() } })
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
    create: (path: string, kind: 'file' | 'folder') => tried(create.mutateAsync({ path, kind })),
    rename: (path: string, name: string) => moveTo(path, joined(folderOf(path), name)),
    moveInto,
    duplicate: async (paths: readonly string[]) => { for (const path of paths) await telling(copy.mutateAsync({ from: path })) },
    drop,
    copyPaths,
    taken: (paths: readonly string[]) => telling(ask(files.taken, { paths: [...paths] })),
    refresh: () => queries.invalidateQueries({ queryKey: ['files'] }),
    download: (path: string) => void telling(download(path)),
    downloadZip: (paths: readonly string[]) => save(`/api/files/zip?${paths.map((path) => `path=${encodeURIComponent(path)}`).join('&')}`, ''),
  }
}

export function rawAddress(path: string, stamp = ''): string {
  return `/api/files/raw?path=${encodeURIComponent(path)}${stamp ? `&v=${encodeURIComponent(stamp)}` : ''}`
}

/** The browser saves it; that it can be read at all is asked first, so that a refusal is told. */
async function download(path: string): Promise<void> {
  await askRaw(rawAddress(path), { method: 'HEAD' })
  save(`${rawAddress(path)}&download`, nameOf(path))
}

/** Without a name the server's is taken. */
function save(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
