import { grouped } from '#kit/grid/format.ts'
import type { Mark } from '#kit/grid/types.ts'
import type { Grid, Wait } from '../../contract.ts'
import { familyOf } from '../../domain/columns.ts'
import type { Column } from '../../domain/columns.ts'
import { pageSize } from '../../domain/pages.ts'
import type { Recipe } from '../../domain/recipe.ts'
import type { View } from '../../domain/view.ts'

export interface Page { readonly from: number; readonly block: readonly string[]; readonly grid: Grid }

/** The rows on screen: those of the question before stay until the first of the new ones are there. */
export interface Rows {
  readonly key: string
  readonly stamp: string
  readonly version: number
  readonly recipe: Recipe
  readonly view: View
  readonly columns: readonly Column[]
  readonly rowCount: number
  /** Null while it is being counted. */
  readonly total: number | null
  readonly of: number
  /** The largest count met so far: a count that runs leaves room for it. */
  readonly most: number
  /** By column of whole numbers the letters of the longest one met at the head of the rows. */
  readonly letters: ReadonlyMap<string, number>
  readonly ms: number
  readonly wait: Wait | null
  readonly rowOf: (row: number) => { readonly cells: readonly unknown[]; readonly rid: number } | undefined
  readonly markOf: (row: number, column: number) => Mark | undefined
}

export function rowsOf({ key, stamp, pages, columns, recipe, view, before }: Pick<Rows, 'key' | 'stamp' | 'columns' | 'recipe' | 'view'> & { pages: readonly Page[]; before: Rows | undefined }): Rows {
  const place = new Map(columns.map(({ id }, i) => [id, i]))
  const byStart = Map.groupBy(pages, ({ from }) => from)
  const grids = pages.map(({ grid }) => grid)
  const { of = 0, ms = 0 } = grids[0] ?? {}
  const total = totalOf(grids)
  const version = before ? before.version + 1 : 1
  return {
    key, stamp, recipe, view, columns, total, version,
    rowCount: total ?? Math.max(before?.key === key ? before.rowCount : 0, ...pages.map(reachOf)),
    of, ms,
    most: mostOf(before, Math.max(of, total ?? 0)),
    letters: lettersOf({ pages: byStart.get(0), columns, before }),
    wait: waitOf(grids),
    rowOf: (row) => rowAt(byStart.get(startOf(row)), row, place),
    markOf: (row, column) => markAt(byStart.get(startOf(row)), row, columns[column]?.id),
  }
}

function mostOf(before: Rows | undefined, count: number): number {
  return Math.max(before?.most ?? 0, count)
}

function lettersOf({ pages = [], columns, before }: { readonly pages: readonly Page[] | undefined; readonly columns: readonly Column[]; readonly before: Rows | undefined }): ReadonlyMap<string, number> {
  const whole = new Set(columns.filter(({ type }) => familyOf(type) === 'integer').map(({ id }) => id))
  const letters = new Map(before?.letters)
  for (const { block, grid } of pages) {
    for (const [i, id] of block.entries()) {
      if (whole.has(id)) letters.set(id, grid.rows.reduce((most, row) => Math.max(most, grouped(String(row[i] ?? '')).length), letters.get(id) ?? 0))
    }
  }
  return letters
}

function totalOf(grids: readonly Grid[]): number | null {
  return grids.find(({ total }) => total !== null)?.total ?? null
}

export function waitOf(grids: readonly Grid[]): Wait | null {
  return grids.find(({ wait }) => wait)?.wait ?? null
}

/** How far one may scroll while the rows are not counted: a page past a full one. */
function reachOf({ from, grid: { rows } }: Page): number {
  return rows.length === 0 ? 0 : from + rows.length + (rows.length === pageSize ? pageSize : 0)
}

function startOf(row: number): number {
  return Math.floor(row / pageSize) * pageSize
}

function rowAt(pages: readonly Page[] | undefined, row: number, place: ReadonlyMap<string, number>) {
  const [first] = pages ?? []
  const at = row - startOf(row)
  const cells = first?.grid.rows[at]
  if (!pages || !first || !cells) return undefined
  const rid = first.grid.rids[at] ?? row
  if (pages.length === 1 && first.block.length === place.size) return { cells, rid }
  const wide: unknown[] = Array.from({ length: place.size })
  for (const { block, grid } of pages) block.forEach((id, i) => { wide[place.get(id) ?? 0] = grid.rows[at]?.[i] })
  return { cells: wide, rid }
}

function markAt(pages: readonly Page[] | undefined, row: number, id: string | undefined): Mark | undefined {
  const page = pages?.find(({ block }) => id !== undefined && block.includes(id))
  if (!page || id === undefined) return undefined
  const at = row - startOf(row)
  const column = page.block.indexOf(id)
  if (page.grid.failed[at]?.includes(column)) return 'failed'
  return page.grid.changed[at]?.includes(column) ? 'changed' : undefined
}
