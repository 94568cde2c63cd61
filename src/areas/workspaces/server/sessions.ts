import type { Desk, Session } from '../contract.ts'
import { withOtherTabs } from '../domain/other-tabs.ts'
import type { Sqlite } from '#node/sqlite.ts'
import { Problem } from '#wire/problem.ts'

export const schema = [
  'CREATE TABLE sessions(name TEXT PRIMARY KEY, desk TEXT NOT NULL, changed INTEGER NOT NULL) STRICT',
  'CREATE TABLE recents(kind TEXT NOT NULL, params TEXT NOT NULL, title TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(kind, params)) STRICT',
]

const longest = 1_000_000

/** The named desks, one row each. */
export function openSessions({ db, within }: Sqlite) {
  const has = (name: string) => db.prepare('SELECT 1 FROM sessions WHERE name = ?').get(name) !== undefined

  function write(name: string, text: string): number {
    const changed = Date.now()
    db.prepare('INSERT INTO sessions VALUES (?, ?, ?) ON CONFLICT(name) DO UPDATE SET desk = excluded.desk, changed = excluded.changed').run(name, text, changed)
    return changed
  }

  function free(name: string): void {
    if (has(name)) throw new Problem('conflict', `There is already a session “${name}”. Choose another name.`, 'as')
  }

  return {
    list: (): Session[] => db.prepare('SELECT name, desk, changed FROM sessions ORDER BY changed DESC, name').all()
      .map((row) => ({ name: String(row.name), changed: Number(row.changed), tabs: tabsOf(String(row.desk)) })),

    desk(name: string): Desk | undefined {
      const row = db.prepare('SELECT desk FROM sessions WHERE name = ?').get(name)
      return row ? JSON.parse(String(row.desk)) : undefined
    },

    /** Two windows may arrange one session: neither takes the other's tabs away. */
    save(name: string, desk: Desk, closed: readonly string[]): { changed: number; others: number } {
      const stored = db.prepare('SELECT desk FROM sessions WHERE name = ?').get(name)
      const { layout, others } = withOtherTabs({ mine: desk.layout?.layout, stored: stored && JSON.parse(String(stored.desk)).layout?.layout, closed })
      const text = JSON.stringify(desk.layout && others > 0 ? { ...desk, layout: { ...desk.layout, layout } } : desk)
      if (text.length > longest) throw new Problem('too_large', 'This desk has too many tabs to be kept. Close some; the last arrangement that fitted is still there.')
      return { changed: write(name, text), others }
    },

    create(name: string): void {
      free(name)
      write(name, '{}')
    },

    clone(from: string, as: string): void {
      free(as)
      write(as, String(rowOf(from).desk))
    },

    rename(from: string, as: string): void {
      if (from === as) return
      within(() => {
        rowOf(from)
        free(as)
        db.prepare('UPDATE sessions SET name = ? WHERE name = ?').run(as, from)
      })
    },

    remove(name: string): void {
      rowOf(name)
      db.prepare('DELETE FROM sessions WHERE name = ?').run(name)
    },
  }

  function rowOf(name: string) {
    const row = db.prepare('SELECT desk FROM sessions WHERE name = ?').get(name)
    if (!row) throw new Problem('missing', `There is no session “${name}” any more.`)
    return row
  }
}

/** Tabs are the objects with `"type":"tab"` in the layout. */
function tabsOf(desk: string): number {
  return desk.split('"type":"tab"').length - 1
}
