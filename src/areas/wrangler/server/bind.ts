import type { FieldShape } from '#areas/datasets/domain/dataset.ts'
import type { Column } from '../domain/columns.ts'
import type { Source } from '../domain/recipe.ts'

export interface Bound {
  /** The source's columns in its order, each under the id that the recipe knows it by. */
  readonly columns: readonly Column[]
  /** What the recipe names and the source no longer has, by id. */
  readonly gone: ReadonlyMap<string, string>
}

/** Ties a recipe's ids to the columns of a version by name (the n-th of equal names to the n-th); new columns get new ids. */
export function bind(source: Pick<Source, 'columns'>, fields: readonly FieldShape[]): Bound {
  const free = new Map<string, string[]>()
  for (const { id, name } of source.columns) free.set(name, [...(free.get(name) ?? []), id])
  const taken = new Set(source.columns.map(({ id }) => id))
  const columns = fields.map(({ name, type }, i) => {
    const id = free.get(name)?.shift() ?? freshId(i, taken)
    taken.add(id)
    return { id, name, type }
  })
  return { columns, gone: new Map([...free].flatMap(([name, ids]) => ids.map((id) => [id, name]))) }
}

function freshId(at: number, taken: ReadonlySet<string>): string {
  const wanted = `c${at}`
  if (!taken.has(wanted)) return wanted
  let n = taken.size
  while (taken.has(`c${n}`)) n++
  return `c${n}`
}
