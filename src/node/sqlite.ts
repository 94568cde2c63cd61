import { DatabaseSync } from 'node:sqlite'

export type Sqlite = ReturnType<typeof openSqlite>

/** The recorded things of a workspace. Each area brings its statements in order; those already run are not run again. */
export function openSqlite(path: string) {
  const db = new DatabaseSync(path)
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4000')
  db.exec('CREATE TABLE IF NOT EXISTS migrations(area TEXT PRIMARY KEY, done INTEGER NOT NULL)')

  function migrate(area: string, statements: readonly string[]): void {
    const row = db.prepare('SELECT done FROM migrations WHERE area = ?').get(area)
    const done = Number(row?.done ?? 0)
    if (done >= statements.length) return
    within(() => {
      for (const statement of statements.slice(done)) db.exec(statement)
      db.prepare('INSERT INTO migrations VALUES (?, ?) ON CONFLICT(area) DO UPDATE SET done = excluded.done').run(area, statements.length)
    })
  }

  /** All or nothing. */
  function within<T>(work: () => T): T {
    db.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      db.exec('COMMIT')
      return result
    } catch (error) {
      db.exec('ROLLBACK')
      throw error
    }
  }

  /** Survives the end of this process at once, a loss of power from the next durable write on; for what another write follows soon. */
  function lightly<T>(work: () => T): T {
    if (db.isTransaction) return work()
    db.exec('PRAGMA synchronous=NORMAL')
    try {
      return work()
    } finally {
      db.exec('PRAGMA synchronous=FULL')
    }
  }

  return { db, migrate, within, lightly, close: () => db.close() }
}
