import { afterAll, beforeAll, expect, test } from 'vitest'
import { by, openDesk } from './desk.test.util.ts'

const desk = openDesk()
let run = ''
let other = ''
afterAll(desk.close)

beforeAll(async () => {
  run = (await desk.runs.runs.create({ experiment: '0', name: 'one', tags: [{ key: 'mlflow.source.git.commit', value: 'abc' }, { key: 'atelier.git.dirty', value: 'true' }], by })).id
  other = (await desk.runs.runs.create({ experiment: '0', name: 'two', by })).id
  await desk.keep(run, 'notes.txt', 'größe 数 end')
  await desk.keep(run, 'tables/scores.csv', 'name,score\nada,1.5\n"grace; b",2\n')
  await desk.keep(run, 'eval.json', JSON.stringify({ columns: ['question', 'good'], data: [['a', true], ['b', null], ['c', 3]] }))
  await desk.keep(run, 'records.json', JSON.stringify([{ a: 1, b: 'x' }, { a: 2, b: 'y' }]))
  await desk.keep(run, 'code/uncommitted.diff', '--- a\n+++ b\n')
  await desk.keep(run, 'environment/requirements.txt', '# made by hand\nnumpy==2.4.0\n\npandas==3.1.1\n')
  for (const name of ['images/val~grid+step+7+timestamp+5+id1.png', 'images/val~grid+step+7+timestamp+5+id1+compressed.webp', 'images/val~grid+step+2+timestamp+4+id2.png', 'plots/roc.png']) await desk.keep(run, name, 'x')
})

test('a folder is listed, and a text is shown from its beginning without a cut character', async () => {
  const top = await desk.ask('artifacts', { run })
  expect(Array.isArray(top) && top.map(({ path, folder }) => [path, folder])).toEqual([['code', true], ['environment', true], ['eval.json', false], ['images', true], ['notes.txt', false], ['plots', true], ['records.json', false], ['tables', true]])
  expect([await desk.ask('artifactText', { run, path: 'notes.txt' }), await desk.ask('artifactText', { run, path: 'notes.txt', limit: 3 })]).toEqual([{ text: 'größe 数 end', whole: true, bytes: 15, binary: false }, { text: 'gr', whole: false, bytes: 15, binary: false }])
})

const unread = { total: 0, first: [] }

test('tables come in windows: CSV, records, and what mlflow.log_table wrote', async () => {
  expect([
    await desk.ask('artifactRows', { run, path: 'tables/scores.csv', from: 1, to: 5 }),
    await desk.ask('artifactRows', { run, path: 'eval.json', from: 1, to: 3 }),
    await desk.ask('artifactRows', { run, path: 'records.json', from: 0, to: 1 }),
    await desk.ask('artifactRows', { run, path: 'notes.txt', from: 0, to: 1 }),
  ]).toEqual([
    { columns: [{ name: 'name', type: 'VARCHAR' }, { name: 'score', type: 'DOUBLE' }], rows: [['grace; b', 2]], total: 2, unread },
    { columns: [{ name: 'question', type: 'VARCHAR' }, { name: 'good', type: 'DOUBLE' }], rows: [['b', null], ['c', 3]], total: 3, unread },
    { columns: [{ name: 'a', type: 'BIGINT' }, { name: 'b', type: 'VARCHAR' }], rows: [['1', 'x']], total: 2, unread },
    { code: 'invalid', message: '“notes.txt” is no table. CSV, TSV, Parquet and JSON files are shown as rows.', where: 'path' },
  ])
})

test('lines of a CSV that do not fit its columns are told with their place, also where no row is left', async () => {
  await desk.keep(run, 'tables/odd.csv', 'epoch,loss\n1,0.5\n2,bad,row,here\n3,0.2\nx\n4,0.1\n')
  await desk.keep(run, 'tables/none.csv', 'a,b,c\n1,2\n3,4\n')
  expect([await desk.ask('artifactRows', { run, path: 'tables/odd.csv', from: 0, to: 5 }), await desk.ask('artifactRows', { run, path: 'tables/none.csv', from: 0, to: 5 }), Object(await desk.ask('artifactRows', { run, path: 'tables/scores.csv', from: 0, to: 5 })).unread]).toEqual([
    { columns: [{ name: 'epoch', type: 'BIGINT' }, { name: 'loss', type: 'DOUBLE' }], rows: [['1', 0.5], ['3', 0.2], ['4', 0.1]], total: 3, unread: { total: 2, first: [{ line: 3, why: 'too many columns', text: '2,bad,row,here' }, { line: 5, why: 'missing columns', text: 'x' }] } },
    { columns: ['a', 'b', 'c'].map((name) => ({ name, type: 'VARCHAR' })), rows: [], total: 0, unread: { total: 2, first: [{ line: 2, why: 'missing columns', text: '1,2' }, { line: 3, why: 'missing columns', text: '3,4' }] } },
    unread,
  ])
})

test('images are told by key and step, without the small copies', async () => {
  const images = await desk.ask('images', { runs: [run, other], key: 'val/grid' })
  expect(images).toEqual([
    { run, key: 'val/grid', step: 2, time: 4, path: 'images/val~grid+step+2+timestamp+4+id2.png' },
    { run, key: 'val/grid', step: 7, time: 5, path: 'images/val~grid+step+7+timestamp+5+id1.png' },
  ])
})

test('runs side by side tell their environment, commit and diff', async () => {
  const { runs } = Object(await desk.ask('compare', { runs: [run, other] }))
  expect(Object(runs).map(({ environment, git }: { environment: unknown; git: unknown }) => ({ environment, git }))).toEqual([
    { environment: ['numpy==2.4.0', 'pandas==3.1.1'], git: { commit: 'abc', branch: null, repository: null, dirty: true, diff: '--- a\n+++ b\n' } },
    { environment: null, git: { commit: null, branch: null, repository: null, dirty: null, diff: null } },
  ])
})

test('a run whose client died is marked as ended; one that has ended stays as it is', async () => {
  const [dead, done] = [(await desk.runs.runs.create({ experiment: '0', name: 'dead', by })).id, (await desk.runs.runs.create({ experiment: '0', name: 'done', by })).id]
  await desk.runs.runs.update(done, { status: 'FINISHED', end: 5 }, by)
  const before = Date.now()
  await desk.ask('changeRuns', { runs: [dead, done], ended: true })
  const [one, two] = [desk.runs.runs.info(dead), desk.runs.runs.info(done)]
  expect([one.status, (one.end ?? 0) >= before, two.status, two.end]).toEqual(['KILLED', true, 'FINISHED', 5])
})

test('a path that leads out, or to nothing, is refused in a sentence', async () => {
  expect([await desk.ask('artifactText', { run, path: '../../../etc/passwd' }), await desk.ask('artifactRows', { run, path: 'gone.csv', from: 0, to: 1 }), await desk.ask('artifacts', { run: 'none' })]).toEqual([
    { code: 'invalid', message: 'Invalid path' }, { code: 'missing', message: "No such artifact: 'gone.csv'", where: 'path' }, { code: 'missing', message: 'Run with id=none not found', where: 'run_id' },
  ])
})

test('an MLmodel file tells its flavors and signature; one that is no YAML says so', async () => {
  await desk.keep(run, 'model/MLmodel', `flavors:\n  sklearn:\n    serialization_format: cloudpickle\nmlflow_version: 3.17.2\nsignature:\n  inputs: '[{"type":"double","name":"x","required":true}]'\n`)
  await desk.keep(run, 'broken/MLmodel', 'flavors: [\n')
  expect(await desk.ask('mlModel', { run, path: 'model/MLmodel' })).toEqual({
    flavors: [{ name: 'sklearn', facts: [{ key: 'serialization_format', value: 'cloudpickle' }] }], signature: { inputs: [{ name: 'x', type: 'double', required: true, shape: null }], outputs: [], params: [] },
    mlflowVersion: '3.17.2', python: null, run: null, loggedModel: null, examplePath: null, warnings: ['The sklearn flavor is pickled: loading it runs code that the file brings. Load it only where you trust who made it.'],
  })
  expect(Object(await desk.ask('mlModel', { run, path: 'broken/MLmodel' })).warnings).toEqual([expect.stringContaining('It is no YAML')])
})
