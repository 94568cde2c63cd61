import { expect, test } from 'vitest'
import { isHeld } from './held.ts'
import type { Recipe } from './recipe.ts'

const fix = { op: 'parseDate', params: { columns: ['c2'], formats: ['%Y-%m-%d'], as: 'DATE', onError: 'null' } }
const recipe = (...steps: { op: string; params: Record<string, unknown>; enabled?: boolean }[]): Recipe => ({
  schema: 1, source: { dataset: 'people', columns: [] }, steps: steps.map((step, i) => ({ id: `s${i}`, v: 1, enabled: true, ...step })),
})

test('a fix is in a recipe by what it does, whatever the order of its settings, and switched off too', () => {
  const turned = { op: 'parseDate', params: { onError: 'null', as: 'DATE', formats: ['%Y-%m-%d'], columns: ['c2'] }, enabled: false }
  expect([recipe(fix), recipe({ op: 'drop', params: { columns: ['c1'] } }, turned)].map((one) => isHeld(one, fix))).toEqual([true, true])
  expect(isHeld(recipe({ op: 'dedupe', params: { columns: [], keep: 'first' } }), { op: 'dedupe', params: { columns: [] } })).toBe(true)
})

test('the same step over another column, or none, is not it', () => {
  expect([recipe(), recipe({ ...fix, params: { ...fix.params, columns: ['c3'] } })].map((one) => isHeld(one, fix))).toEqual([false, false])
})
