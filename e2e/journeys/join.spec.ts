import { datasets } from '#areas/datasets/contract.ts'
import { ask, quiet } from '../ask.ts'
import { expect, test } from '../studio.ts'

test('a join chooses its keys by name and says how many rows it will make before it is applied', async ({ studio, server, page, shoot }) => {
  const { wrangler } = studio
  await ask(server, datasets.register, { path: 'data/airports.csv', name: 'airports', note: '', tags: [] })
  await quiet(server)
  await studio.go('wrangler', { dataset: 'flights' })
  await wrangler.ready()
  await wrangler.addStep('Join')
  const form = wrangler.form.any
  await form.getByRole('combobox', { name: 'Join with' }).click()
  await page.keyboard.press('Escape')
  await expect(form, 'Escape closes the list alone').toBeVisible()
  await wrangler.form.choose(form.getByRole('combobox', { name: 'Join with' }), 'airports')
  await form.getByRole('button', { name: 'Add a key' }).click()
  await wrangler.form.choose(form.getByRole('combobox', { name: 'Key 1 here' }), 'origin')

  await test.step('a key that repeats multiplies rows, and that is told', async () => {
    await wrangler.form.choose(form.getByRole('combobox', { name: 'Key 1 in airports' }), 'state')
    await wrangler.form.pick('Kind', 'Inner')
    await expect(wrangler.form.effect).toContainText('3,000,000 → 0 rows', { timeout: 30_000 })
  })

  await test.step('the right key keeps every row', async () => {
    await wrangler.form.choose(form.getByRole('combobox', { name: 'Key 1 in airports' }), 'iata')
    await expect(wrangler.form.effect).toContainText(/3,000,000 (rows stay|→)/, { timeout: 30_000 })
    await expect(wrangler.form.effect).toContainText('exact, all rows')
    await shoot('wrangler-join')
    await wrangler.form.apply()
    await expect(wrangler.grid.head('name')).toBeVisible({ timeout: 60_000 })
    await expect(wrangler.step(1)).toHaveAccessibleName(/Join\. inner airports by origin/)
  })
  await expect(page.getByRole('alert')).toBeHidden()
})
