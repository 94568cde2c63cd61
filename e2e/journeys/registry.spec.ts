import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { registry } from '#areas/registry/contract.ts'
import { ask } from '../ask.ts'
import { logModel } from '../log-model.ts'
import { expect, test } from '../studio.ts'

const policy = { items: [{ id: 'a', kind: 'metric', key: 'val_auc', op: '>=', value: 0.9 }, { id: 'b', kind: 'comment' }, { id: 'c', kind: 'signature' }] } as const

test('the best run is registered, found in the inbox with one item unmet, commented, approved with an alias for a reason, and the log shows it', async ({ studio, server, page }) => {
  const { registry: models } = studio
  const first = await logModel(server, { name: 'gbm-d4-s1', metrics: { val_auc: 0.84, loss: 0.41 } })
  await ask(server, registry.register, { model: 'delay', run: first.run })
  await ask(server, registry.setPolicy, { model: 'delay', policy: { items: [...policy.items] } })
  await ask(server, registry.decide, { model: 'delay', version: 1, approval: 'approved', reason: 'The first that is good enough.', alias: 'champion' })
  const best = await logModel(server, { name: 'gbm-d8-s3', metrics: { val_auc: 0.871, loss: 0.36 }, params: { max_depth: '8' } })

  await studio.go('register', { run: best.run })
  await expect(page.getByText('“gbm-d8-s3” of Default, finished')).toBeVisible()
  await models.register({ model: 'delay', description: 'Deeper trees, three seeds.' })
  await expect(models.version('delay', 2)).toContainText('pending')

  await studio.palette.run('inbox', /Inbox/)
  const waiting = models.waiting('delay v2')
  await expect(waiting).toContainText('1 of 3 items met')
  await expect(waiting).toContainText('val_auc at least 0.9 (0.871)')
  await waiting.getByRole('button', { name: 'Look and decide' }).click()

  await expect(models.evidence('val_auc at least 0.9')).toContainText('unmet')
  await expect(models.evidence('A comment')).toContainText('missing')
  await models.comment('Better than the champion on every seed.')
  await expect(models.evidence('A comment')).toContainText('met')

  await models.version('delay', 2).getByRole('button', { name: 'Approve' }).click()
  const approve = models.dialog.getByRole('button', { name: 'Approve all the same' })
  await expect(approve).toBeDisabled()
  await expect(models.dialog).toContainText('val_auc at least 0.9 (0.871)')
  await models.dialog.getByRole('textbox', { name: /^Reason/ }).fill('0.9 was set before the harder test set.')
  await models.dialog.getByRole('combobox', { name: 'Alias' }).fill('champion')
  await page.keyboard.press('Tab')
  await approve.click()
  await expect(models.version('delay', 2)).toContainText('approved')
  await expect(models.version('delay', 2)).toContainText('champion')

  await models.show('Activity')
  await expect(models.log.getByRole('listitem')).toHaveCount(5)
  const entries = await models.log.getByRole('listitem').allInnerTexts()
  expect(entries.map((entry) => entry.replaceAll(/\s+/g, ' ').replace(/ local · .*$/, '').trim())).toEqual([
    'Alias The alias champion moved from version 1 to version 2.', 'Approved Approved version 2, though not met: val_auc at least 0.9. 0.9 was set before the harder test set.',
    'Comment Commented on version 2. Better than the champion on every seed.', 'Registered Registered version 2. Deeper trees, three seeds.',
  ].map((text) => expect.stringContaining(text)).flatMap((one, i) => (i === 0 ? [expect.stringContaining('Moved version 2 from stage None to Production.'), one] : [one])))
})

test('rejecting the champion says what serves again and moves its alias there', async ({ studio, server }) => {
  const { registry: models } = studio
  for (const version of [1, 2]) {
    const { run } = await logModel(server, { name: `run ${version}`, metrics: { val_auc: 0.8 + version / 100 } })
    await ask(server, registry.register, { model: 'delay', run })
    await ask(server, registry.decide, { model: 'delay', version, approval: 'approved', alias: 'champion' })
  }
  await studio.go('modelVersion', { model: 'delay', version: '2' })
  await models.version('delay', 2).getByRole('button', { name: 'Reject' }).click()
  await expect(models.dialog).toContainText('Version 1, which served before it, serves again. The alias champion moves there.')
  await models.dialog.getByRole('textbox', { name: 'Reason' }).fill('Leaks the arrival time.')
  await models.dialog.getByRole('button', { name: 'Reject' }).click()
  await expect(studio.notice('Version 2 of “delay” is rejected. Version 1 serves again.')).toBeVisible()
  await expect(models.version('delay', 2)).toContainText('rejected')
  expect((await ask(server, registry.model, { name: 'delay' })).aliases).toEqual([{ alias: 'champion', version: 1 }])
})

test('a policy is written in plain words and tried on the versions before it is saved', async ({ studio, server, page }) => {
  for (const auc of [0.84, 0.91]) await ask(server, registry.register, { model: 'delay', run: (await logModel(server, { name: `auc ${auc}`, metrics: { val_auc: auc } })).run })
  await studio.go('model', { model: 'delay', tab: 'policy' })
  await page.getByRole('button', { name: 'Add an item' }).click()
  await page.getByRole('menuitem', { name: 'A metric over a limit' }).click()
  await page.getByRole('textbox', { name: 'Limit' }).fill('0.9')
  await page.keyboard.press('Tab')
  const preview = page.getByRole('region', { name: 'How the versions stand' })
  await expect(preview.getByRole('row', { name: /^v2/ })).toContainText('1 of 1')
  await expect(preview.getByRole('row', { name: /^v1/ })).toContainText('0 of 1')
  expect((await ask(server, registry.model, { name: 'delay' })).policy.items).toEqual([])
  await page.getByRole('button', { name: 'Save policy' }).click()
  await expect(studio.notice('The policy of “delay” is saved.')).toBeVisible()
  expect((await ask(server, registry.model, { name: 'delay' })).policy.items).toMatchObject([{ kind: 'metric', key: 'val_auc', op: '>=', value: 0.9 }])
})

test('a version is exported to a folder, imported from it again, and what was taken out comes back', async ({ studio, server, page }) => {
  const { registry: models } = studio
  await ask(server, registry.register, { model: 'delay', run: (await logModel(server, { name: 'one', metrics: { val_auc: 0.9 } })).run })
  await studio.go('modelVersion', { model: 'delay', version: '1' })
  await models.version('delay', 1).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Export to a folder' }).click()
  await models.dialog.getByRole('button', { name: 'Export' }).click()
  await expect(studio.notice('5 files of version 1 are in “models/delay-v1”.')).toBeVisible()
  expect(existsSync(join(server.root, 'models', 'delay-v1', 'MLmodel'))).toBe(true)
  await studio.go('register', { path: 'models/delay-v1', model: 'delay copy' })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(models.version('delay copy', 1)).toBeVisible()
  await studio.panel('Models')
  await models.model('delay copy').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Take out of the registry' }).click()
  await expect(models.model('delay copy')).toBeHidden()
  await studio.answerNotice('Undo', /delay copy/)
  await expect(models.model('delay copy')).toBeVisible()
})
