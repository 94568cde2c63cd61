import { expect, test } from 'vitest'
import { draftOf, essence, newDraft, withDraft } from './draft.ts'
import type { Recipe, Step } from './recipe.ts'

const step = (id: string, more: Partial<Step> = {}): Step => ({ id, op: 'drop', v: 1, params: { columns: [id] }, enabled: true, ...more })
const recipe: Recipe = { schema: 1, source: { dataset: 'd', columns: [] }, steps: [step('s1'), step('s2', { enabled: false }), step('s3', { note: 'why' })] }

test('a new step stands at the end, or behind the step that is looked at', () => {
  expect(newDraft(recipe, 'sort', {})).toEqual({ step: step('s4', { op: 'sort', params: {} }), at: 3, isNew: true })
  expect(newDraft(recipe, 'sort', {}, 's1').at).toBe(1)
  expect(newDraft(recipe, 'sort', {}, 'source').at).toBe(0)
})

test('a change of a past step keeps the steps behind it', () => {
  const draft = draftOf(recipe, 's2')
  expect(draft && withDraft(recipe, { ...draft, step: { ...draft.step, params: { columns: ['x'] } } }).steps.map(({ id, enabled, params }) => [id, enabled, params]))
    .toEqual([['s1', true, { columns: ['s1'] }], ['s2', true, { columns: ['x'] }], ['s3', true, { columns: ['s3'] }]])
})

test('the essence leaves out what changes no row', () => {
  expect(essence(recipe).steps).toEqual([step('s1'), step('s3')])
  expect(essence(recipe, 's1').steps).toEqual([step('s1')])
  expect(essence(recipe, 'source').steps).toEqual([])
})
