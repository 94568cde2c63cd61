import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../studio.ts'

test('the same by keyboard alone', async ({ studio, page }) => {
  const { wrangler } = studio
  const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())

  await studio.palette.run('flights-3m.parquet', 'flights-3m.parquet')
  await wrangler.ready()

  await test.step('to the head of delay, and sort', async () => {
    await press('Alt+1', 'ControlOrMeta+Home', 'ArrowRight', 'ArrowUp', 'Enter')
    await expect(wrangler.grid.head('delay')).toHaveAttribute('aria-sort', 'descending')
    await expect(wrangler.grid.cell(1, 2)).toHaveText('1,688')
    await wrangler.settled()
  })

  await test.step('filter', async () => {
    await press('Alt+L')
    const dialog = page.getByRole('dialog', { name: 'Filter rows' })
    await tabTo(page, dialog.getByRole('combobox'))
    await page.keyboard.type('delay')
    await press('ArrowDown', 'Enter')
    await tabTo(page, dialog.getByRole('button', { name: /Test/ }))
    await press('Enter')
    await page.keyboard.type('>')
    await press('Enter')
    await tabTo(page, dialog.getByRole('textbox', { name: 'Value' }))
    await press('ControlOrMeta+a')
    await page.keyboard.type('60')
    await press('Enter')
    await expect(wrangler.count).toContainText('152,194 of 3,000,000 rows')
  })

  await test.step('brush', async () => {
    await tabTo(page, wrangler.grid.head('distance').getByRole('slider'), 60)
    await press('ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter')
    await expect(wrangler.filters.getByText(/^distance .* to /)).toBeVisible()
    await wrangler.settled()
  })

  await test.step('keep the view as steps, add one that learns', async () => {
    await press('ControlOrMeta+Shift+K')
    await expect(wrangler.step(2)).toBeVisible()
    await press('ControlOrMeta+j')
    await expect(page.getByRole('combobox', { name: 'Search steps' })).toBeFocused()
    await page.keyboard.type('Scale')
    await expect(page.getByRole('listbox', { name: 'Steps' }).getByRole('option', { selected: true })).toContainText('Scale')
    await press('Enter')
    const form = wrangler.form.of('Scale')
    await expect(form).toBeVisible()
    await press('Alt+2')
    await tabTo(page, form.getByRole('checkbox', { name: 'distance' }))
    await press('Space', 'ControlOrMeta+Enter')
    await expect(wrangler.step(3)).toHaveAccessibleName(/Scale/)
  })

  await test.step('edit a step in its form, and undo that', async () => {
    await press('Alt+2')
    await expect(page.locator(':focus')).toHaveAccessibleName(/^Step|flights/)
    await focusStep(page, wrangler.step(3))
    await expect(wrangler.step(3)).toHaveAccessibleName(/mean 0, deviation 1/)
    await press('F2')
    const form = page.getByRole('form', { name: 'Edit step: Scale' })
    await expect(form).toBeVisible()
    await tabTo(page, form.getByRole('button', { name: /Method/ }))
    await press('Enter', 'ArrowDown', 'Enter', 'ControlOrMeta+Enter')
    await expect(form).toBeHidden()
    await expect(wrangler.step(3)).toBeFocused()
    await expect(wrangler.step(3)).not.toHaveAccessibleName(/mean 0, deviation 1/)
    await press('Alt+1', 'ControlOrMeta+z')
    await expect(wrangler.step(3)).toHaveAccessibleName(/mean 0, deviation 1/)
  })

  await test.step('open the code, change its language', async () => {
    const tab = wrangler.code.getByRole('tab', { name: 'Code' })
    await press('ControlOrMeta+e')
    await expect(tab).toBeHidden()
    await press('ControlOrMeta+e')
    await expect(tab).toBeVisible()
    await press('Alt+2')
    await tabTo(page, wrangler.code.getByRole('radio', { name: 'SQL' }), 40)
    await press('ArrowRight', 'Space')
    await expect(wrangler.code.getByLabel('Recipe as polars')).toContainText('import polars as pl')
  })

  await test.step('move, delete and undo in the recipe', async () => {
    await press('Alt+2')
    await focusStep(page, wrangler.step(3))
    await press('Delete')
    await expect(wrangler.step(3)).toBeHidden()
    await press('Alt+1', 'ControlOrMeta+z')
    await expect(wrangler.step(3)).toBeVisible()
  })

  await test.step('publish and compare', async () => {
    await press('ControlOrMeta+Shift+P')
    const dialog = page.getByRole('dialog', { name: 'Publish a new version' })
    await expect(dialog).toBeVisible()
    await tabTo(page, dialog.getByRole('button', { name: 'Publish', exact: true }))
    await press('Enter')
    const done = page.getByRole('dialog', { name: /^Published/ })
    await expect(done).toBeVisible({ timeout: 90_000 })
    await tabTo(page, done.getByRole('button', { name: 'Compare with v1' }))
    await press('Enter')
    await expect(studio.comparison.columns).toBeVisible({ timeout: 60_000 })
    await expect(studio.comparison.columns).toContainText('3,000,000 →')
  })

  await test.step('back to the recipe after a reload', async () => {
    await studio.reload()
    await studio.palette.run('flights', 'flights')
    await wrangler.ready()
    expect(await wrangler.steps()).toHaveLength(3)
  })
})

/** Goes on with Tab until that has the focus. */
async function tabTo(page: Page, to: Locator, most = 30): Promise<void> {
  await expect(to).toBeVisible()
  for (let i = 0; i < most; i++) {
    if (await to.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(to, `Tab comes to it in ${most} presses`).toBeFocused()
}

async function focusStep(page: Page, step: Locator): Promise<void> {
  for (let i = 0; i < 10; i++) {
    if (await step.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('ArrowDown')
  }
  await expect(step).toBeFocused()
}
