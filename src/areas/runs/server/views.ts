import type { SQLOutputValue } from 'node:sqlite'
import { newId } from '#lib/ids.ts'
import { Problem } from '#wire/problem.ts'
import { ViewState } from '../domain/view.ts'
import type { SavedView } from '../domain/view.ts'
import type { Parts } from './experiments.ts'

/** Views of runs under a name. */
export function openViews({ sqlite: { db }, commits, tidings }: Parts) {
  const put = db.prepare('INSERT INTO run_views VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET name = excluded.name, state = excluded.state, updated = excluded.updated')
  const find = db.prepare('SELECT * FROM run_views WHERE id = ?')
  const all = db.prepare('SELECT * FROM run_views ORDER BY updated DESC, id')
  const drop = db.prepare('DELETE FROM run_views WHERE id = ?')

  function get(id: string): SavedView {
    const row = find.get(id)
    if (!row) throw new Problem('missing', 'There is no such view any more. It was deleted, or its address is not whole.', 'id')
    return viewOf(row)
  }

  return {
    get,
    list: (experiments?: readonly string[]): SavedView[] => all.all().map(viewOf).filter(({ state }) => !experiments || state.query.experiments.some((one) => experiments.includes(one))),
    save: ({ id, name, state }: { readonly id?: string | undefined; readonly name: string; readonly state: ViewState }, by: string): Promise<SavedView> => commits.write(() => {
      const [old, now] = [id === undefined ? undefined : get(id), Date.now()]
      const view: SavedView = { id: old?.id ?? newId('view'), name: name.trim(), state, by: old?.by ?? by, created: old?.created ?? now, updated: now }
      if (view.name === '') throw new Problem('invalid', 'A view needs a name.', 'name')
      put.run(view.id, view.name, JSON.stringify(view.state), view.by, view.created, view.updated)
      tidings.tell([view.id])
      return view
    }),
    remove: (id: string): Promise<number> => commits.write(() => {
      tidings.tell([id])
      return Number(drop.run(id).changes)
    }),
  }
}

function viewOf(row: Record<string, SQLOutputValue>): SavedView {
  return { id: String(row.id), name: String(row.name), state: ViewState.parse(JSON.parse(String(row.state))), by: String(row.by), created: Number(row.created), updated: Number(row.updated) }
}
