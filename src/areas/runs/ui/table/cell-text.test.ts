import { expect, test } from 'vitest'
import { groupScope, oddText } from './cell-text.ts'

test('a mean says how many of its runs it leaves out because they are not finite', () => {
  const cell = { mean: 8, sd: null, n: 3, odd: 2, same: null }
  expect([oddText(cell), groupScope(cell), groupScope({ ...cell, mean: null, odd: 3 }), oddText({ ...cell, odd: 0 })]).toEqual([
    '2 of 3 not finite', 'mean ± σ of 1 run: 8 ± 0; 2 of 3 not finite (NaN or infinite) and left out of it', '3 of 3 not finite (NaN or infinite)', undefined,
  ])
})
