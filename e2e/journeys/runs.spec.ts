import { logSweep } from '../log-sweep.ts'
import { expect, test } from '../studio.ts'

test('a sweep logs while the page is open: its seeds are folded, its params brushed, the view saved and reopened by its address', async ({ studio, page, server, shoot }) => {
  test.setTimeout(180_000)
  const { runs } = studio
  await studio.panel('Runs')
  await expect(runs.panel.getByText('No runs yet')).toBeVisible()
  await expect(runs.panel.getByLabel('Lines that log a run')).toContainText(`MLFLOW_TRACKING_URI=${server.url().replace(/\/$/, '')}`)

  const sweep = logSweep(server, { name: 'delay sweep' })
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

  await test.step('two runs are compared, and the best can be registered', async () => {
    await runs.tick(runs.row('gbm-d8-s3'))
    await expect(runs.bar.getByRole('button', { name: 'Register' })).toBeEnabled()
    await runs.tick(runs.row('gbm-d8-s2'))
    await expect(runs.bar.getByRole('button', { name: 'Compare 2' })).toBeEnabled()
  })
})
