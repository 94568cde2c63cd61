import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { smallOnnx } from '../domain/onnx.test.util.ts'
import { mlModel, openDesk } from './desk.test.util.ts'

const texts = (log: readonly { text: string }[]) => log.map(({ text }) => text)
const accuracy = { id: 'a', kind: 'metric', key: 'acc', op: '>=', value: 0.9 }

test('a version is registered from a logged model with its metrics, params, signature, example, environment and files', async () => {
  const desk = openDesk()
  const { run, model, place } = await desk.log({ acc: 0.91, loss: Number.NaN })
  expect(await desk.ask('register', { model: 'wine', run, path: 'model', description: 'first', alias: 'challenger' })).toMatchObject({ model: 'wine', version: 1, approval: 'pending', stage: 'None', aliases: ['challenger'], run, loggedModel: model, origin: 'run', source: `models:/${model}`, description: 'first', metrics: [{ key: 'acc', value: 0.91 }, { key: 'loss', value: 'NaN' }] })
  const version = await desk.ask('version', { model: 'wine', version: 1 })
  expect(version.folder).toMatchObject({
    signature: { inputs: [{ name: 'x', type: 'double', required: true, shape: null }], outputs: [{ name: '', type: 'int64', required: true, shape: [-1] }], params: [] },
    example: { columns: ['x'], rows: [[1.5], [2]] }, requirements: ['mlflow==3.17.2', 'scikit-learn==1.9.1'], python: '3.11.2', mlflowVersion: '3.17.2',
    warnings: ['The sklearn flavor is pickled: loading it runs code that the file brings. Load it only where you trust who made it.'],
  })
  expect([version.params, version.folder.files.map(({ path }: { path: string }) => path), version.bytes]).toEqual([[{ key: 'lr', value: '0.1' }], ['MLmodel', 'input_example.json', 'model.pkl', 'python_env.yaml', 'requirements.txt'], version.folder.bytes])
  expect(desk.runs.models.get(model).tags).toEqual([{ key: 'mlflow.modelVersions', value: '[{"name":"wine","version":1}]' }])
  expect(existsSync(join(place, 'MLmodel'))).toBe(true)
  writeFileSync(join(place, 'model.onnx'), new Uint8Array(1000))
  expect((await desk.ask('version', { model: 'wine', version: 1 })).bytes).toBe(version.bytes + 1000)
  expect(texts(await desk.ask('activity', { model: 'wine' }))).toEqual(['The alias challenger names version 1.', 'Registered version 1.', 'Made the model “wine”.'])
})

test('numbers are never given twice, and what was deleted comes back', async () => {
  const desk = openDesk()
  const { model } = await desk.log()
  for (let i = 0; i < 3; i++) await desk.ask('register', { model: 'm', loggedModel: model })
  await desk.ask('setAlias', { model: 'm', version: 3, alias: 'champion' })
  await desk.ask('deleteVersion', { model: 'm', version: 3 })
  expect((await desk.ask('register', { model: 'm', loggedModel: model })).version).toBe(4)
  expect((await desk.ask('model', { name: 'm' })).all.map(({ version }: { version: number }) => version)).toEqual([4, 2, 1])
  expect(await desk.ask('version', { model: 'm', version: 3 })).toBe('missing: Model Version (name=m, version=3) not found')
  expect((await desk.ask('restoreVersion', { model: 'm', version: 3 })).aliases).toEqual([])
  await desk.ask('changeModel', { name: 'm', rename: 'n' })
  expect(await desk.ask('deleteModel', { name: 'n' })).toEqual({ versions: 4 })
  expect(await desk.ask('model', { name: 'n' })).toBe('missing: Registered Model with name=n not found')
  expect((await desk.ask('createModel', { name: 'n' })).versions).toBe(0)
  expect(await desk.ask('restoreModel', { name: 'n' })).toBe('conflict: There is a model “n” again. Rename it first, then bring the old one back.')
  await desk.ask('changeModel', { name: 'n', rename: 'other' })
  expect((await desk.ask('restoreModel', { name: 'n' })).versions).toBe(4)
  expect(texts(await desk.ask('activity', { model: 'n', limit: 4 }))).toEqual(['Brought the model back into the registry.', 'Took the model and its 4 versions out of the registry.', 'Renamed the model from “m” to “n”.', 'Brought version 3 back into the registry.'])
})

test('a version with unmet evidence is approved with a reason only, and the log keeps what was open', async () => {
  const desk = openDesk()
  const { model } = await desk.log({ acc: 0.85 })
  await desk.ask('register', { model: 'm', loggedModel: model })
  await desk.ask('setPolicy', { model: 'm', policy: { items: [accuracy, { id: 'b', kind: 'comment' }, { id: 'c', kind: 'gate', name: 'fairness' }, { id: 'd', kind: 'signature' }] } })
  expect((await desk.ask('inbox')).map(({ met, of, unmet }: Record<string, unknown>) => ({ met, of, unmet }))).toEqual([{ met: 1, of: 4, unmet: [{ state: 'unmet', title: 'acc at least 0.9', found: '0.85' }, { state: 'missing', title: 'A comment', found: 'no comment yet' }, { state: 'missing', title: 'Gate: fairness', found: 'nothing in this studio answers it' }] }])
  desk.registry.addGate({ name: 'fairness', about: 'Rates over groups', judge: async () => ({ state: 'met', found: '0.97' }) })
  await desk.ask('comment', { model: 'm', version: 1, text: 'Looks fine to me.' })
  const approve = (reason?: string) => desk.ask('decide', { model: 'm', version: 1, approval: 'approved', alias: 'champion', reason })
  expect(await approve()).toBe('invalid: acc at least 0.9 is not met. Give a reason to approve version 1 all the same.')
  expect(await approve('  ')).toBe('invalid: acc at least 0.9 is not met. Give a reason to approve version 1 all the same.')
  expect(await approve('The baseline is worse.')).toMatchObject({ version: { approval: 'approved', aliases: ['champion'], stage: 'Production' }, serves: null })
  expect(await approve('Again')).toBe('conflict: Version 1 is approved already.')
  expect((await desk.ask('activity', { model: 'm', version: 1 })).map(({ by, what, text, reason }: Record<string, string>) => [by, what, text, reason])).toEqual([
    ['local', 'stage', 'Moved version 1 from stage None to Production.', ''], ['local', 'aliased', 'The alias champion names version 1.', ''], ['local', 'approved', 'Approved version 1, though not met: acc at least 0.9.', 'The baseline is worse.'],
    ['local', 'comment', 'Commented on version 1.', 'Looks fine to me.'], ['local', 'registered', 'Registered version 1.', ''],
  ])
  expect(await desk.ask('inbox')).toEqual([])
})

test('rejecting what was approved names the version that serves again, which takes its aliases and stage', async () => {
  const desk = openDesk()
  const { model } = await desk.log()
  for (let i = 0; i < 4; i++) await desk.ask('register', { model: 'm', loggedModel: model })
  const decide = (version: number, approval: string, alias?: string) => desk.ask('decide', { model: 'm', version, approval, alias, reason: 'why' })
  await decide(1, 'approved')
  await decide(2, 'approved')
  await decide(4, 'approved', 'champion')
  await desk.ask('setAlias', { model: 'm', version: 4, alias: 'eu' })
  expect(await decide(4, 'rejected')).toMatchObject({ version: { approval: 'rejected', aliases: [], stage: 'Archived' }, serves: 2 })
  expect((await desk.ask('model', { name: 'm' })).all.map(({ version, approval, aliases, stage }: Record<string, unknown>) => [version, approval, aliases, stage])).toEqual([[4, 'rejected', [], 'Archived'], [3, 'pending', [], 'None'], [2, 'approved', ['champion', 'eu'], 'Production'], [1, 'approved', [], 'None']])
  expect(await decide(2, 'rejected')).toMatchObject({ serves: 1 })
  expect(await decide(1, 'rejected')).toMatchObject({ version: { aliases: [] }, serves: null })
  expect((await desk.ask('model', { name: 'm' })).aliases).toEqual([])
  expect(texts(await desk.ask('activity', { model: 'm', version: 1 })).slice(0, 4)).toEqual(['Moved version 1 from stage Production to Archived.', 'Took the alias eu off version 1.', 'Took the alias champion off version 1.', 'Rejected version 1.'])
  expect(await decide(4, 'pending')).toMatchObject({ version: { approval: 'pending' }, serves: null })
})

test('a review needs its role, an objection a word, and the last one of a role counts', async () => {
  const desk = openDesk()
  const { model } = await desk.log()
  await desk.ask('register', { model: 'm', loggedModel: model })
  await desk.ask('setPolicy', { model: 'm', policy: { items: [{ id: 'r', kind: 'review', role: 'lead' }] } })
  const review = (role: string, verdict: string, text = '') => desk.ask('review', { model: 'm', version: 1, role, verdict, text })
  const stands = async () => (await desk.ask('version', { model: 'm', version: 1 })).evidence[0].found
  expect([await review('auditor', 'approve'), await review('lead', 'object')]).toEqual(['forbidden: Only someone with the role “auditor” can give this review; you hold admin, lead, scientist, labeller.', 'invalid: Say what stands against it, so that it can be mended.'])
  await review('lead', 'object', 'Trained on the wrong month')
  expect(await stands()).toBe('local objects')
  await review('lead', 'approve')
  expect(await stands()).toBe('approved by local')
})

test('the activity log is only ever added to, and nothing changes without its entry', async () => {
  const desk = openDesk()
  await desk.ask('createModel', { name: 'm' })
  const { db } = desk.sqlite
  for (const attempt of ["UPDATE registry_log SET text = 'x'", 'DELETE FROM registry_log', "INSERT OR REPLACE INTO registry_log(id, at, by, what, model, name, text, reason) VALUES (1, 0, '', 'comment', 1, '', '', '')"]) {
    expect(() => db.exec(attempt)).toThrow('The activity log is only added to.')
  }
  expect(() => desk.registry.change(() => { desk.registry.models.describe('m', 'half', 'me'); throw new Error('cut off') })).toThrow('cut off')
  expect([(await desk.ask('model', { name: 'm' })).description, texts(await desk.ask('activity', {}))]).toEqual(['', ['Made the model “m”.']])
})

test('a policy is tried on the versions before it is set', async () => {
  const desk = openDesk()
  for (const acc of [0.85, 0.93]) await desk.ask('register', { model: 'm', loggedModel: (await desk.log({ acc })).model })
  const tried = await desk.ask('previewPolicy', { model: 'm', policy: { items: [accuracy] } })
  expect(tried.map(({ version, evidence }: { version: number; evidence: { state: string; found: string }[] }) => [version, evidence[0]?.state, evidence[0]?.found])).toEqual([[2, 'met', '0.93'], [1, 'unmet', '0.85']])
  expect((await desk.ask('model', { name: 'm' })).policy).toEqual({ items: [] })
})

test('MLmodel folders, ONNX and pickled files are imported, kept once and exported as they were', async () => {
  const desk = openDesk({ 'in/MLmodel': mlModel, 'in/model.pkl': '\u0080\u0004x', 'net.onnx': smallOnnx(), 'bad.onnx': 'hello', 'old.bin': Uint8Array.from([0x80, 4, 0x95]), 'notes.txt': 'x', 'empty/a.txt': '' })
  symlinkSync('/etc/hostname', join(desk.root, 'in', 'leak'))
  const take = (path: string) => desk.ask('import', { model: 'm', path })
  expect(await take('in')).toMatchObject({ version: 1, origin: 'folder', run: null, source: expect.stringMatching(/^mlflow-artifacts:\/imported\/[0-9a-f]{32}$/) })
  expect(await take('old.bin')).toMatchObject({ version: 2, origin: 'pickle' })
  expect((await take('in')).source).toBe((await desk.ask('version', { model: 'm', version: 1 })).source)
  expect((await desk.ask('version', { model: 'm', version: 2 })).folder.warnings).toEqual(['“old.bin” is pickled and kept unopened: what is inside is not known, and loading it runs code that it brings.'])
  expect(await take('net.onnx')).toMatchObject({ version: 4, origin: 'onnx' })
  expect((await desk.ask('version', { model: 'm', version: 4 })).folder).toMatchObject({
    signature: { inputs: [{ name: 'x', type: 'float32', required: true, shape: [-1, 4] }], outputs: [{ name: 'label', type: 'int64', required: true, shape: [-1] }], params: [] },
    flavors: [{ name: 'onnx', facts: expect.arrayContaining([{ key: 'data', value: 'net.onnx' }]) }, { name: 'python_function' }], files: [{ path: 'MLmodel' }, { path: 'net.onnx' }, { path: 'python_env.yaml' }, { path: 'requirements.txt' }],
  })
  expect([await take('notes.txt'), await take('bad.onnx'), await take('empty'), await take('../x'), await take('none')]).toEqual([
    'invalid: “notes.txt” is neither an MLmodel folder, an ONNX file nor a pickled model.', 'invalid: “bad.onnx” is called an ONNX file, but its bytes are none; it may be cut off.',
    'invalid: “empty” is no model folder: it has no file called MLmodel. Choose the folder that holds one, an ONNX file or a pickled file.', 'forbidden: “../x” lies outside the workspace. Only files in it can be opened; copy or upload it first.', 'missing: There is no “none” any more.',
  ])
  expect(await desk.ask('export', { model: 'm', version: 1, folder: 'out/m1' })).toMatchObject({ folder: 'out/m1', files: 2 })
  expect([readFileSync(join(desk.root, 'out/m1/MLmodel'), 'utf8'), existsSync(join(desk.root, 'out/m1/leak'))]).toEqual([mlModel, false])
  expect(await desk.ask('export', { model: 'm', version: 1, folder: 'out/m1' })).toBe('conflict: There is already a “out/m1”. Choose a folder that is not there yet.')
  const zip = await desk.app.request('/registry/export?model=m&version=1')
  expect([zip.status, zip.headers.get('content-disposition'), Buffer.from(await zip.arrayBuffer()).subarray(0, 4).toString('latin1')]).toEqual([200, "attachment; filename*=UTF-8''m-v1.zip", 'PK\u0003\u0004'])
})

test('files of a version are read as text and sent as bytes, whether a run logged them or they were imported, and nothing beside them', async () => {
  const desk = openDesk({ 'in/MLmodel': mlModel, 'in/notes/read.md': '# Read me', 'in/model.pkl': '\u0080\u0004x\u0000' })
  await desk.ask('register', { model: 'm', loggedModel: (await desk.log()).model })
  await desk.ask('import', { model: 'm', path: 'in' })
  const file = (version: number, path: string, over: object = {}) => desk.ask('file', { model: 'm', version, path, ...over })
  expect([await file(1, 'requirements.txt'), await file(2, 'notes/read.md'), await file(2, 'notes/read.md', { limit: 6 })]).toEqual([
    { text: 'mlflow==3.17.2\nscikit-learn==1.9.1\n', whole: true, bytes: 35, binary: false }, { text: '# Read me', whole: true, bytes: 9, binary: false }, { text: '# Read', whole: false, bytes: 9, binary: false },
  ])
  expect(await file(2, 'model.pkl')).toMatchObject({ binary: true })
  expect([await file(2, 'none.txt'), await file(2, 'notes'), await file(2, '../../atelier.db'), await file(9, 'MLmodel')]).toEqual([
    "missing: No such artifact: 'none.txt'", "invalid: Artifact path refers to a directory, not a file: 'notes'", 'invalid: Invalid path', 'missing: Model Version (name=m, version=9) not found',
  ])
  const bytes = await desk.app.request('/registry/file?model=m&version=2&path=model.pkl&download')
  expect([bytes.status, bytes.headers.get('content-disposition'), bytes.headers.get('x-content-type-options'), Buffer.from(await bytes.arrayBuffer()).equals(readFileSync(join(desk.root, 'in/model.pkl')))]).toEqual([200, "attachment; filename*=UTF-8''model.pkl", 'nosniff', true])
  expect((await desk.app.request('/registry/file?model=m&version=2&path=..%2FMLmodel')).status).toBe(400)
})

test('the name to offer is that of the logged model until its experiment has registered one, and never one that another model has', async () => {
  const desk = openDesk()
  const { run, model } = await desk.log()
  expect(await desk.ask('nameFor', { run })).toEqual({ name: 'model' })
  await desk.ask('createModel', { name: 'model' })
  expect(await desk.ask('nameFor', { loggedModel: model })).toEqual({ name: 'model 2' })
  await desk.ask('register', { model: 'late flights', run })
  const next = await desk.log()
  expect(await desk.ask('nameFor', { run: next.run, path: 'model' })).toEqual({ name: 'late flights' })
  expect(await desk.ask('nameFor', { run: 'none' })).toEqual({ name: '' })
})
