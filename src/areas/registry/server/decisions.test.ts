import { expect, test } from 'vitest'
import { openDesk } from './desk.test.util.ts'

const noWorse = { id: 'a', kind: 'champion', key: 'acc', better: 'higher', margin: 0 }

/** Versions of `m`, each with its accuracy, as many as are named. */
async function registered(...accuracies: readonly number[]) {
  const desk = openDesk()
  for (const acc of accuracies) await desk.ask('register', { model: 'm', loggedModel: (await desk.log({ acc })).model })
  const decide = (version: number, approval: string, over: object = {}) => desk.ask('decide', { model: 'm', version, approval, reason: 'why', ...over })
  const read = (version: number) => desk.ask('version', { model: 'm', version })
  const alias = (version: number, name = 'champion') => desk.ask('setAlias', { model: 'm', version, alias: name })
  const aliases = async () => (await desk.ask('model', { name: 'm' })).aliases
  return { ...desk, decide, read, alias, aliases }
}

test('a rejected champion gives way to the version that served before it, not to the highest number', async () => {
  const { decide, read, aliases, alias } = await registered(0.9, 0.91, 0.92, 0.93)
  await decide(3, 'approved')
  await decide(1, 'approved', { alias: 'champion' })
  await decide(2, 'approved', { alias: 'champion' })
  expect((await read(2)).successor).toEqual({ version: 1, because: 'served' })
  expect(await decide(2, 'rejected')).toMatchObject({ serves: 1 })
  expect([await aliases(), (await read(1)).stage]).toEqual([[{ alias: 'champion', version: 1 }], 'Production'])
  // Version 2 held the alias last, and may not serve; 4 held it unapproved.
  await alias(4)
  await alias(1)
  expect((await read(1)).successor).toEqual({ version: 3, because: 'newest' })
})

test('the lead may choose another approved version to serve again', async () => {
  const { decide, aliases, read } = await registered(0.9, 0.91, 0.92, 0.93)
  for (const version of [1, 2, 3]) await decide(version, 'approved', { alias: 'champion' })
  expect([await decide(3, 'rejected', { serves: 4 }), await decide(3, 'rejected', { serves: 3 }), await decide(3, 'pending', { serves: 1 })]).toEqual([
    'invalid: Version 4 of “m” is not approved, so that it cannot serve again. Choose one that is.', 'invalid: Version 3 of “m” is not approved, so that it cannot serve again. Choose one that is.', 'invalid: Which version serves again is said with a rejection only.',
  ])
  expect(await decide(3, 'rejected', { serves: 1 })).toMatchObject({ serves: 1 })
  expect([await aliases(), (await read(1)).stage, (await read(3)).stage]).toEqual([[{ alias: 'champion', version: 1 }], 'Production', 'Archived'])
})

test('who served before is also read from entries that tell the alias by their sentence only', async () => {
  const { decide, read, sqlite: { db } } = await registered(0.9, 0.91, 0.92)
  await decide(2, 'approved')
  await decide(1, 'approved')
  const entry = db.prepare("INSERT INTO registry_log(at, by, what, model, name, version, text, reason) VALUES (0, 'me', 'aliased', 1, 'm', ?, ?, '')")
  entry.run(1, 'The alias champion names version 1.')
  entry.run(2, 'The alias champion2 names version 2.')
  await decide(3, 'approved', { alias: 'champion' })
  expect((await read(3)).successor).toEqual({ version: 1, because: 'served' })
})

test('the evidence of a decision stays as it was, in the page and in the card, and what it would be now is told beside it', async () => {
  const { ask, decide, read } = await registered(0.9, 0.92)
  await ask('setPolicy', { model: 'm', policy: { items: [noWorse, { id: 'b', kind: 'comment' }] } })
  await decide(1, 'approved', { alias: 'champion' })
  await decide(2, 'approved', { alias: 'champion' })
  await ask('comment', { model: 'm', version: 2, text: 'later' })
  const { decided, evidence, card } = await read(2)
  const stands = (list: { state: string; found: string }[]) => list.map(({ state, found }) => [state, found])
  expect([decided.by, stands(decided.evidence), stands(evidence)]).toEqual(['local', [['met', '0.92 against 0.9 of version 1 (+0.02)'], ['missing', 'no comment yet']], [['met', '0.92; it is the champion'], ['met', 'one comment']]])
  expect(card.text).toContain('| acc no worse than the champion’s | met | 0.92 against 0.9 of version 1 (+0.02) |\n| A comment | missing | no comment yet |')
  expect(card.text).toMatch(/It is \*\*approved\*\*\. The evidence is as it stood at the decision on \d{4}-\d\d-\d\d\./)
  await ask('setPolicy', { model: 'm', policy: { items: [] } })
  expect(stands((await read(2)).decided.evidence)).toHaveLength(2)
  await decide(2, 'pending')
  expect((await read(2)).decided).toBeNull()
})

test('a version that serves before it is approved stands first in the inbox and is not measured against itself', async () => {
  const { ask, decide, alias, read } = await registered(0.93, 0.9, 0.91, 0.92)
  await decide(1, 'approved', { alias: 'champion' })
  await alias(4)
  await ask('setPolicy', { model: 'm', policy: { items: [noWorse] } })
  expect((await ask('inbox')).map(({ version }: { version: { version: number } }) => version.version)).toEqual([4, 2, 3])
  expect((await read(4)).evidence).toMatchObject([{ state: 'unmet', found: '0.92 against 0.93 of version 1 (−0.01)' }])
})

test('approving a version that holds champion already moves it to Production, and the one before it out', async () => {
  const { decide, alias, read } = await registered(0.9, 0.91)
  await decide(1, 'approved', { alias: 'champion' })
  await alias(2)
  expect((await read(2)).stage).toBe('None')
  expect(await decide(2, 'approved')).toMatchObject({ version: { stage: 'Production', aliases: ['champion'] } })
  expect((await read(1)).stage).toBe('Archived')
})
