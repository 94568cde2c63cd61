import { existsSync } from 'node:fs'
import { copyFile, link, lstat, readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { newId } from '#lib/ids.ts'
import type { Sqlite } from '#node/sqlite.ts'
import { makeFolder } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import { Trashed } from '../domain/entry.ts'
import type { Entry } from '../domain/entry.ts'
import { nameOf, outermost } from '../domain/names.ts'
import { entryAt } from './entries.ts'
import { placeOf, shortOf } from './paths.ts'
import { besideOf, relocate } from './tree.ts'

const schema = ['CREATE TABLE trash(id TEXT PRIMARY KEY, path TEXT NOT NULL, kind TEXT NOT NULL, bytes INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL) STRICT']


/** What was deleted stands in `.atelier/trash/<id>/` until it is taken back or the trash is emptied. The row is written first, so that nothing is ever there unnamed. */
export function openTrash({ home, sqlite }: { home: string; sqlite: Sqlite }) {
  sqlite.migrate('files', schema)
  const { db } = sqlite
  const binOf = (id: string) => join(home, '.atelier', 'trash', id)

  for (const { id, path } of list()) if (!existsSync(join(binOf(id), nameOf(path)))) forget(id)

  function list(): Trashed[] {
    return db.prepare('SELECT * FROM trash ORDER BY at DESC, id DESC').all().map((row) => Trashed.parse(row))
  }

  function forget(id: string): void {
    db.prepare('DELETE FROM trash WHERE id = ?').run(id)
  }

  async function put(paths: readonly string[], by: string): Promise<Trashed[]> {
    const places = await Promise.all(outermost(paths).map((path) => placeOf(home, path)))
    const missing = (await Promise.all(places.map((place) => lstat(place).then(() => undefined, () => place)))).find((place) => place !== undefined)
    if (missing) throw new Problem('missing', `There is no “${basename(missing)}” any more.`)
    const done: Trashed[] = []
    for (const place of places) done.push(await putOne(place, by))
    return done
  }

  /** Keeps the file in the trash as well, before another takes its place. */
  async function keep(path: string, by: string): Promise<void> {
    const place = await placeOf(home, path)
    const own = await lstat(place).catch(() => undefined)
    if (own?.isFile()) await record({ place, kind: 'file', bytes: own.size, by }, (bin) => link(place, bin).catch(() => copyFile(place, bin)))
  }

  async function putOne(place: string, by: string): Promise<Trashed> {
    const own = await lstat(place)
    const kind = own.isDirectory() ? 'folder' : 'file'
    return record({ place, kind, bytes: kind === 'folder' ? await bytesOf(place) : own.size, by }, (bin) => relocate(place, bin))
  }

  async function record({ place, ...facts }: Pick<Trashed, 'kind' | 'bytes' | 'by'> & { place: string }, fill: (bin: string) => Promise<void>): Promise<Trashed> {
    const one: Trashed = { id: newId('trash'), path: shortOf(home, place), at: new Date().toISOString(), ...facts }
    await makeFolder(binOf(one.id))
    db.prepare('INSERT INTO trash VALUES (?, ?, ?, ?, ?, ?)').run(one.id, one.path, one.kind, one.bytes, one.at, one.by)
    await fill(join(binOf(one.id), basename(place))).catch(async (error: unknown) => {
      forget(one.id)
      await rm(binOf(one.id), { recursive: true, force: true })
      throw error
    })
    return one
  }

  /** Back where it was; under a free name if something else stands there by now. */
  async function restore(ids: readonly string[]): Promise<Entry[]> {
    const all = new Map(list().map((one) => [one.id, one]))
    const done: Entry[] = []
    for (const id of ids) {
      const one = all.get(id)
      if (!one) throw new Problem('missing', 'That is no longer in the trash: it was taken back or deleted for good.')
      const place = await placeOf(home, one.path)
      await makeFolder(dirname(place))
      const target = await lstat(place).then(() => besideOf(place, 'restored'), () => place)
      await relocate(join(binOf(id), nameOf(one.path)), target)
      forget(id)
      await rm(binOf(id), { recursive: true, force: true })
      const entry = await entryAt(home, target)
      if (entry) done.push(entry)
    }
    return done
  }

  async function empty(ids?: readonly string[]): Promise<number> {
    const doomed = list().filter(({ id }) => !ids || ids.includes(id))
    for (const { id } of doomed) {
      await rm(binOf(id), { recursive: true, force: true })
      forget(id)
    }
    return doomed.length
  }

  return { list, put, keep, restore, empty }
}

async function bytesOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch((): string[] => [])
  const sizes = await Promise.all(names.slice(0, 20_000).map((name) => stat(join(folder, name)).then((s) => (s.isFile() ? s.size : 0), () => 0)))
  return sizes.reduce((sum, size) => sum + size, 0)
}
