import { registry } from '#areas/registry/contract.ts'
import { runs } from '#areas/runs/contract.ts'
import { ask } from '../ask.ts'
import { hostilePage, keepArtifact, redPixel } from '../keep-artifact.ts'
import { logModel } from '../log-model.ts'
import { logSweep } from '../log-sweep.ts'
import { expect, test } from '../studio.ts'
import { twoCommits } from '../two-commits.ts'

test('a run is read by its address: figures, a note that is taken back, curves, images, tables, and a hostile page that reaches nothing', async ({ studio, server, page, shoot }) => {
  const { run } = await logModel(server, { name: 'gbm-d8-s3', metrics: { val_auc: 0.871, loss: 0.36 }, params: { max_depth: '8' }, data: 'flights' })
  await keepArtifact(server, { run, path: 'charts/pixel.png', body: redPixel })
  await keepArtifact(server, { run, path: 'rows.csv', body: 'a,b\n1,x\n2,y\n' })
  await keepArtifact(server, { run, path: 'report.html', body: hostilePage })

  await studio.go('run', { run })
  const view = studio.runs.run
  await expect(view.getByRole('heading', { level: 1, name: 'gbm-d8-s3' })).toBeVisible()
  await expect(view.getByRole('row', { name: /^val_auc/ })).toContainText('0.871')
  await expect(view.getByRole('row', { name: /^max_depth/ })).toContainText('8')

  const note = view.getByRole('region', { name: 'Note' })
  await note.getByRole('button', { name: 'Write' }).click()
  await note.getByRole('textbox').fill('Deeper is **better**.')
  await note.getByRole('button', { name: 'Save note' }).click()
  await expect(note.getByText('better')).toBeVisible()
  await studio.answerNotice('Undo', 'The note is saved.')
  await expect(note.getByRole('button', { name: 'Write' })).toBeVisible()

  await view.getByRole('tab', { name: 'Artifacts' }).click()
  await view.getByRole('row', { name: 'rows.csv' }).click()
  await expect(view.getByText('2 rows · 2 columns · all rows')).toBeVisible()
  await expect(view.getByRole('gridcell', { name: 'y', exact: true })).toBeVisible()
  await view.getByRole('row', { name: 'report.html' }).click()
  await expect(page.frameLocator('iframe[title="report.html"]').locator('#out')).toHaveText('reached: nothing')
  expect(await page.title()).not.toBe('taken')
  await shoot('journey-run-artifacts')
  await page.reload()
  await expect(view.getByTitle('report.html').first()).toBeVisible()
})

test('the address that MLflow’s client prints opens the run, its experiment and a version', async ({ studio, server, page }) => {
  const { run } = await logModel(server, { name: 'printed', metrics: { loss: 0.5 } })
  await ask(server, registry.register, { model: 'flight delay', run })
  for (const path of [`#/experiments/0/runs/${run}`, `experiments/0/runs/${run}`]) {
    await page.goto('about:blank')
    await page.goto(`${server.url()}${path}`)
    await expect(studio.runs.run.getByRole('heading', { level: 1, name: 'printed' })).toBeVisible()
    await expect(page).toHaveURL(`${server.url()}open/run?run=${run}`)
  }
  await studio.go('home')
  await page.goto(`${server.url()}#/experiments/0`)
  await studio.runs.ready()
  await expect(studio.runs.row('printed')).toBeVisible()
  await page.goto(`${server.url()}#/models/flight%20delay/versions/1`)
  await expect(studio.registry.version('flight delay', 1)).toBeVisible()
})

test('a metric is seen in the page of its run soon after it was logged', async ({ studio, server }) => {
  const { run } = await logModel(server, { name: 'live', metrics: { loss: 0.5 } })
  await studio.go('run', { run })
  const line = studio.runs.run.getByRole('row', { name: /^loss/ })
  await expect(line).toContainText('0.5')
  await fetch(`${server.url()}api/2.0/mlflow/runs/log-metric`, { method: 'POST', headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' }, body: JSON.stringify({ run_id: run, key: 'loss', value: 0.25, timestamp: Date.now(), step: 7 }) })
  await expect(line).toContainText('0.25')
})

test('runs stand side by side: differences only, the best marked, a test over seeds, uncommitted code', async ({ studio, server, page, shoot }) => {
  const experiment = await logSweep(server, { name: 'delay sweep', rest: 0 })
  const { ids, names } = await ask(server, runs.values, { query: { experiments: [experiment], filter: "params.model = 'gbm'" }, columns: [] })
  for (const [i, run] of ids.slice(0, 2).entries()) await keepArtifact(server, { run, path: 'code/uncommitted.diff', body: `--- a/train.py\n+++ b/train.py\n+depth = ${i + 4}\n` })
  const commits = twoCommits(server.root, { file: 'train.py', texts: ['depth = 4\n', 'depth = 4\nrate = 0.03\n'] })
  for (const [i, value] of commits.entries()) await ask(server, runs.changeRuns, { runs: [ids[i] ?? ''], setTags: [{ key: 'mlflow.source.git.commit', value }] })
  await studio.go('runsCompare', { runs: ids.join(',') })
  const view = studio.runs.compared
  await expect(view.getByRole('heading', { level: 1 })).toHaveText(`${names.length} runs side by side`)
  await expect(view.getByRole('rowheader', { name: 'max_depth' })).toBeVisible()
  await expect(view.getByRole('rowheader', { name: 'model', exact: true })).toBeHidden()
  await view.getByText('Differences only').click()
  await expect(view.getByRole('rowheader', { name: 'model', exact: true })).toBeVisible()
  await expect(page).toHaveURL(/all=yes/)
  await expect(view.getByRole('row', { name: /^val_auc/ }).first().getByText(', best')).toHaveCount(1)
  const seeds = view.getByRole('region', { name: 'Over seeds' })
  await expect(seeds.getByRole('row', { name: /^val_auc/ })).toContainText('n 3')
  const code = view.getByRole('region', { name: 'Code', exact: true })
  await expect(code.getByRole('region', { name: 'What changed between the commits' })).toContainText('+rate = 0.03')
  await expect(code).toContainText(`− ${names[0]}+ ${names[1]}`)
  await code.scrollIntoViewIfNeeded()
  await shoot('journey-runs-compared')
})
