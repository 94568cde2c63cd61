import { z } from 'zod'
import { Params } from '../contract.ts'
import type { Recent } from '../contract.ts'
import type { Sqlite } from '#node/sqlite.ts'

const kept = 60

/** What was opened last, the newest first; the same thing stands once. */
export function openRecents({ db }: Sqlite) {
  return {
    list: (): Recent[] => db.prepare('SELECT kind, params, title, at FROM recents ORDER BY at DESC, kind, params').all()
      .map((row) => ({ kind: String(row.kind), params: Params.parse(JSON.parse(String(row.params))), title: String(row.title), at: Number(row.at) })),

    note({ kind, params, title }: Omit<Recent, 'at'>, at = Date.now()): void {
      const text = JSON.stringify(Object.fromEntries(Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1))))
      db.prepare('INSERT INTO recents VALUES (?, ?, ?, ?) ON CONFLICT(kind, params) DO UPDATE SET title = excluded.title, at = excluded.at').run(kind, text, title, z.int().parse(at))
      db.prepare('DELETE FROM recents WHERE at < (SELECT min(at) FROM (SELECT at FROM recents ORDER BY at DESC LIMIT ?))').run(kept)
    },
  }
}
