import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { firstRows, workshop } from './workshop.test.util.ts'

const people = await workshop(`
  SELECT i AS id, CASE WHEN i % 10 = 0 THEN NULL ELSE i % 90 END AS age, CASE WHEN i % 3 = 0 THEN 'Oslo' ELSE 'Bergen' END AS city,
    CASE WHEN i % 100 = 0 THEN 'x' ELSE (i * 2)::VARCHAR END AS income, 9223372036854775807 - i AS big, i % 4 = 0 AS late
  FROM range(1000) t(i)`)

test('a window gives any rows, 64-bit integers exact', async () => {
  const { body } = await people.ask('window', { recipe: await people.recipe(), page: { from: 998, size: 10 }, columns: ['c0', 'c4'] })
  expect([body.rows, body.rids, body.total]).toEqual([[['998', '9223372036854774809'], ['999', '9223372036854774808']], [998, 999], 1000])
})

test('a view sorts and filters without changing the data', async () => {
  const view = { sort: [{ column: 'c0', descending: true }], filter: [{ kind: 'compare', column: 'c2', is: '=', value: 'Oslo' }] }
  const { body } = await people.ask('window', { recipe: await people.recipe(), view, page: { from: 0, size: 2 }, columns: ['c0', 'c2'] })
  expect([body.rows, body.rids, body.total, body.of]).toEqual([[['999', 'Oslo'], ['996', 'Oslo']], [999, 996], 334, 1000])
})

test('steps run in order, an earlier one can be looked at, and a switched-off one does nothing', async () => {
  const recipe = await people.recipe(
    { op: 'filter', params: { predicate: { kind: 'compare', column: 'c1', is: '>=', value: 80 }, keep: 'keep' } },
    { op: 'drop', params: { columns: ['c3', 'c4', 'c5'] }, enabled: false },
    { op: 'limit', params: { count: 3 } },
  )
  const after = await people.ask('window', { recipe, page: firstRows, columns: ['c0', 'c1'] })
  expect([after.body.rows, after.body.columns.length]).toEqual([[['81', '81'], ['82', '82'], ['83', '83']], 2])
  await expect.poll(async () => (await people.ask('window', { recipe, upTo: 's1', page: firstRows, columns: ['c0'] })).body.total, { timeout: 30_000 }).toBe(99)
})

test('a step that only changes cells asks for no new order of the rows that a filter left', async () => {
  const filter = { op: 'filter', params: { predicate: { kind: 'compare', column: 'c1', is: '>=', value: 70 }, keep: 'keep' } }
  await people.settled('window', { recipe: await people.recipe(filter), page: firstRows, columns: ['c0'] })
  const recipe = await people.recipe(filter, { op: 'formula', params: { name: 'twice', formula: 'age * 2' } })
  const { body } = await people.ask('window', { recipe, draft: 's2', page: { from: 0, size: 2 }, columns: ['c0', 's2_0'] })
  expect([body.rows, body.total, body.wait]).toEqual([[['71', '142'], ['72', '144']], 198, null])
})

test('the draft step’s changed and failed cells are marked', async () => {
  const recipe = await people.recipe({ op: 'changeType', params: { column: 'c3', type: 'BIGINT', onError: 'null' } })
  const { body } = await people.ask('window', { recipe, draft: 's1', page: { from: 0, size: 2 }, columns: ['c0', 'c3'] })
  expect([body.rows, body.changed, body.failed]).toEqual([[['0', null], ['1', '2']], [[1], []], [[1], []]])
})

test('a step tells its effect over all rows, and its failures can be listed', async () => {
  const recipe = await people.recipe({ op: 'changeType', params: { column: 'c3', type: 'BIGINT', onError: 'drop' } })
  const effect = await people.ask('effect', { recipe, step: 's1' })
  const failures = await people.ask('failures', { recipe, step: 's1' })
  expect([effect.body.before, effect.body.after, effect.body.removed, effect.body.failed, effect.body.scope.kind]).toEqual([1000, 990, 10, 10, 'exact'])
  expect([failures.body.total, failures.body.rows[1]]).toEqual([10, { rid: 100, column: 'income', value: 'x' }])
})

test('a recipe whose column vanished keeps its place, says so, and the others go on', async () => {
  const recipe = await people.recipe({ op: 'drop', params: { columns: ['c9'] } }, { op: 'drop', params: { columns: ['c1'] } })
  const named = { ...recipe, source: { ...recipe.source, columns: [...recipe.source.columns, { id: 'c9', name: 'salary' }] } }
  const { body } = await people.ask('plan', { recipe: named })
  expect(body.steps[0].problem.message).toContain('“salary”')
  expect(body.columns.map(({ name }: { name: string }) => name)).toEqual(['id', 'city', 'income', 'big', 'late'])
  const failed = await people.job('publish', { recipe: named, as: 'clean' })
  expect([failed.state, failed.error]).toEqual(['failed', expect.stringContaining('salary')])
})

test('publishing keeps a new version with its parent and recipe; the same recipe over a version reads back', async () => {
  const recipe = await people.recipe({ op: 'sort', params: { keys: [{ column: 'c0', descending: true, nullsFirst: false }] } }, { op: 'drop', params: { columns: ['c3', 'c4'] } })
  const done = await people.job('publish', { recipe, as: 'sorted people', note: 'newest first' })
  expect([done.state, done.error, done.result]).toEqual(['done', null, { dataset: 'sorted people', version: 1, rows: 1000 }])
  const { version } = await people.datasets.get('sorted people')
  expect([version.columns.map(({ name }) => name), version.parent, version.note, version.recipe]).toEqual([['id', 'age', 'city', 'late'], { dataset: 'people', version: 1 }, 'newest first', recipe])
  const { body } = await people.ask('start', { dataset: 'sorted people' })
  const window = await people.ask('window', { recipe: body.recipe, page: { from: 0, size: 1 } })
  expect(window.body.rows).toEqual([['999', '9', 'Oslo', false]])
})

test('an export writes one file, and refuses to replace another unasked', async () => {
  const asked = { recipe: await people.recipe({ op: 'limit', params: { count: 2 } }, { op: 'select', params: { columns: ['c0', 'c2'] } }), path: 'out/two.csv', format: 'csv' }
  expect((await people.job('export', asked)).state).toBe('done')
  expect(readFileSync(join(people.root, 'out/two.csv'), 'utf8')).toBe('id,city\n0,Oslo\n1,Bergen\n')
  expect((await people.ask('export', asked)).status).toBe(409)
  expect((await people.ask('export', { ...asked, path: '../outside.csv' })).status).toBe(403)
})

test('an export never writes over the source of a version, whatever way it is named', async () => {
  await people.duck.read({ text: `COPY (SELECT 1 AS a) TO '${join(people.root, 'one.parquet')}'` })
  mkdirSync(join(people.root, 'parts'))
  await people.duck.read({ text: `COPY (SELECT 1 AS a) TO '${join(people.root, 'parts', 'a.parquet')}'` })
  mkdirSync(join(people.root, 'daily'))
  await people.duck.read({ text: `COPY (SELECT 1 AS a) TO '${join(people.root, 'daily', '1.csv')}'` })
  symlinkSync('people.parquet', join(people.root, 'link.parquet'))
  for (const [path, name] of [['parts', 'parts'], ['daily/*.csv', 'daily']] as const) {
    const { job } = await people.datasets.register({ path, name, note: '', tags: [], by: 'test' })
    if (job) await people.jobs.settled(job)
  }
  const before = readFileSync(join(people.root, 'people.parquet'))
  const recipe = await people.recipe({ op: 'limit', params: { count: 2 } })
  const refusal = async (path: string) => (await people.ask('export', { recipe, path, format: 'parquet', replace: true })).body
  const problem = (message: string) => ({ code: 'invalid', where: 'path', message: `${message} and is not written over. Publish a version, or choose another name.` })
  expect(await refusal('people.parquet')).toEqual(problem('“people.parquet” is the source of people v1'))
  expect(await refusal('./people.parquet')).toEqual(problem('“people.parquet” is the source of people v1'))
  expect(await refusal('link.parquet')).toEqual(problem('“people.parquet” is the source of people v1'))
  expect(await refusal('parts/b.parquet')).toEqual(problem('“parts/b.parquet” belongs to “parts”, the source of parts v1'))
  expect(await refusal('daily/2.csv')).toEqual(problem('“daily/2.csv” belongs to “daily/*.csv”, the source of daily v1'))
  expect(readFileSync(join(people.root, 'people.parquet')).equals(before)).toBe(true)
  expect((await people.job('export', { recipe, path: 'daily/2.parquet', format: 'parquet', replace: true })).state).toBe('done')
})

test('a file that an export replaces is in the trash and can be restored', async () => {
  writeFileSync(join(people.root, 'mine.csv'), 'by hand\n')
  const done = await people.job('export', { recipe: await people.recipe({ op: 'limit', params: { count: 1 } }, { op: 'select', params: { columns: ['c0'] } }), path: 'mine.csv', format: 'csv', replace: true })
  expect([done.state, readFileSync(join(people.root, 'mine.csv'), 'utf8')]).toEqual(['done', 'id\n0\n'])
  const [kept] = people.files.trashed()
  const [back] = await people.files.restore([kept?.id ?? ''])
  expect([kept?.path, readFileSync(join(people.root, back?.path ?? ''), 'utf8')]).toEqual(['mine.csv', 'by hand\n'])
})

test('two tabs on one recipe: the second save is a conflict, nothing is overwritten', async () => {
  const recipe = await people.recipe()
  const first = await people.ask('save', { path: 'recipes/people.recipe.json', recipe, hash: null })
  const second = await people.ask('save', { path: 'recipes/people.recipe.json', recipe: { ...recipe, steps: [{ id: 's1', op: 'limit', params: { count: 1 } }] }, hash: null })
  expect([first.status, second.status, second.body.code]).toEqual([200, 409, 'conflict'])
  const opened = await people.ask('open', { path: 'recipes/people.recipe.json' })
  expect([opened.body.recipe.steps, opened.body.hash]).toEqual([[], first.body.hash])
})

test('a file that is no recipe is refused with a sentence', async () => {
  writeFileSync(join(people.root, 'bad.recipe.json'), '{"schema": 1, ')
  expect(await people.ask('open', { path: 'bad.recipe.json' })).toEqual({ status: 400, body: { code: 'invalid', message: expect.stringContaining('is not JSON') } })
})

test('a setting that is not known is a problem of its step, stops publishing, and is refused in the file', async () => {
  const recipe = await people.recipe({ op: 'limit', params: { rows: 0 } })
  const { body } = await people.ask('plan', { recipe })
  expect(body.steps[0].problem).toEqual({ message: 'Limit rows has no setting “rows”; it has count, skip.', where: 'rows' })
  const done = await people.job('publish', { recipe, as: 'none' })
  expect([done.state, done.error]).toEqual(['failed', expect.stringContaining('Limit rows has no setting “rows”; it has count, skip.')])
  writeFileSync(join(people.root, 'odd.recipe.json'), JSON.stringify({ ...recipe, steps: [{ id: 's1', op: 'limit', params: { count: 1 }, enable: false }] }))
  expect((await people.ask('open', { path: 'odd.recipe.json' })).body).toEqual({ code: 'invalid', message: '“odd.recipe.json” is no recipe that this version reads: Step 1 has no setting “enable”; it has id, op, v, params, enabled, note. Open it as text to mend it.' })
})

test('a column that is gone is named, with the step that took it, in the problem and in the step’s words', async () => {
  const recipe = await people.recipe({ op: 'drop', params: { columns: ['c2'] } }, { op: 'limit', params: { count: 9 }, enabled: false }, { op: 'dedupe', params: { columns: ['c2'] } }, { op: 'dedupe', params: { columns: ['s9_0'] } })
  const { body } = await people.ask('plan', { recipe })
  expect(body.steps.slice(2).map(({ says, problem }: { says: string; problem: { message: string } }) => [says, problem.message])).toEqual([
    ['keep the first of equal city (dropped in step 1)', 'The column “city” that this step uses is not there any more: it is dropped in step 1. Choose another, or bring it back.'],
    ['keep the first of equal s9_0 (made by a step that is gone)', 'The column “s9_0” that this step uses is not there any more: it is made by a step that is gone. Choose another, or bring it back.'],
  ])
})

test('a fault in custom SQL is told at its place, with the name that was meant', async () => {
  const problem = async (sql: string) => {
    const recipe = await people.recipe({ op: 'dedupe', params: {} }, { op: 'customSql', params: { sql } })
    return (await people.settled('plan', { recipe })).body.steps[1].problem
  }
  expect(await problem('SELECT id,\n  incom\nFROM prev')).toEqual({ message: 'Custom SQL: Line 2, column 3: there is no column “incom” in prev; did you mean “income”?', where: 'sql' })
  expect(await problem('SELECT p.agee FROM prev p')).toEqual({ message: 'Custom SQL: Line 1, column 8: there is no column “agee” in prev; did you mean “age”?', where: 'sql' })
  expect(await problem('SELECT rond(age) FROM prev')).toEqual({ message: 'Custom SQL: Line 1, column 8: there is no function “rond”; did you mean “round”?', where: 'sql' })
  expect(await problem('SELECT age FROM prev WHERE')).toEqual({ message: 'Custom SQL: Line 1, column 27: the SELECT ends too early, or a ) stands too much.', where: 'sql' })
  expect(await problem('SELECT age FORM prev')).toEqual({ message: 'Custom SQL: Line 1, column 17: this makes no sense at “prev”: look for a misspelt word or a missing comma before it.', where: 'sql' })
  expect(await problem(`SELECT '${'x'.repeat(150)}', agee FROM prev`)).toMatchObject({ message: 'Custom SQL: Line 1, column 162: there is no column “agee” in prev; did you mean “age”?' })
})

test('heads count valid, missing and the distribution; a profile names its scope', async () => {
  const recipe = await people.recipe()
  const { body: [age, city] } = await people.ask('heads', { recipe, columns: ['c1', 'c2'] })
  expect([age.head.valid, age.head.missing, age.head.bins.reduce((sum: number, { count }: { count: number }) => sum + count, 0)]).toEqual([900, 100, 900])
  expect(city.head.top).toEqual([{ value: 'Bergen', count: 666 }, { value: 'Oslo', count: 334 }])
  const { body } = await people.ask('profile', { recipe, column: 'c0' })
  const figures = Object.fromEntries(body.figures.map(({ key, value }: { key: string; value: string }) => [key, value]))
  expect([figures.mean, figures.p50, figures.min, figures.max, figures.distinct, body.figures[0].scope.kind]).toEqual(['499.5', '499.5', '0', '999', '1,000', 'exact'])
})

test('find walks the rows in the view’s order', async () => {
  const recipe = await people.recipe()
  const view = { sort: [{ column: 'c0', descending: true }], filter: [] }
  const first = await people.ask('find', { recipe, view, text: 'x', after: -1 })
  const second = await people.ask('find', { recipe, view, text: 'x', after: first.body.row })
  expect([first.body.row, first.body.column, second.body.row]).toEqual([99, 'c3', 199])
})

test('a cell is given whole', async () => {
  expect((await people.ask('cell', { recipe: await people.recipe(), rid: 7, column: 'c4' })).body).toEqual({ value: '9223372036854775800', type: 'BIGINT' })
})

test('a formula is checked at the place of its mistake', async () => {
  const { body } = await people.ask('formula', { recipe: await people.recipe(), text: 'age + agee' })
  expect(body.problem).toEqual({ message: expect.stringContaining('agee'), from: 6, to: 10 })
})

test('the code of a recipe is there in three languages', async () => {
  const recipe = await people.recipe({ op: 'drop', params: { columns: ['c1'] } })
  const texts = await Promise.all(['sql', 'pandas', 'polars'].map(async (language) => (await people.ask('code', { recipe, language })).body.text))
  expect(texts.map((text: string) => text.includes('people.parquet'))).toEqual([true, true, true])
  const [sql] = texts
  const { rows } = await people.duck.read({ text: String(sql).replaceAll('people.parquet', join(people.root, 'people.parquet')) })
  expect(rows.length).toBe(1000)
})

test('the code says what it reads and where it runs; an imported file’s copy is explained', async () => {
  writeFileSync(join(people.root, 'twice.csv'), 'a,A,b\n1,2,x\n3,4,y\n')
  const { job } = await people.datasets.register({ path: 'twice.csv', name: 'twice', note: '', tags: [], by: 'test' })
  if (job) await people.jobs.settled(job)
  const { body: { recipe } } = await people.ask('start', { dataset: 'twice' })
  const heads = await Promise.all(['sql', 'pandas', 'polars'].map(async (language) => String((await people.ask('code', { recipe, language })).body.text).split('\n').slice(0, 5).filter((line) => /^(--|#) /.test(line))))
  const told = ['Data set: twice, version 1', 'Source: twice.csv, read here from the copy that Atelier made of it under .atelier/datasets', `Run in: ${people.root} (the workspace folder; the paths below start there)`, 'Columns renamed: “A” at place 2 is A_2']
  const needed = (needs: string) => [...told.slice(0, 3), `Needs: ${needs}`, ...told.slice(3)].map((line) => `# ${line}`)
  expect(heads).toEqual([told.map((line) => `-- ${line}`), needed('pandas 3 or newer, pyarrow'), needed('polars 1.21 or newer')])
  const { body } = await people.ask('code', { recipe: await people.recipe(), language: 'sql' })
  expect(String(body.text).split('\n')[1]).toBe('-- Source: people.parquet, read in place')
})

test('a recipe stays on the version it was written over when it publishes under the same name', async () => {
  const recipe = await people.recipe({ op: 'limit', params: { count: 10 } })
  const done = await people.job('publish', { recipe, as: 'people' })
  const window = await people.settled('window', { recipe, page: { from: 0, size: 1 } })
  expect([done.result, window.body.of, window.body.total]).toEqual([{ dataset: 'people', version: 2, rows: 10 }, 1000, 10])
})
