import type { Sqlite } from '#node/sqlite.ts'
import { contextOf, tagsOf } from './inputs.ts'

interface Lists { readonly name: Map<number, string[]>; readonly digest: Map<number, string[]>; readonly context: Map<number, string[]> }

/** Data sets and logged models of all runs, read anew after they were written. */
export function openLinked({ db }: Sqlite) {
  const inputs = db.prepare('SELECT i.run, d.name, d.digest, i.tags FROM run_inputs i JOIN run_datasets d ON d.id = i.dataset ORDER BY i.run, d.id')
  const owned = db.prepare("SELECT run, name FROM run_models WHERE run IS NOT NULL AND stage = 'active' ORDER BY id")
  let datasets: Lists | undefined
  let models: Map<string, string[]> | undefined

  function readDatasets(): Lists {
    const lists: Lists = { name: new Map(), digest: new Map(), context: new Map() }
    for (const row of inputs.iterate()) {
      const run = Number(row.run)
      const context = contextOf(tagsOf(row.tags))
      push(lists.name, run, String(row.name))
      push(lists.digest, run, String(row.digest))
      if (context !== null) push(lists.context, run, context)
    }
    return lists
  }

  function readModels(): Map<string, string[]> {
    const lists = new Map<string, string[]>()
    for (const row of owned.iterate()) push(lists, String(row.run), String(row.name))
    return lists
  }

  return {
    datasets: (key: string): ReadonlyMap<number, readonly string[]> => {
      datasets ??= readDatasets()
      return key === 'digest' || key === 'context' ? datasets[key] : datasets.name
    },
    models: (): ReadonlyMap<string, readonly string[]> => (models ??= readModels()),
    touched: () => { datasets = models = undefined },
  }
}

function push<K>(lists: Map<K, string[]>, at: K, value: string): void {
  const list = lists.get(at)
  if (list) list.push(value)
  else lists.set(at, [value])
}
