import type { Sqlite } from '#node/sqlite.ts'

export type Keys = ReturnType<typeof openKeys>

/** Names of metrics, params and tags as numbers. */
export function openKeys({ db }: Sqlite) {
  const ids = new Map<string, number>()
  const names: string[] = []
  const fresh: string[] = []
  const add = db.prepare('INSERT INTO run_keys(name) VALUES (?)')
  reload()

  function reload(): void {
    ids.clear()
    names.length = 0
    fresh.length = 0
    for (const row of db.prepare('SELECT id, name FROM run_keys').all()) learn(String(row.name), Number(row.id))
  }

  function learn(name: string, id: number): number {
    ids.set(name, id)
    names[id] = name
    return id
  }

  /** The number of a name, which is given one where it has none; only inside a write. */
  function make(name: string): number {
    const known = ids.get(name)
    if (known !== undefined) return known
    fresh.push(name)
    return learn(name, Number(add.run(name).lastInsertRowid))
  }

  return {
    make, reload,
    idOf: (name: string): number | undefined => ids.get(name),
    names: (): readonly string[] => names.filter((name) => name !== undefined),
    nameOf: (id: number): string => names[id] ?? '',
    keep: () => { fresh.length = 0 },
    forget: () => { for (const name of fresh.splice(0)) ids.delete(name) },
  }
}
