import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Studio } from '../pages/studio.ts'
import { expect, test } from '../studio.ts'

test('a ragged CSV is read with what was wrong listed line by line', async ({ studio, server, page }) => {
  await writeFile(join(server.root, 'ragged.csv'), ragged())
  await studio.panel('Files')
  await studio.files.open('ragged.csv')
  await expect(studio.data.importBar).toBeVisible()
  await expect(page.getByRole('grid', { name: 'First rows of ragged.csv' })).toBeVisible()
  await studio.data.import()
  await expect(studio.data.rejects).toBeVisible({ timeout: 30_000 })
  await expect(studio.data.rejects.getByRole('row')).not.toHaveCount(1)
  await expect(studio.data.rejects).toContainText('1,2,3,4,5')
  await expect(page.getByText(/rows read · \d+ lines? left out/)).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Import ragged.csv' })).toHaveCount(0)
  await studio.files.open('ragged.csv')
  await expect(page.getByText(/is the data set “ragged” already/)).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Import ragged.csv' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Import again' }).click()
  await expect(studio.data.importBar).toBeVisible()
})

test('a truncated Parquet is refused in one sentence that names it', async ({ studio, server, page }) => {
  const path = join(server.root, 'broken.parquet')
  await writeFile(path, await readFile(join(server.root, 'data', 'flights-3m.parquet')))
  await truncate(path, 5_000_000)
  await studio.panel('Files')
  await studio.files.open('broken.parquet')
  await expect(page.getByRole('alert').filter({ hasText: /broken\.parquet/ })).toBeVisible()
})

test('a formula with a mistake says where it is, and the step is not applied', async ({ studio }) => {
  const { wrangler } = studio
  await studio.go('wrangler', { dataset: 'flights' })
  await wrangler.ready()
  await wrangler.addStep('Formula')
  await wrangler.form.fill('New column', 'hours')
  await wrangler.form.code('Formula', 'delay / / 60')
  await expect(wrangler.form.any.getByRole('alert')).toHaveText('A value is missing before “/”.')
  await expect(wrangler.form.any.locator('.squiggly-error')).toBeVisible()
  await expect(wrangler.form.any.getByRole('button', { name: /^Apply/ })).toBeDisabled()
  await wrangler.form.code('Formula', 'delai / 60')
  await expect(wrangler.form.any.getByRole('alert')).toContainText(/delai/)
  await wrangler.form.code('Formula', 'delay / 60')
  await expect(wrangler.form.any.getByRole('alert')).toBeHidden()
  await wrangler.form.apply()
  await expect(wrangler.grid.head('hours')).toBeVisible()
})

test('SQL that reads beside the data is refused where it is written', async ({ studio, server }) => {
  const { wrangler } = studio
  await studio.go('wrangler', { dataset: 'flights' })
  await wrangler.ready()
  await wrangler.addStep('Custom SQL')
  await wrangler.form.code(/SQL|SELECT/, `SELECT * FROM read_text('${server.root}/README.md')`)
  await expect(wrangler.form.any.getByRole('alert').first()).toBeVisible()
  await wrangler.form.any.getByRole('button', { name: 'Discard' }).click()
  expect(await wrangler.steps()).toEqual([])
})

test('two tabs on one recipe: the other hears of a change at once, and where both change nothing is lost', async ({ studio, server, context }) => {
  const { wrangler: mine } = studio
  await studio.go('wrangler', { dataset: 'birdstrikes' })
  await mine.ready()
  await mine.addStep('Remove duplicates')
  await mine.form.apply()
  await mine.saved()
  await expect(studio.page).toHaveURL(/birdstrikes\.recipe\.json/)
  const other = new Studio(await context.newPage(), server)
  await other.go('wrangler', { path: 'recipes/birdstrikes.recipe.json' })
  await other.wrangler.ready()

  await test.step('a change there stands here at once, and can be undone', async () => {
    await other.wrangler.addStep('Limit rows')
    await other.wrangler.form.apply()
    await expect(mine.step(2)).toHaveAccessibleName(/Limit rows/, { timeout: 3000 })
    await expect(studio.notice(/was changed elsewhere, and stands here now as it was saved there/)).toBeVisible()
  })

  await test.step('while a step is written here, a change there is told and not taken', async () => {
    await mine.addStep('Shuffle rows')
    await other.wrangler.addStep('Rename column')
    await other.wrangler.form.column('Column', 'Airport Name')
    await other.wrangler.form.fill('New name', 'Airport')
    await other.wrangler.form.apply()
    await expect(studio.page.getByRole('alert').filter({ hasText: 'was changed elsewhere' })).toBeVisible({ timeout: 3000 })
    await mine.form.apply()
    await studio.page.getByRole('button', { name: 'Keep mine as a copy' }).click()
    await mine.saved()
    const opsOf = async (name: string) => JSON.parse(await readFile(join(server.root, 'recipes', name), 'utf8')).steps.map(({ op }: { op: string }) => op)
    await expect.poll(() => opsOf('birdstrikes-copy.recipe.json').catch(() => [])).toEqual(['dedupe', 'limit', 'shuffle'])
    expect(await opsOf('birdstrikes.recipe.json')).toEqual(['dedupe', 'limit', 'rename'])
  })
})

function ragged(): string {
  const lines = Array.from({ length: 400 }, (_, i) => `${i},name ${i},${i * 2}`)
  return ['id,name,twice', ...lines.slice(0, 200), '1,2,3,4,5', 'one', ...lines.slice(200), ''].join('\n')
}
