import { expect, test } from 'vitest'
import { Report } from '../domain/analysis.ts'
import { workshop } from './workshop.test.util.ts'

const shop = await workshop(`
  SELECT i AS n, ['Oslo', 'OSLO', 'oslo', 'Bergen', 'New York', 'New  York', NULL][1 + i % 7] AS city,
    CASE i % 4 WHEN 0 THEN '2024-03-' || lpad((1 + i % 28)::VARCHAR, 2, '0') WHEN 1 THEN (1 + i % 28) || '/03/2024' WHEN 2 THEN 'unknown' END AS seen,
    CASE WHEN i % 10 = 0 THEN NULL ELSE 'key ' || md5(i::VARCHAR) END AS code, CASE WHEN i % 10 = 0 THEN NULL ELSE DATE '2024-01-01' + (i % 5)::INTEGER END AS day,
    CASE WHEN i % 10 = 0 THEN NULL ELSE ['red', 'blue'][1 + i % 2] END AS colour
  FROM range(420) t(i)`)

async function reported() {
  const { body } = await shop.ask('report', { recipe: await shop.recipe() })
  const job = await shop.jobs.settled(body.job)
  expect([job.state, job.error]).toEqual(['done', null])
  return Report.parse(job.result).warnings
}

const warnings = await reported()
const about = (column: string) => warnings.filter(({ title }) => title.startsWith(`“${column}”`))

test('spellings that differ only in case or spacing are told with the step that makes them one', () => {
  expect(about('city').filter(({ title }) => title.includes('differ'))).toEqual([
    { severity: 'medium', column: 'c1', title: '“city” has values that differ only in spacing', detail: '6 values become 5 when spacing is overlooked, e.g. “New  York”, “New York”.', fix: { label: 'Trim and collapse', op: 'trim', params: { columns: ['c1'], collapse: true } } },
    { severity: 'medium', column: 'c1', title: '“city” has values that differ only in case', detail: '5 values become 3 when case is overlooked, e.g. “OSLO”, “Oslo”, “oslo”.', fix: { label: 'Change to title case', op: 'changeCase', params: { columns: ['c1'], to: 'title' } } },
  ])
})

test('a text column that mostly parses as dates in mixed forms is told with their formats', () => {
  expect(about('seen').find(({ title }) => title.includes('date'))).toEqual({
    severity: 'medium', column: 'c2', title: '“seen” looks like a date', detail: '67 % of its values parse as dates, in 2 forms: %Y-%m-%d, %d/%m/%Y.',
    fix: { label: 'Parse dates', op: 'parseDate', params: { columns: ['c2'], formats: ['%Y-%m-%d', '%d/%m/%Y'], as: 'DATE', onError: 'null' } },
  })
})

test('the most frequent value is offered for a category, and not for dates or keys', () => {
  const fills = ['seen', 'code', 'day', 'colour'].map((name) => about(name).find(({ title }) => title.includes('missing'))?.fix?.label ?? null)
  expect(fills).toEqual([null, null, null, 'Fill with the most frequent'])
})

test('each step that the report offers runs', async () => {
  const recipe = await shop.recipe()
  const fixes = warnings.flatMap(({ fix }) => (fix ? [{ id: 's1', op: fix.op, params: fix.params, v: 1, enabled: true }] : []))
  const effects = await Promise.all(fixes.map((step) => shop.ask('effect', { recipe: { ...recipe, steps: [step] }, step: 's1' })))
  expect(effects.map(({ status }) => status)).toEqual(fixes.map(() => 200))
})
