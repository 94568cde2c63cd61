import { expect } from '@playwright/test'
import { environments } from '#areas/environments/contract.ts'
import { runs } from '#areas/runs/contract.ts'
import { plainPython } from '#node/test-python.test.util.ts'
import { ask, jobOver } from '../ask.ts'
import { keepArtifact, redPixel } from '../keep-artifact.ts'
import { logModel } from '../log-model.ts'
import { logSweep } from '../log-sweep.ts'
import type { Studio } from '../pages/studio.ts'
import { startCommand, talkative } from '../start-command.ts'

export interface View { readonly name: string; readonly open: (studio: Studio) => Promise<void> }

const steps = [
  { id: 's1', op: 'filter', v: 1, params: { predicate: { kind: 'all', of: [{ kind: 'compare', column: 'c1', is: '>', value: 15 }] }, keep: 'keep' }, enabled: true },
  { id: 's2', op: 'split', v: 1, params: { method: 'random', train: 0.8, valid: 0.1, test: 0.1, seed: 42 }, enabled: true },
  { id: 's3', op: 'scale', v: 1, params: { columns: ['c2'], method: 'standard' }, enabled: true },
]

/** Every view by the words of its tab, each opened as a person would open it or by its address. */
export const views: Readonly<Record<string, readonly View[]>> = {
  shell: [
    { name: 'home', open: (studio) => studio.go('home') },
    { name: 'launcher', open: (studio) => studio.go('launcher') },
    { name: 'connect', open: (studio) => studio.go('connect') },
    { name: 'settings', open: (studio) => studio.go('settings') },
    { name: 'settings-file', open: (studio) => studio.go('settings', { as: 'file' }) },
    { name: 'palette', open: async (studio) => { await studio.go('home'); await studio.palette.open() } },
    { name: 'sessions', open: async (studio) => { await studio.go('home'); await studio.page.getByRole('button', { name: /^Workspace / }).click() } },
    { name: 'notifications', open: async (studio) => { await studio.go('home'); await studio.page.getByRole('button', { name: /^Notifications/ }).click() } },
    { name: 'jobs', open: async (studio) => { await studio.go('home'); await studio.panel('Jobs') } },
    { name: 'nothing-there', open: (studio) => studio.go('nonsense') },
  ],
  files: [
    { name: 'files', open: async (studio) => { await studio.go('home'); await studio.panel('Files'); await studio.files.openFolder('data') } },
    { name: 'file-menu', open: async (studio) => { await studio.files.row('README.md').click({ button: 'right' }) } },
    { name: 'trash', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.files.panel.getByRole('button', { name: 'Deleted files' }).click() } },
    { name: 'text', open: (studio) => studio.go('text', { path: 'data/stocks.csv' }) },
    { name: 'markdown', open: (studio) => studio.go('markdown', { path: 'README.md' }) },
    { name: 'json', open: (studio) => studio.go('json', { path: 'data/movies.json' }) },
    { name: 'image', open: (studio) => studio.go('image', { path: 'data/icons/7zip.png' }) },
    { name: 'file-gone', open: (studio) => studio.go('text', { path: 'nowhere.txt' }) },
  ],
  data: [
    { name: 'data', open: async (studio) => { await studio.go('home'); await studio.panel('Data'); await expect(studio.data.row('flights')).toBeVisible() } },
    { name: 'add-data', open: async (studio) => { await studio.data.panel.getByRole('button', { name: 'Add a data set' }).click() } },
    ...['preview', 'schema', 'history'].map((tab) => ({ name: `dataset-${tab}`, open: (studio: Studio) => studio.go('dataset', { dataset: 'flights', tab }) })),
    { name: 'dataset-rejects', open: (studio) => studio.go('dataset', { dataset: 'birdstrikes', tab: 'rejects' }) },
    { name: 'dataset-images', open: (studio) => studio.go('dataset', { dataset: 'icons' }) },
    { name: 'import', open: (studio) => studio.go('datasetImport', { path: 'data/airports.csv', again: '1' }) },
    { name: 'compare', open: async (studio) => { await studio.go('datasetCompare', { left: 'birdstrikes', leftVersion: '1', right: 'movies', rightVersion: '1' }); await expect(studio.comparison.columns).toBeVisible({ timeout: 60_000 }) } },
  ],
  wrangler: [
    { name: 'wrangler-empty-recipe', open: async (studio) => { await studio.go('wrangler', { dataset: 'birdstrikes' }); await studio.wrangler.ready() } },
    { name: 'wrangler', open: async (studio) => { await withRecipe(studio) } },
    { name: 'wrangler-sorted', open: async (studio) => { await studio.wrangler.grid.sortBy('delay'); await studio.wrangler.settled() } },
    { name: 'add-step', open: async (studio) => { await studio.page.keyboard.press('ControlOrMeta+j') } },
    { name: 'step-form', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.wrangler.editStep(1) } },
    { name: 'profile', open: async (studio) => { await studio.wrangler.form.any.getByRole('button', { name: 'Discard' }).click(); await studio.wrangler.grid.menu('delay', 'Profile') } },
    { name: 'cell', open: async (studio) => { await studio.wrangler.grid.cell(2, 2).click(); await studio.wrangler.code.getByRole('tab', { name: 'Cell' }).click() } },
    { name: 'failures', open: async (studio) => { await studio.wrangler.code.getByRole('tab', { name: 'Failures' }).click() } },
    { name: 'filter-dialog', open: async (studio) => { await studio.wrangler.filters.getByRole('button', { name: 'Filter rows' }).click() } },
    { name: 'publish', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.wrangler.bar.getByRole('button', { name: /^Publish v/ }).click() } },
    { name: 'export', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.wrangler.bar.getByRole('button', { name: 'Export as a file' }).click() } },
    { name: 'go-to-row', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.wrangler.grid.table.focus(); await studio.page.keyboard.press('ControlOrMeta+g') } },
    { name: 'column-menu', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.wrangler.grid.head('delay').click({ button: 'right', position: { x: 8, y: 8 } }) } },
  ],
  runs: [
    { name: 'runs-none', open: async (studio) => { await studio.go('home'); await studio.panel('Runs'); await expect(studio.runs.panel.getByText('No runs yet')).toBeVisible() } },
    { name: 'runs-view-none', open: (studio) => studio.go('runsView', { experiments: '0' }) },
    { name: 'runs-view-gone', open: (studio) => studio.go('runsView', { view: 'gone' }) },
    { name: 'runs', open: async (studio) => { await logSweep(studio.server, { name: 'delay sweep', rest: 0 }); await studio.go('runsView', { experiments: '1' }); await studio.runs.ready() } },
    { name: 'runs-experiment-menu', open: async (studio) => { await studio.runs.experiment('delay sweep').click({ button: 'right' }) } },
    { name: 'runs-folded', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.runs.foldSeeds(); await studio.runs.open(studio.runs.row(/gbm/)); await studio.runs.menu(studio.runs.row(/forest/), 'Make it the baseline') } },
    { name: 'runs-chosen', open: async (studio) => { await studio.runs.tick(studio.runs.row('gbm-d8-s3')); await studio.runs.tick(studio.runs.row(/forest/)) } },
    { name: 'runs-row-menu', open: async (studio) => { await studio.runs.row(/mlp/).locator('.rn-name').click({ button: 'right' }) } },
    { name: 'runs-tag', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.runs.menu(studio.runs.row(/mlp/), 'Tag…') } },
    { name: 'runs-column-menu', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.runs.table.getByRole('columnheader', { name: 'val_auc' }).click({ button: 'right', position: { x: 8, y: 8 } }) } },
    { name: 'runs-columns', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.runs.bar.getByRole('button', { name: 'Columns' }).click() } },
    { name: 'runs-group', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.runs.bar.getByRole('button', { name: /^Group/ }).click() } },
    { name: 'runs-completions', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.runs.bar.getByRole('combobox', { name: 'Filter' }).click(); await studio.page.keyboard.type('params.m'); await studio.page.keyboard.press('ArrowDown') } },
    { name: 'runs-filter-fault', open: async (studio) => { await studio.runs.filter('metrics.loss < and') } },
    { name: 'runs-condition', open: async (studio) => { await studio.runs.filter(''); await studio.runs.bar.getByRole('button', { name: 'Add a condition' }).click() } },
    { name: 'runs-view-menu', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.runs.bar.getByRole('button', { name: /^(view|usual)/ }).click() } },
    { name: 'runs-save-view', open: async (studio) => { await studio.page.getByRole('menuitem', { name: /^Save as/ }).click() } },
    { name: 'runs-no-cards', open: (studio) => studio.go('runsView', { experiments: '1', state: '{"cards":[],"filter":"metrics.loss > 9"}' }) },
  ],
  run: [
    { name: 'run', open: async (studio) => { const { run } = await logModel(studio.server, { name: 'gbm-d8-s3', metrics: { val_auc: 0.871, loss: 0.36 }, params: { max_depth: '8' }, data: 'flights' }); await keepArtifact(studio.server, { run, path: 'charts/pixel.png', body: redPixel }); await studio.go('run', { run }); await expect(studio.page.getByRole('row', { name: /^val_auc/ })).toBeVisible() } },
    { name: 'run-artifacts', open: async (studio) => { await studio.page.getByRole('tab', { name: 'Artifacts' }).click() } },
    { name: 'run-code', open: async (studio) => { await studio.page.getByRole('tab', { name: 'Code and environment' }).click() } },
    { name: 'run-curves', open: async (studio) => { await logSweep(studio.server, { name: 'delay sweep', rest: 0 }); const { ids } = await ask(studio.server, runs.values, { query: { experiments: ['1'], filter: '' }, columns: [] }); await studio.go('run', { run: ids[0] ?? '', tab: 'metrics' }) } },
    { name: 'run-gone', open: (studio) => studio.go('run', { run: 'gone' }) },
    { name: 'runs-compared', open: async (studio) => { const { ids } = await ask(studio.server, runs.values, { query: { experiments: ['1'], filter: "params.model = 'gbm'" }, columns: [] }); await studio.go('runsCompare', { runs: ids.join(',') }); await expect(studio.page.getByRole('region', { name: 'Over seeds' })).toBeVisible() } },
    { name: 'runs-compared-none', open: (studio) => studio.go('runsCompare', { runs: '' }) },
  ],
  registry: [
    { name: 'models-none', open: async (studio) => { await studio.go('home'); await studio.panel('Models'); await expect(studio.registry.panel.getByText('No models')).toBeVisible() } },
    { name: 'inbox-none', open: (studio) => studio.go('inbox') },
    { name: 'register', open: (studio) => studio.go('register') },
    { name: 'model-gone', open: (studio) => studio.go('model', { model: 'gone' }) },
    { name: 'models', open: async (studio) => { await withModels(studio); await studio.go('model', { model: 'flight delay' }); await studio.panel('Models') } },
    { name: 'model-menu', open: async (studio) => { await studio.registry.model('flight delay').click({ button: 'right' }) } },
    { name: 'policy', open: (studio) => studio.go('model', { model: 'flight delay', tab: 'policy' }) },
    { name: 'model-activity', open: (studio) => studio.go('model', { model: 'flight delay', tab: 'activity' }) },
    ...['overview', 'signature', 'files', 'card', 'lineage', 'activity'].map((tab) => ({ name: `version-${tab}`, open: (studio: Studio) => studio.go('modelVersion', { model: 'flight delay', version: '3', tab }) })),
    { name: 'approve', open: async (studio) => { await studio.go('modelVersion', { model: 'flight delay', version: '3' }); await studio.registry.version('flight delay', 3).getByRole('button', { name: 'Approve' }).click() } },
    { name: 'reject', open: async (studio) => { await studio.go('modelVersion', { model: 'flight delay', version: '2' }); await studio.registry.version('flight delay', 2).getByRole('button', { name: 'Reject' }).click() } },
    { name: 'version-menu', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.registry.version('flight delay', 2).getByRole('button', { name: 'More' }).click() } },
    { name: 'version-about', open: async (studio) => { await studio.page.getByRole('menuitem', { name: 'Describe and tag' }).click() } },
    { name: 'review', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.page.getByRole('button', { name: 'Review', exact: true }).filter({ visible: true }).click() } },
    { name: 'model-compare', open: (studio) => studio.go('modelCompare', { leftModel: 'flight delay', left: '2', rightModel: 'flight delay', right: '3' }) },
    { name: 'inbox', open: (studio) => studio.go('inbox') },
    { name: 'onnx', open: (studio) => studio.go('onnx', { model: 'flight delay', version: '3' }) },
  ],
  environments: [
    { name: 'environments', open: async (studio) => { await withEnvironments(studio); await studio.go('environments'); await expect(studio.environments.row('broken')).toContainText(/failed|possible/) } },
    { name: 'environments-menu', open: async (studio) => { await studio.environments.row('small').getByRole('button', { name: 'More of small' }).click() } },
    { name: 'environment-new', open: async (studio) => { await studio.page.keyboard.press('Escape'); await studio.page.getByRole('button', { name: 'New environment' }).click() } },
    { name: 'environment-adopt', open: (studio) => studio.go('environments', { asks: 'adopt' }) },
    { name: 'environment-prune', open: (studio) => studio.go('environments', { asks: 'prune' }) },
    ...['overview', 'packages', 'lock', 'log', 'uses'].map((tab) => ({ name: `environment-${tab}`, open: (studio: Studio) => studio.go('environment', { name: 'small', tab }) })),
    { name: 'environment-delete', open: async (studio) => { await studio.page.getByRole('button', { name: 'More', exact: true }).filter({ visible: true }).last().click(); await studio.page.getByRole('menuitem', { name: 'Delete' }).click() } },
    { name: 'environment-failed', open: (studio) => studio.go('environment', { name: 'broken', tab: 'log' }) },
    { name: 'environment-settings', open: async (studio) => { await studio.go('environment', { name: 'broken', tab: 'overview' }); await studio.page.getByRole('button', { name: 'Change' }).click() } },
    { name: 'environment-changed', open: (studio) => studio.go('environment', { name: 'moved' }) },
    { name: 'environment-default', open: (studio) => studio.go('environment', { name: 'default' }) },
    { name: 'environment-adopted', open: (studio) => studio.go('environment', { name: 'mine', tab: 'packages' }) },
    { name: 'environment-gone', open: (studio) => studio.go('environment', { name: 'gone' }) },
    { name: 'environment-compare', open: (studio) => studio.go('environmentCompare', { left: 'small', right: 'mine' }) },
  ],
  jobs: [
    { name: 'job-log', open: async (studio) => { const id = await startCommand(studio.server, { title: 'Talk a while', script: talkative, variables: { COLOUR: 'blue' }, tags: { team: 'delays' } }); await studio.go('job', { id }); await expect(studio.page.locator('.logtext').filter({ hasText: 'line 3000' })).toBeVisible(); await studio.page.getByRole('region', { name: 'Lines of the log' }).press('Home'); await expect(studio.page.locator('.logtext').filter({ hasText: 'red alert' })).toBeVisible() } },
    { name: 'job-found', open: async (studio) => { await studio.page.getByRole('textbox', { name: 'Find in the log' }).or(studio.page.getByRole('searchbox', { name: 'Find in the log' })).fill('line 29'); await studio.page.keyboard.press('Enter') } },
    { name: 'job-use', open: async (studio) => { await studio.page.getByRole('tab', { name: 'CPU and memory' }).click(); await expect(studio.page.getByRole('application', { name: /^Cores in use/ })).toBeVisible() } },
    { name: 'job-details', open: async (studio) => { await studio.page.getByRole('tab', { name: 'Details' }).click() } },
    { name: 'job-stop', open: async (studio) => { await studio.page.getByRole('button', { name: 'Stop', exact: true }).click() } },
    { name: 'job-failed', open: async (studio) => { const id = await startCommand(studio.server, { title: 'Brittle', script: 'echo reading flights; echo no such column >&2; exit 3' }); await jobOver(studio.server, id); await studio.go('job', { id }); await studio.panel('Jobs') } },
    { name: 'job-again', open: async (studio) => { await studio.page.locator('[data-view=job]').getByRole('button', { name: 'Run again' }).click() } },
    { name: 'job-gone', open: (studio) => studio.go('job', { id: 'gone' }) },
    { name: 'train', open: (studio) => studio.go('train', { path: 'train_flights.job.json' }) },
    { name: 'command-form', open: (studio) => studio.go('train', { work: 'command' }) },
  ],
  findings: [
    ...['histogram', 'scatter', 'summary', 'correlation', 'leakage', 'duplicates'].map((kind) => ({ name: `analysis-${kind}`, open: async (studio: Studio) => {
      await studio.go('wranglerAnalysis', { dataset: 'birdstrikes', kind })
      await expect(studio.page.getByRole('progressbar')).toHaveCount(0)
      await expect(studio.page.getByRole('toolbar', { name: 'Analysis' })).toContainText(/exact|sample|≈/, { timeout: 60_000 })
    } })),
    { name: 'quality-report', open: async (studio) => {
      await studio.go('wranglerReport', { dataset: 'birdstrikes' })
      await expect(studio.work.getByRole('heading', { level: 2 }).first()).toBeVisible({ timeout: 60_000 })
    } },
  ],
}

/** One in each state, as far as this machine has a Python. */
async function withEnvironments({ server }: Studio): Promise<void> {
  const variables = { OMP_NUM_THREADS: '1' }
  await ask(server, environments.save, { declared: { name: 'small', requirements: 'iniconfig==2.1.0\npluggy==1.6.0\n', variables, secrets: ['API_TOKEN'] } })
  await ask(server, environments.save, { declared: { name: 'moved', requirements: 'toml==0.10.2\n' } })
  await ask(server, environments.save, { declared: { name: 'broken', requirements: 'atelier-no-such-package==1\n', variables, secrets: ['API_TOKEN'] } })
  for (const name of ['small', 'moved', 'broken']) {
    const { body } = await server.ask('environments.build', { name, again: true })
    const job = Reflect.get(Object(body), 'id')
    if (typeof job === 'string') await jobOver(server, job)
  }
  await ask(server, environments.save, { declared: { name: 'moved', requirements: 'toml==0.10.2\niniconfig\n' } })
  const python = plainPython()
  if (python) await ask(server, environments.adopt, { name: 'mine', path: python })
}

/** A recipe as it was left yesterday: three steps over the flights, one of them fitted. */
async function withRecipe(studio: Studio): Promise<void> {
  const { body } = await studio.server.ask('wrangler.start', { dataset: 'flights' })
  const recipe = Object(Reflect.get(Object(body), 'recipe'))
  await studio.server.ask('wrangler.save', { path: 'recipes/late.recipe.json', recipe: { ...recipe, steps }, hash: null })
  await studio.go('wrangler', { path: 'recipes/late.recipe.json' })
  await studio.wrangler.ready()
}

/** Three versions of a model: one rejected, the champion, and one that waits. */
async function withModels({ server }: Studio): Promise<void> {
  const told = async (call: string, input: object) => server.ask(`registry.${call}`, input)
  const model = 'flight delay'
  const figures = [{ val_auc: 0.812, loss: 0.48, f1: 0.71 }, { val_auc: 0.861, loss: 0.40, f1: 0.76 }, { val_auc: 0.874, loss: 0.37, f1: 0.755 }]
  for (const [i, metrics] of figures.entries()) {
    const { run } = await logModel(server, { name: `gbm-d${4 + 2 * i}-s1`, metrics, params: { max_depth: String(4 + 2 * i), learning_rate: '0.03', subsample: '0.8' }, data: 'flights' })
    await told('register', { model, run, description: i === 2 ? 'Deeper trees; three seeds agree within a thousandth.' : '' })
  }
  await told('changeModel', { name: model, description: 'Chance that a flight arrives more than 15 minutes late. Looked after by the planning team.', setTags: [{ key: 'team', value: 'planning' }] })
  await told('setPolicy', { model, policy: { items: [
    { id: 'a', kind: 'metric', key: 'val_auc', op: '>=', value: 0.85 }, { id: 'b', kind: 'champion', key: 'f1', better: 'higher', margin: 0 }, { id: 'c', kind: 'review', role: 'lead' }, { id: 'd', kind: 'signature' }, { id: 'e', kind: 'dataset' }, { id: 'f', kind: 'gate', name: 'fairness' },
  ] } })
  await told('decide', { model, version: 1, approval: 'rejected', reason: 'Below the limit.' })
  await told('decide', { model, version: 2, approval: 'approved', reason: 'Fairness is looked at next month.', alias: 'champion' })
  await told('review', { model, version: 3, role: 'lead', verdict: 'approve', text: 'Checked the confusion matrix by carrier.' })
  await told('comment', { model, version: 3, text: 'f1 falls a little because of the short flights.' })
}
