import type { Sqlite } from '#node/sqlite.ts'
import { EnvironmentUse } from '../domain/environment.ts'

const schema = [
  `CREATE TABLE environment_builds(name TEXT PRIMARY KEY, key TEXT NOT NULL, job TEXT NOT NULL, at TEXT NOT NULL) STRICT;
   CREATE TABLE environments_adopted(name TEXT PRIMARY KEY, path TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL) STRICT`,
  `CREATE TABLE environment_uses(job TEXT PRIMARY KEY, name TEXT NOT NULL, run TEXT, title TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, key TEXT NOT NULL) STRICT;
   CREATE INDEX environment_uses_newest ON environment_uses(name, at DESC)`,
  'ALTER TABLE environment_builds ADD COLUMN good TEXT',
]

export interface Build { readonly key: string; readonly job: string; readonly at: string; /** The key of the last build before that one that came to an end. */ readonly good: string | null }

/** What the workspace remembers of its environments: the last build of each, and the interpreters that were adopted. */
export function openRecords(sqlite: Sqlite) {
  sqlite.migrate('environments', schema)
  const { db } = sqlite
  const last = db.prepare('SELECT key, job, at, good FROM environment_builds WHERE name = ?')
  return {
    lastBuild: (name: string): Build | undefined => {
      const row = last.get(name)
      return row && { key: String(row.key), job: String(row.job), at: String(row.at), good: row.good === null ? null : String(row.good) }
    },
    built: (name: string, { key, job, good }: Omit<Build, 'at'>) => void db.prepare('INSERT INTO environment_builds(name, key, job, at, good) VALUES (?, ?, ?, ?, ?) ON CONFLICT(name) DO UPDATE SET key = excluded.key, job = excluded.job, at = excluded.at, good = excluded.good').run(name, key, job, new Date().toISOString(), good),
    adopted: (): { name: string; path: string }[] => db.prepare('SELECT name, path FROM environments_adopted ORDER BY name').all().map((row) => ({ name: String(row.name), path: String(row.path) })),
    adopt: (name: string, path: string, by: string) => void db.prepare('INSERT INTO environments_adopted VALUES (?, ?, ?, ?) ON CONFLICT(name) DO UPDATE SET path = excluded.path').run(name, path, by, new Date().toISOString()),
    used: (name: string, { job, run, title, by, at, key }: EnvironmentUse) => void db.prepare('INSERT INTO environment_uses VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING').run(job, name, run, title, by, at, key),
    uses: (name: string, limit: number): EnvironmentUse[] => db.prepare('SELECT job, run, title, by, at, key FROM environment_uses WHERE name = ? ORDER BY at DESC, rowid DESC LIMIT ?').all(name, limit).map((row) => EnvironmentUse.parse(row)),
    keyUsedBy: (job: string): string | undefined => { const row = db.prepare('SELECT key FROM environment_uses WHERE job = ?').get(job); return row && String(row.key) },
    forget: (name: string) => {
      db.prepare('DELETE FROM environments_adopted WHERE name = ?').run(name)
      db.prepare('DELETE FROM environment_builds WHERE name = ?').run(name)
    },
  }
}
