import { z } from 'zod'
import type { Sqlite } from '#node/sqlite.ts'
import { Problem } from '#wire/problem.ts'
import { Format, Shard, Version } from '../domain/dataset.ts'
import type { Watch } from './sources.ts'

const schema = [
  `CREATE TABLE datasets(name TEXT PRIMARY KEY, created TEXT NOT NULL, removed TEXT) STRICT;
   CREATE TABLE dataset_versions(
     dataset TEXT NOT NULL REFERENCES datasets(name) ON UPDATE CASCADE, version INTEGER NOT NULL,
     fingerprint TEXT NOT NULL, body TEXT NOT NULL, shards TEXT NOT NULL, watch TEXT NOT NULL, PRIMARY KEY (dataset, version)) STRICT`,
]

export interface Recorded {
  readonly version: Version
  /** Paths from the workspace. */
  readonly shards: readonly Shard[]
  readonly watch: Watch
}

export interface Head { readonly name: string; readonly created: string; readonly removed: boolean; readonly versions: number }

export type Fresh = Omit<Version, 'dataset' | 'version'>

const Watched = z.array(z.tuple([z.string(), z.number(), z.number()]))

const Origin = z.object({ dataset: z.string(), version: z.int(), source: z.string(), format: Format, files: z.array(z.string()) })
type Origin = z.infer<typeof Origin>

/** Data sets and their versions as rows. A version is never changed but for note and tags, and never deleted. */
export function openRows(sqlite: Sqlite) {
  sqlite.migrate('datasets', schema)
  const { db } = sqlite

  function heads(): Head[] {
    return db.prepare('SELECT name, created, removed, (SELECT count(*) FROM dataset_versions WHERE dataset = name) AS versions FROM datasets ORDER BY name COLLATE NOCASE').all()
      .map(({ name, created, removed, versions }) => ({ name: String(name), created: String(created), removed: removed !== null, versions: Number(versions) }))
  }

  function head(name: string): Head | undefined {
    return heads().find((one) => one.name === name)
  }

  /** The newest when no version is named. */
  function find(name: string, version?: number): Recorded | undefined {
    const row = version === undefined
      ? db.prepare('SELECT * FROM dataset_versions WHERE dataset = ? ORDER BY version DESC LIMIT 1').get(name)
      : db.prepare('SELECT * FROM dataset_versions WHERE dataset = ? AND version = ?').get(name, version)
    return row && recorded(row)
  }

  function history(name: string): Recorded[] {
    return db.prepare('SELECT * FROM dataset_versions WHERE dataset = ? ORDER BY version DESC').all(name).map(recorded)
  }

  /** Writes the next version; its bytes are on disk already. A removed data set comes back with it. */
  function add(name: string, fresh: Fresh, shards: readonly Shard[], watched: Watch): Version {
    return sqlite.within(() => {
      db.prepare('INSERT INTO datasets VALUES (?, ?, NULL) ON CONFLICT(name) DO UPDATE SET removed = NULL').run(name, fresh.at)
      const last = db.prepare('SELECT max(version) AS last FROM dataset_versions WHERE dataset = ?').get(name)
      const version = Number(last?.last ?? 0) + 1
      db.prepare('INSERT INTO dataset_versions VALUES (?, ?, ?, ?, ?, ?)').run(name, version, fresh.fingerprint, JSON.stringify(fresh), JSON.stringify(shards), JSON.stringify(watched))
      return { ...fresh, dataset: name, version }
    })
  }

  function describe(name: string, version: number, change: { readonly note?: string; readonly tags?: readonly string[] }): void {
    const now = find(name, version)
    if (!now) return
    const { dataset: _, version: __, ...body } = now.version
    db.prepare('UPDATE dataset_versions SET body = ? WHERE dataset = ? AND version = ?').run(JSON.stringify({ ...body, ...change }), name, version)
  }

  function watch(name: string, version: number, now: Watch): void {
    db.prepare('UPDATE dataset_versions SET watch = ? WHERE dataset = ? AND version = ?').run(JSON.stringify(now), name, version)
  }

  function rename(name: string, to: string): void {
    sqlite.within(() => {
      db.prepare('UPDATE datasets SET name = ? WHERE name = ?').run(to, name)
      db.prepare("UPDATE dataset_versions SET body = json_set(body, '$.parent.dataset', ?) WHERE json_extract(body, '$.parent.dataset') = ?").run(to, name)
    })
  }

  function setRemoved(name: string, at: string | null): void {
    db.prepare('UPDATE datasets SET removed = ? WHERE name = ?').run(at, name)
  }

  function fingerprints(): ReadonlySet<string> {
    return new Set(db.prepare('SELECT DISTINCT fingerprint FROM dataset_versions').all().map((row) => String(row.fingerprint)))
  }

  /** What every version was read from, those of removed data sets too: they can be restored. */
  function origins(): Origin[] {
    return db.prepare("SELECT dataset, version, json_extract(body, '$.source') AS source, json_extract(body, '$.format') AS format, (SELECT json_group_array(value ->> 0) FROM json_each(watch)) AS files FROM dataset_versions ORDER BY dataset, version DESC").all()
      .map((row) => Origin.parse({ ...row, files: JSON.parse(String(row.files)) }))
  }

  function need(name: string, version?: number): Recorded {
    const one = find(name, version)
    if (one) return one
    throw new Problem('missing', head(name) ? `“${name}” has no version ${version}.` : `There is no data set “${name}”.`, 'dataset')
  }

  return { heads, head, find, need, history, origins, add, describe, watch, rename, setRemoved, fingerprints }
}

function recorded(row: Record<string, unknown>): Recorded {
  const body: unknown = JSON.parse(String(row.body))
  return {
    version: Version.parse({ ...z.record(z.string(), z.unknown()).parse(body), dataset: row.dataset, version: Number(row.version) }),
    shards: z.array(Shard).parse(JSON.parse(String(row.shards))),
    watch: Watched.parse(JSON.parse(String(row.watch))),
  }
}
