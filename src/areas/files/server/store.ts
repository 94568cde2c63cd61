import { realpathSync } from 'node:fs'
import { lstat, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { insideOf } from '#node/files.ts'
import type { Sqlite } from '#node/sqlite.ts'
import type { Events } from '#wire/events.ts'
import type { Entry } from '../domain/entry.ts'
import { outermost } from '../domain/names.ts'
import { entryAt, listFolder } from './entries.ts'
import { packedOf } from './pack.ts'
import { placeOf } from './paths.ts'
import { openSearch } from './search.ts'
import { readText, writeText } from './text.ts'
import type { Writing } from './text.ts'
import { openTrash } from './trash.ts'
import { copy, create, move } from './tree.ts'
import { adopt, receive } from './receive.ts'
import type { Upload } from './receive.ts'
import { watchFolder } from './watch.ts'

export type Files = ReturnType<typeof openFiles>

const mostTold = 500

/** The workspace folder: what it holds, text read and written with its content hash, a trash, and word of changes on disk. */
export function openFiles({ root, sqlite, events, watch = true }: { root: string; sqlite: Sqlite; events: Events; watch?: boolean }) {
  const home = realpathSync(root)
  const trash = openTrash({ home, sqlite })
  const paths = openSearch({ home })
  const incoming = join(home, '.atelier', 'incoming')
  const watching = watch ? watchFolder({ home, tell }) : undefined
  const ready = Promise.all([watching?.ready, rm(incoming, { recursive: true, force: true }).then(() => mkdir(incoming, { recursive: true }))])

  function tell(ids: readonly string[]): void {
    paths.forget()
    events.tell({ area: 'files', ids: ids.length > mostTold ? [] : [...ids], what: 'disk' })
  }

  /** Tells at once what was done here, before the watch sees it. */
  async function telling<T>(ids: readonly string[], work: Promise<T>): Promise<T> {
    const result = await work
    tell(ids)
    return result
  }

  return {
    home,
    ready,
    notice: () => watching?.notice() ?? '',
    close: () => watching?.close(),
    /** The absolute path, links followed; refuses what lies outside. */
    placeOf: (path: string) => insideOf(home, path),
    list: (folder = '') => listFolder(home, folder),
    stat: async (path: string): Promise<Entry | null> => (await entryAt(home, path === '' ? home : await placeOf(home, path))) ?? null,
    taken: async (all: readonly string[]) => {
      const there = await Promise.all(all.map(async (path) => lstat(await placeOf(home, path)).then(() => true, () => false)))
      return all.filter((_, i) => there[i])
    },
    search: paths.search,
    packed: (all: readonly string[]) => packedOf(home, outermost(all)),
    read: (path: string) => readText(home, path),
    write: (writing: Writing) => telling([writing.path], writeText(home, writing)),
    create: (path: string, kind: 'file' | 'folder') => telling([path], create(home, path, kind)),
    move: (from: string, to: string) => telling([from, to], move(home, from, to)),
    copy: (from: string, to?: string) => telling([to ?? from], copy(home, from, to)),
    trash: (all: readonly string[], by: string) => telling(all, trash.put(all, by)),
    restore: (ids: readonly string[]) => telling([], trash.restore(ids)),
    trashed: trash.list,
    empty: (ids?: readonly string[]) => telling([], trash.empty(ids)),
    /** Puts a file that the studio finished elsewhere in its place; one that it replaces goes to the trash. */
    adopt: ({ by, ...one }: Pick<Upload, 'path' | 'taken' | 'by'> & { readonly from: string }) =>
      telling([one.path], adopt({ home, ...one, keep: () => trash.keep(one.path, by) })),
    receive: async (upload: Upload) => {
      await ready
      return telling([upload.path], receive({ home, incoming, ...upload, keep: () => trash.keep(upload.path, upload.by) }))
    },
  }
}
