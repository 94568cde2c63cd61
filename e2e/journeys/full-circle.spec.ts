import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { environments } from '#areas/environments/contract.ts'
import { registry } from '#areas/registry/contract.ts'
import { plainPython } from '#node/test-python.test.util.ts'
import { ask } from '../ask.ts'
import { expect, test } from '../studio.ts'

const packages = ['mlflow-skinny==3.17.2', 'numpy==2.4.6', 'pandas==3.1.1', 'pyarrow==25.0.1', 'scikit-learn==1.9.1', 'scipy==1.17.1', 'skops==0.16.0']

const python = plainPython()

test('the full circle: environment, recipe, three seeds, one stopped and run again, compared as a band, registered, approved, and led back', async ({ studio, server, page, shoot }) => {
  test.skip(!python, 'There is no Python here.')
  test.setTimeout(900_000)
  const { wrangler, training, runs, registry: models, environments: built } = studio
  await copyFile(join(import.meta.dirname, '..', 'train_late.py'), join(server.root, 'train_late.py'))

  await test.step('the environment is built with its log in sight', async () => {
    await studio.palette.run('New environment')
    await built.declare({ name: 'late', requirements: packages.join('\n') })
    if ((await ask(server, environments.get, { name: 'late' })).state === 'ready') await built.buildAnew()
    await built.show('Last build')
    await expect(built.log).toContainText('scikit-learn==1.9.1', { timeout: 300_000 })
    await expect(built.phases).toContainText('Installing 7 requirements')
    await expect(built.bar('late')).toContainText('ready', { timeout: 300_000 })
    await shoot('circle-built')
  })

  await test.step('a recipe on flights, published', async () => {
    await studio.go('wrangler', { dataset: 'flights' })
    await wrangler.ready()
    await wrangler.addStep('Formula')
    await wrangler.form.fill('New column', 'hours')
    await wrangler.form.code('Formula', 'delay / 60')
    await wrangler.form.apply()
    const done = await wrangler.publish('Delays in hours, too')
    await expect(done).toContainText('version 2 of flights')
    await done.getByRole('button', { name: 'Close' }).last().click()
  })

  await test.step('three seeds, their curves live', async () => {
    await studio.go('train')
    await training.fill('Title', 'Late flights')
    await training.fill('Script', 'train_late.py')
    await training.fill('Arguments', '--rounds 40 --wait 0.2')
    await training.each('seed', '1, 2, 3')
    await training.environment('late')
    await training.fill('Experiment', 'Late')
    await training.reads('flights')
    await expect(training.plan).toContainText('3 runs')
    await shoot('train-form')
    await training.start()
    await runs.counts('3 runs')
    await expect(runs.card('valid_auc, Curves')).toBeVisible({ timeout: 60_000 })
    await shoot('circle-live')
  })

  await test.step('stop one and run it again', async () => {
    await runs.row('seed=2').locator('.rn-name').dblclick()
    const run = training.run('train_late seed=2')
    await run.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stop' }).click()
    await expect(run.getByText('killed')).toBeVisible()
    await run.getByRole('button', { name: 'Run again' }).click()
    await expect(page.getByText('The same code, packages, data and values as then')).toBeVisible()
    await page.locator('[data-view=trainAgain]').getByRole('button', { name: 'Run again' }).click()
    await runs.counts('4 runs')
  })

  await test.step('one group with its band', async () => {
    await runs.filter("attributes.status = 'FINISHED'")
    await runs.counts(/^3 of 4/, 180_000)
    await runs.foldSeeds()
    await expect(runs.rows).toHaveCount(1)
    await expect(runs.card('valid_auc, Curves')).toContainText(/±|band|σ/)
    await shoot('circle-band')
    await runs.open(runs.rows.first())
  })

  await test.step('the best is registered and approved', async () => {
    await expect(runs.rows).toHaveCount(4)
    const scores = await Promise.all([1, 2, 3].map(async (at) => Number(await runs.value(runs.rows.nth(at), 'valid_auc'))))
    await runs.tick(runs.rows.nth(1 + scores.indexOf(Math.max(...scores))))
    await runs.bar.getByRole('button', { name: 'Register' }).click()
    await models.register({ model: 'late flights', description: 'Three seeds on whole rows.' })
    const version = models.version('late flights', 1)
    await version.getByRole('button', { name: 'Approve' }).click()
    await models.dialog.getByRole('combobox', { name: 'Alias' }).fill('champion')
    await page.keyboard.press('Tab')
    await models.dialog.getByRole('button', { name: 'Approve' }).click()
    await expect(version).toContainText('approved')
  })

  await test.step('lineage leads back to data, recipe, code and environment', async () => {
    await models.show('Lineage')
    for (const node of ['flights v1', 'flights v2', 'flights.recipe.json', 'train_late.py', /^late$/, /^train_late seed=/]) await expect(page.getByRole('region', { name: /^Lineage of/ }).getByText(node, { exact: true }).first()).toBeVisible()
    await shoot('circle-lineage')
    const { nodes } = await ask(server, registry.lineage, { model: 'late flights', version: 1 })
    expect(new Set(nodes.map(({ kind }) => kind))).toEqual(new Set(['version', 'run', 'loggedModel', 'code', 'environment', 'dataset', 'recipe']))
  })
})
