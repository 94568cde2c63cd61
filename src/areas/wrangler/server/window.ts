import type { z } from 'zod'
import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import type { Grid, Wait, wrangler } from '../contract.ts'
import { familyOf } from '../domain/columns.ts'
import type { Column } from '../domain/columns.ts'
import { upTo } from '../domain/recipe.ts'
import { cellsOnly, chainSql } from '../domain/to-sql.ts'
import { withView } from '../domain/view.ts'
import type { View } from '../domain/view.ts'
import { marksOf } from './marks.ts'
import type { Near } from './near.ts'
import type { Orders } from './order.ts'
import type { Prepared, Preparer } from './prepare.ts'

type Asked = z.output<typeof wrangler.window.input>
const cut = 1000
const firstPages = 2000
/** Above this the first page is made before the whole order is begun, which would take the processor from it. */
const manyRows = 2_000_000

/** Rows of a view: at their place when that is known, else the first page and the reason to wait. */
export function openWindows({ duck, preparer, orders, near }: { duck: Duck; preparer: Preparer; orders: Orders; near: Near }) {
  async function window(asked: Asked, signal: AbortSignal): Promise<z.input<typeof wrangler.window.output>> {
    const began = performance.now()
    const recipe = withView(upTo(asked.recipe, asked.upTo), asked.view)
    const ready = await preparer.soon(recipe)
    if ('wait' in ready) return waiting(ready.wait, began)
    const prepared = ready.value
    const { positions, standing } = await placesOf(prepared, asked, signal)
    const wanted = columnsOf(prepared, asked.columns)
    const { rows, rids } = await rowsAt(prepared, positions, wanted, signal)
    const { total, wait } = await standing()
    const marks = asked.draft ? await marksOf({ duck, near, prepared, positions, wanted, step: asked.draft, signal }) : { changed: [], failed: [] }
    return { columns: [...wanted], rows, rids, ...marks, total, of: prepared.source.rows, wait, ms: performance.now() - began }
  }

  /** Where the rows of a page stand, and `standing`: how many there are in all, or the reason to wait. That is asked for behind the rows, since the whole order takes the processor from them. */
  async function placesOf(prepared: Prepared, { page, view }: Asked, signal: AbortSignal): Promise<{ positions: number[]; standing: () => Promise<Standing> }> {
    const { from, size } = page
    if (!prepared.moves) {
      const to = Math.min(prepared.base.rows, from + size)
      return { positions: Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i), standing: known({ total: prepared.base.rows, wait: null }) }
    }
    const reason = reasonOf(prepared, view)
    const early = from + size <= firstPages && prepared.base.rows > manyRows && !(await orders.known(prepared))
    if (early) {
      const first = await orders.first(prepared, from + size, signal)
      return { positions: first.slice(from), standing: async () => standingOf(await orders.soon(prepared, reason, 0)) }
    }
    const order = await orders.soon(prepared, reason)
    if ('value' in order) return { positions: await orders.slice(order.value, from, from + size, signal), standing: known(standingOf(order)) }
    if (from + size > firstPages) return { positions: [], standing: known(standingOf(order)) }
    const first = await orders.first(prepared, from + size, signal)
    return { positions: first.slice(from), standing: known(standingOf(order)) }
  }

  /** The cells of known rows, in the order of the positions. */
  async function rowsAt(prepared: Prepared, positions: readonly number[], columns: readonly Column[], signal: AbortSignal): Promise<{ rows: unknown[][]; rids: number[] }> {
    if (positions.length === 0) return { rows: [], rids: [] }
    const query = `SELECT ${['_pos', '_rid', ...columns.map(shownSql)].join(', ')} FROM prev`
    const base = await near.rowsSql(prepared.base, positions)
    const answer = await duck.read({ text: chainSql({ base, stages: prepared.rest.map(cellsOnly), query, carry: ['_pos'] }), signal }).catch((error: unknown) => { throw dataProblem(error, 'The rows') })
    const byPlace = new Map(answer.rows.map((row) => [Number(row[0]), row]))
    const found = positions.flatMap((pos) => { const row = byPlace.get(pos); return row ? [row] : [] })
    return { rows: found.map((row) => row.slice(2)), rids: found.map((row) => Number(row[1])) }
  }

  return { window, rowsAt }
}

interface Standing { readonly total: number | null; readonly wait: Wait | null }

function standingOf(order: Awaited<ReturnType<Orders['soon']>>): Standing {
  return 'value' in order ? { total: order.value.total, wait: null } : { total: null, wait: order.wait }
}

function known(standing: Standing): () => Promise<Standing> {
  return () => Promise.resolve(standing)
}

export function columnsOf({ columns }: Prepared, wanted: readonly string[] | undefined): readonly Column[] {
  if (!wanted) return columns
  const byId = new Map(columns.map((column) => [column.id, column]))
  return wanted.flatMap((id) => byId.get(id) ?? [])
}

/** Long texts are cut for the grid; the inspector asks for the whole. */
function shownSql({ id, type }: Column): string {
  return familyOf(type) === 'text' ? `CASE WHEN length(${id}::VARCHAR) > ${cut} THEN left(${id}::VARCHAR, ${cut}) || '…' ELSE ${id}::VARCHAR END AS ${id}` : id
}

function reasonOf({ columns }: Prepared, { sort, filter }: View): string {
  const name = (id: string | undefined) => columns.find((column) => column.id === id)?.name ?? 'a column'
  if (sort.length > 0) return `Sorting by ${name(sort[0]?.column)}`
  return filter.length > 0 ? 'Filtering all rows' : 'Finding the rows that stay'
}

function waiting(wait: Wait, began: number): Grid {
  return { columns: [], rows: [], rids: [], changed: [], failed: [], total: null, of: 0, wait, ms: performance.now() - began }
}
