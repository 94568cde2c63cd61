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
