import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kindOf } from '../domain/compile.ts'
import { Finding, Report } from '../domain/analysis.ts'
import { workshop } from './workshop.test.util.ts'

const bank = await workshop(`
  SELECT i AS id, (i * 7) % 101 AS x, 3.0 * ((i * 7) % 101) + 1 AS y, CASE WHEN (i * 7) % 101 > 50 THEN 'yes' ELSE 'no' END AS target,
    CASE WHEN (i * 7) % 101 > 50 THEN 'in' ELSE 'out' END AS tell, CASE WHEN i % 5 = 0 THEN NULL ELSE i % 5 END AS gaps, (i % 30)::VARCHAR || ' ' AS text,
    1 AS same, CASE WHEN i = 0 THEN 1e9 ELSE (i * 13) % 97 END AS far
  FROM range(600) t(i)`)

async function finding(analysis: unknown): Promise<Finding> {
  const done = await bank.job('analyse', { recipe: await bank.recipe(), analysis })
  expect([done.state, done.error]).toEqual(['done', null])
  return Finding.parse(done.result)
}

test('a histogram counts every row once', async () => {
  const found = await finding({ kind: 'histogram', column: 'c1', bins: 10 })
  expect(found.kind === 'histogram' && found.series[0]?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(600)
})

test('Pearson and Spearman of a straight line are 1', async () => {
  for (const method of ['pearson', 'spearman'] as const) {
    const found = await finding({ kind: 'correlation', method })
    expect(found.kind === 'correlation' && found.values[found.columns.indexOf('c1')]?.[found.columns.indexOf('c2')]).toBeCloseTo(1, 12)
  }
})

test('Cramér’s V of two names for one thing is 1', async () => {
  const found = await finding({ kind: 'correlation', method: 'cramer' })
  expect(found.kind === 'correlation' && found.values[found.columns.indexOf('c3')]?.[found.columns.indexOf('c4')]).toBe(1)
})

test('target leakage finds what gives the target away, and only that', async () => {
  const found = await finding({ kind: 'leakage', target: 'c3' })
  const verdicts = found.kind === 'leakage' ? Object.fromEntries(found.columns.map(({ name, verdict }) => [name, verdict])) : {}
  expect([verdicts.tell, verdicts.x, verdicts.id, verdicts.same]).toEqual(['leak', 'leak', 'fine', 'fine'])
})

const films = await workshop(`
  SELECT (i * 7919) % 10007 AS votes, CASE WHEN i < 4 THEN 'twice ' || (i // 2) ELSE 'film ' || i END AS title, 'studio ' || (i * 7919) % 10007 % 5 AS studio,
    CASE WHEN (i * 7919) % 10007 > 5000 THEN 'many' ELSE 'few' END AS size, (1 + i % 2) * 1e-12 AS tiny FROM range(1000) t(i)`)

test('a text that hardly repeats tells nothing of the target, in R² and in AUC, and its coverage is told', async () => {
  for (const [target, none] of [['c0', 0], ['c3', 0.5]] as const) {
    const job = await films.job('analyse', { recipe: await films.recipe(), analysis: { kind: 'leakage', target } })
    const found = Finding.parse(job.result)
    const title = found.kind === 'leakage' ? found.columns.find(({ name }) => name === 'title') : undefined
    expect([title?.verdict, title?.score, title?.coverage]).toEqual(['fine', expect.closeTo(none, 1), expect.closeTo(0.004, 3)])
  }
})

test('the figures of small numbers keep their size', async () => {
  const job = await films.job('analyse', { recipe: await films.recipe(), analysis: { kind: 'summary' } })
  const found = Finding.parse(job.result)
  expect(found.kind === 'summary' && found.rows.find(([name]) => name === 'tiny')?.slice(5, 7)).toEqual(['1.5e-12', '5.0025e-13'])
})

test('a category that gives a number away is a leak', async () => {
  const job = await bank.job('analyse', { recipe: await bank.recipe({ op: 'changeType', params: { columns: ['c1'], type: 'VARCHAR', onError: 'null' } }), analysis: { kind: 'leakage', target: 'c2' } })
  const found = Finding.parse(job.result)
  const x = found.kind === 'leakage' ? found.columns.find(({ name }) => name === 'x') : undefined
  expect([job.error, x?.verdict, x?.score, x?.coverage]).toEqual([null, 'leak', expect.closeTo(1, 6), 1])
})

test('duplicates are counted over the chosen columns', async () => {
  const found = await finding({ kind: 'duplicates', columns: ['c5'] })
  expect(found.kind === 'duplicates' && [found.groups, found.extra]).toEqual([5, 595])
})

test('scatter and summary cover all rows', async () => {
  const scatter = await finding({ kind: 'scatter', x: 'c1', y: 'c2' })
  const summary = await finding({ kind: 'summary' })
  expect(scatter.kind === 'scatter' && [scatter.pairs, scatter.points.length, scatter.correlation]).toEqual([600, 600, 1])
  expect(summary.kind === 'summary' && [summary.rows.length, summary.scope.kind]).toEqual([9, 'exact'])
})

test('the report warns, every fix is a step that runs, and it is saved as one page', async () => {
  const recipe = await bank.recipe()
  const { body } = await bank.ask('report', { recipe, target: 'c3' })
  const job = await bank.jobs.settled(body.job)
  expect([job.state, job.error]).toEqual(['done', null])
  const report = Report.parse(job.result)
  const titles = report.warnings.map(({ title }) => title)
  expect(titles).toEqual(expect.arrayContaining(['“gaps” has missing values', '“same” is constant', '“text” has outer spaces', '“far” has outliers', '“tell” may give the target away', '“id” looks like an id']))
  expect(report.warnings.find(({ title }) => title === '“far” has outliers')?.detail).toBe('1 value lies more than 5 robust deviations from the median.')
  const fixes = report.warnings.flatMap(({ fix }) => (fix ? [{ id: 's1', op: fix.op, params: fix.params, v: 1, enabled: true }] : []))
  const sound = fixes.map((step) => ({ ...step, params: onlyOf(step.params, kindOf(step.op).params.parse(step.params)) }))
  const effects = await Promise.all(fixes.map((step) => bank.ask('effect', { recipe: { ...recipe, steps: [step] }, step: 's1' })))
  expect([sound, effects.map(({ status }) => status)]).toEqual([fixes, fixes.map(() => 200)])
  expect((await bank.ask('saveReport', { job: body.job, path: 'reports/bank.html' })).status).toBe(200)
  const page = readFileSync(join(bank.root, 'reports/bank.html'), 'utf8')
  expect([existsSync(join(bank.root, 'reports/bank.html')), page.includes('“same” is constant'), page.includes('<script')]).toEqual([true, true, false])
})

/** The params as the step took them, without its defaults: one that it does not know is lost. */
function onlyOf(asked: Readonly<Record<string, unknown>>, taken: unknown): Record<string, unknown> {
  const known = typeof taken === 'object' && taken !== null ? Object.entries(taken) : []
  return Object.fromEntries(known.filter(([name]) => name in asked))
}
