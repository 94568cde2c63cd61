import type { z } from 'zod'
import { literal } from '#lib/sql.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { Problem } from '#wire/problem.ts'
import type { wrangler } from '../contract.ts'
import { upTo } from '../domain/recipe.ts'
import { cellsOnly, chainSql } from '../domain/to-sql.ts'
import { withView } from '../domain/view.ts'
import type { Orders } from './order.ts'
import type { Preparer } from './prepare.ts'
import { columnsOf } from './window.ts'

type Asked = z.output<typeof wrangler.find.input>
type Found = z.input<typeof wrangler.find.output>

/** Search over all rows of the view, in the view's order. */
export function openFind({ duck, preparer, orders }: { duck: Duck; preparer: Preparer; orders: Orders }) {
  async function find(asked: Asked, signal: AbortSignal): Promise<Found> {
    const began = performance.now()
    const prepared = await preparer.whole(withView(upTo(asked.recipe, asked.upTo), asked.view), signal)
    const columns = columnsOf(prepared, asked.columns)
    const needle = literal(asked.text.toLowerCase())
    const hits = columns.map(({ id }) => `contains(lower(${id}::VARCHAR), ${needle})`)
    if (hits.length === 0) return { row: null, column: null, ms: 0 }
    const which = `CASE ${hits.map((hit, i) => `WHEN ${hit} THEN ${i}`).join(' ')} END`
    const matching = chainSql({ base: prepared.base.sql(), stages: prepared.rest.map(cellsOnly), query: `SELECT _pos, ${which} AS w FROM prev WHERE ${hits.map((hit) => `coalesce(${hit}, false)`).join(' OR ')}`, carry: ['_pos'] })
    const [compare, best] = asked.backwards ? [`< ${asked.after}`, 'DESC'] : [`> ${asked.after}`, 'ASC']
    let text = `SELECT _pos, w FROM (${matching}) WHERE _pos ${compare} ORDER BY _pos ${best} LIMIT 1`
    if (prepared.moves) {
      const order = await orders.whole(prepared, 'Searching', signal)
      const places = order.shards.map((shard) => `SELECT file_row_number + ${shard.first} AS i, _pos FROM read_parquet(${literal(shard.path)})`).join(' UNION ALL ')
      if (places === '') return { row: null, column: null, ms: performance.now() - began }
      text = `SELECT i, w FROM (${places}) JOIN (${matching}) USING (_pos) WHERE i ${compare} ORDER BY i ${best} LIMIT 1`
    }
    const { rows: [row] } = await duck.read({ text, signal, background: true })
    return { row: row ? Number(row[0]) : null, column: row ? (columns[Number(row[1])]?.id ?? null) : null, ms: performance.now() - began }
  }

  async function cell({ recipe, upTo: until, rid, column }: z.output<typeof wrangler.cell.input>, signal: AbortSignal): Promise<z.input<typeof wrangler.cell.output>> {
    const prepared = await preparer.whole(upTo(recipe, until), signal)
    const found = prepared.columns.find(({ id }) => id === column)
    if (!found) throw new Problem('missing', 'That column is not there any more.')
    const near = prepared.base === prepared.source ? prepared.base.sql({ rows: [rid] }) : prepared.base.sql()
    const { rows: [row] } = await duck.read({ text: chainSql({ base: near, stages: prepared.rest.map(cellsOnly), query: `SELECT ${column} FROM prev WHERE _rid = ${rid}` }), signal })
    if (!row) throw new Problem('missing', 'That row is not there any more.')
    return { value: row[0] ?? null, type: found.type }
  }

  return { find, cell }
}
