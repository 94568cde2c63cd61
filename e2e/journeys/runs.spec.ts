import { registry } from '#areas/registry/contract.ts'
import { ask } from '../ask.ts'
import { logSweep } from '../log-sweep.ts'
import { expect, test } from '../studio.ts'

test('a sweep logs while the page is open: seeds folded, params brushed, the view saved and reopened; two are compared, the best is registered, and the lead approves it', async ({ studio, page, server, shoot }) => {
  test.setTimeout(240_000)
  const { runs, registry: models } = studio
  await ask(server, registry.createModel, { name: 'delay' })
  await ask(server, registry.setPolicy, { model: 'delay', policy: { items: [{ id: 'a', kind: 'metric', key: 'val_auc', op: '>=', value: 0.86 }, { id: 'b', kind: 'signature' }, { id: 'c', kind: 'comment' }] } })
  await studio.panel('Runs')
  await expect(runs.panel.getByText('No runs yet')).toBeVisible()
  await expect(runs.panel.getByLabel('Lines that log a run')).toContainText(`MLFLOW_TRACKING_URI=${server.url().replace(/\/$/, '')}`)

  const sweep = logSweep(server, { name: 'delay sweep', models: true })
  await test.step('the experiment and its runs appear as they log', async () => {
    await expect(runs.experiment('delay sweep')).toContainText('live')
    await runs.experiment('delay sweep').dblclick()
    await runs.ready()
    await expect(runs.bar.getByText('live', { exact: true })).toBeVisible()
    await expect.poll(() => runs.rows.count()).toBeGreaterThan(3)
    const { length: before } = await runs.names()
    await expect.poll(() => runs.rows.count()).toBeGreaterThan(before)
    await shoot('journey-runs-live')
    await sweep
    await runs.counts('30 runs')
    await expect(runs.bar.getByText('live', { exact: true })).toBeHidden()
  })

  await test.step('the best stand first, their seeds folded with mean ± σ', async () => {
    await runs.sortBy('val_auc')
    await expect.poll(() => runs.names()).toContain('gbm-d8-s3')
    expect((await runs.names()).slice(0, 3)).toEqual(['gbm-d8-s3', 'gbm-d8-s2', 'gbm-d8-s1'])
    await runs.foldSeeds()
    await expect.poll(() => runs.rows.count()).toBe(10)
    const best = runs.rows.first()
    expect(await runs.value(runs.row(/gbm.* 8/), 'val_auc')).toBe('0.870±.001')
    await expect(best.locator('.rn-name')).toContainText('gbm')
    await runs.open(runs.row(/gbm.* 8/))
    await expect.poll(() => runs.names()).toContain('gbm-d8-s2')
    await shoot('journey-runs-folded')
  })

  await test.step('a brush on the parallel coordinates filters the table and every card', async () => {
    await runs.brush('val_auc', 0.35, -0.1)
    await expect(runs.brushes).toContainText('val_auc')
    await runs.counts(/^\d+ of 30/)
    await expect.poll(() => runs.row(/linear/).count()).toBe(0)
    expect((await runs.names()).every((name) => /gbm|forest/.test(name))).toBe(true)
    await shoot('journey-runs-brushed')
  })

  const names = await runs.names()
  await test.step('the view is saved, and its address restores it', async () => {
    await runs.saveAs('weekly review')
    await expect(runs.bar.getByRole('button', { name: /weekly review.* saved/ })).toBeVisible()
    await expect(page).toHaveURL(/view=/)
    const address = page.url()
    await page.goto('about:blank')
    await page.goto(address)
    await studio.ready()
    await runs.ready()
    await expect(runs.brushes).toContainText('val_auc')
    await expect.poll(() => runs.names()).toEqual(names)
    await expect(runs.savedView('weekly review')).toBeVisible()
    await expect(studio.tab('weekly review')).toBeVisible()
  })

  await test.step('what is changed afterwards is marked, and undone', async () => {
    await runs.filter("params.model = 'gbm'")
    await expect.poll(async () => (await runs.names()).every((name) => name.includes('gbm'))).toBe(true)
    await expect(runs.bar.getByRole('button', { name: /weekly review.* edited/ })).toBeVisible()
    await runs.table.focus()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(runs.bar.getByRole('button', { name: /weekly review.* saved/ })).toBeVisible()
    await expect.poll(() => runs.names()).toEqual(names)
  })

  await test.step('two runs are compared, and the better one is registered from its page', async () => {
    await runs.tick(runs.row('gbm-d8-s3'))
    await expect(runs.bar.getByRole('button', { name: 'Register' })).toBeEnabled()
    await runs.tick(runs.row('gbm-d8-s2'))
    await runs.compare(2)
    await expect(runs.compared.getByRole('rowheader', { name: 'seed' })).toBeVisible()
    await expect(runs.compared.getByRole('rowheader', { name: 'max_depth' })).toBeHidden()
    await shoot('journey-runs-two')
    await runs.compared.getByRole('columnheader', { name: 'gbm-d8-s3' }).getByRole('button', { name: 'gbm-d8-s3', exact: true }).click()
    await runs.run.getByRole('toolbar', { name: 'Run' }).getByRole('button', { name: 'Register' }).click()
    await expect(page.getByText('“gbm-d8-s3” of delay sweep, finished')).toBeVisible()
    await models.register({ model: 'delay', description: 'The best of thirty, three seeds agree.' })
    await expect(models.version('delay', 1)).toContainText('pending')
  })

  await test.step('the lead finds it in the inbox with one item open, comments, and approves it with an alias', async () => {
    await studio.palette.run('inbox', /Inbox/)
    const waiting = models.waiting('delay v1')
    await expect(waiting).toContainText('run gbm-d8-s3')
    await expect(waiting).toContainText('2 of 3 items met')
    await expect(waiting.getByRole('listitem')).toHaveText(/A comment/)
    await shoot('journey-runs-inbox')
    await waiting.getByRole('button', { name: 'Look and decide' }).click()
    await expect(models.evidence('A comment')).toContainText('missing')
    await models.comment('Every seed of it beats the next setting.')
    await expect(models.evidence('A comment')).toContainText('met')
    await models.approve('delay', 1, { alias: 'champion' })
    await expect(models.version('delay', 1)).toContainText('approved')
    await expect(models.version('delay', 1)).toContainText('champion')
  })

  await test.step('the log shows who did what', async () => {
    await models.show('Activity')
    await expect(models.log.getByRole('listitem').filter({ hasText: 'Registered version 1' })).toBeVisible()
    const entries = await models.log.getByRole('listitem').allInnerTexts()
    expect(entries.map((entry) => entry.replaceAll(/\s+/g, ' '))).toEqual(expect.arrayContaining(['champion', 'Approved version 1', 'Every seed of it beats the next setting.', 'Registered version 1'].map((words) => expect.stringContaining(words))))
    await shoot('journey-runs-log')
  })
})
