import { expect, test } from 'vitest'
import { blocksOf, byUse, pagesOf } from './pages.ts'

test('rows are asked for by whole pages', () => {
  expect(pagesOf(150, 420)).toEqual([0, 200, 400])
  expect(pagesOf(400, 600)).toEqual([400])
  expect(pagesOf(0, 0)).toEqual([0])
  expect(byUse([0, 200, 400], 420)).toEqual([400, 200, 0])
})

test('of a wide table only the columns in sight are asked for', () => {
  const wide = Array.from({ length: 100 }, (_, i) => `c${i}`)
  expect(blocksOf(wide.slice(0, 60), ['c3'])).toEqual([wide.slice(0, 60)])
  expect(blocksOf(wide, ['c23', 'c24'])).toEqual([wide.slice(0, 24), wide.slice(24, 48)])
  expect(blocksOf(wide, [])).toEqual([wide.slice(0, 24)])
})
