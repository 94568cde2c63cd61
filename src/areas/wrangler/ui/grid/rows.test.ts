import { expect, test } from 'vitest'
import type { Grid } from '../../contract.ts'
import { rowsOf } from './rows.ts'
import type { Rows } from './rows.ts'

const recipe: Rows['recipe'] = { schema: 1, source: { dataset: 'flights', columns: [] }, steps: [] }

function answered(before: Rows | undefined, { total, of, count }: { total: number | null; of: number; count: number }): Rows {
  const grid: Grid = { columns: [], rows: Array.from({ length: count }, () => []), rids: [], changed: [], failed: [], total, of, wait: null, ms: 1 }
  return rowsOf({ key: String(total), stamp: '', pages: [{ from: 0, block: [], grid }], columns: [], recipe, view: { filter: [], sort: [] }, before })
}

test('while rows are counted anew, the largest count met is still known', () => {
  const whole = answered(undefined, { total: 3_000_000, of: 3_000_000, count: 100 })
  const longer = answered(whole, { total: 40_000_000, of: 3_000_000, count: 100 })
  const counting = answered(longer, { total: null, of: 3_000_000, count: 100 })
  const filtered = answered(counting, { total: 12, of: 3_000_000, count: 12 })
  expect([whole, longer, counting, filtered].map(({ rowCount, most }) => [rowCount, most])).toEqual([
    [3_000_000, 3_000_000], [40_000_000, 40_000_000], [expect.any(Number), 40_000_000], [12, 40_000_000],
  ])
})

test('a column of whole numbers knows its longest at the head of the rows, and keeps it', () => {
  const columns = [{ id: 'c0', name: 'id', type: 'BIGINT' }, { id: 'c1', name: 'text', type: 'VARCHAR' }]
  const asked = (rows: unknown[][], before: Rows | undefined) => {
    const grid: Grid = { columns, rows, rids: [0], changed: [], failed: [], total: 1, of: 1, wait: null, ms: 1 }
    return rowsOf({ key: '', stamp: '', pages: [{ from: 0, block: ['c0', 'c1'], grid }], columns, recipe, view: { filter: [], sort: [] }, before })
  }
  const long = asked([['1700000000000', 'a very long text'], [null, '']], undefined)
  expect([long, asked([['7', '']], long)].map(({ letters }) => [...letters])).toEqual([[['c0', 17]], [['c0', 17]]])
})
