import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { Grid } from './grid.ts'
import { StepForm } from './step-form.ts'

/** The workbench: rows, how they are looked at, the recipe and its code. */
export class Wrangler {
  readonly page: Page
  readonly grid: Grid
  readonly form: StepForm

  constructor(page: Page) {
    this.page = page
    this.grid = new Grid(page)
    this.form = new StepForm(page)
  }

  get bar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Data set', exact: true })
  }

  get recipe(): Locator {
    return this.page.getByRole('region', { name: 'Recipe', exact: true })
  }

  get filters(): Locator {
    return this.page.getByRole('group', { name: 'Filters and order' })
  }

  /** How many rows are left, and of how many. */
  get count(): Locator {
    return this.filters.getByRole('status').first()
  }

  get code(): Locator {
    return this.page.getByRole('region', { name: 'Code and figures' })
  }

  async ready(): Promise<void> {
    await expect(this.grid.cell(1, 1)).toBeVisible()
    await this.settled()
  }

  /** Until the count stands and nothing is on its way. */
  async settled(): Promise<void> {
    await expect(this.count).not.toContainText(/counting|…/, { timeout: 60_000 })
  }

  step(number: number): Locator {
    return this.recipe.getByRole('button', { name: new RegExp(`^Step ${number} of `) })
  }

  /** What the steps are called, in their order. */
  async steps(): Promise<string[]> {
    const cards = await this.recipe.getByRole('button', { name: /^Step \d+ of / }).all()
    const names = await Promise.all(cards.map((card) => card.getAttribute('aria-label')))
    return names.map((name) => (name ?? '').replace(/^Step \d+ of \d+: /, ''))
  }

  /** Begins a step; its form stands open then. */
  async addStep(title: string): Promise<void> {
    await this.recipe.getByRole('button', { name: 'Add step' }).first().click()
    await this.page.getByRole('combobox', { name: 'Search steps' }).fill(title)
    await this.page.getByRole('listbox', { name: 'Steps' }).getByRole('option').filter({ has: this.page.locator('b', { hasText: new RegExp(`^${title}(learns)?$`) }) }).click()
    await expect(this.page.locator('form.wr-form')).toBeVisible()
    await this.form.closeList()
    await expect(this.form.of(title)).toBeVisible()
  }

  async editStep(number: number): Promise<void> {
    await this.step(number).dblclick()
    await expect(this.form.any).toBeVisible()
  }

  /** Filters what is looked at. */
  async filter(column: string, test: string, value: string): Promise<void> {
    await this.filters.getByRole('button', { name: 'Filter rows' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Filter rows' })
    await this.form.choose(dialog.getByRole('combobox').first(), column)
    await dialog.getByRole('button', { name: /Test/ }).click()
    await this.page.getByRole('option', { name: test, exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Value' }).fill(value)
    await dialog.getByRole('button', { name: 'Filter', exact: true }).click()
    await expect(dialog).toBeHidden()
  }

  async undo(): Promise<void> {
    await this.bar.getByRole('button', { name: 'Undo' }).click()
  }

  async codeIn(language: 'SQL' | 'polars' | 'pandas'): Promise<Locator> {
    await this.code.getByRole('tab', { name: 'Code' }).click()
    await this.code.getByRole('radio', { name: language }).click()
    const text = this.code.getByLabel(`Recipe as ${language.toLowerCase()}`)
    await expect(text).toBeVisible()
    return text
  }

  /** Publishes; the dialog stays with what came of it. */
  async publish(note: string): Promise<Locator> {
    await this.bar.getByRole('button', { name: /^Publish v\d+/ }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Publish a new version' })
    await dialog.getByRole('textbox', { name: 'Note' }).fill(note)
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    const done = this.page.getByRole('dialog', { name: /^Published/ })
    await expect(done).toBeVisible({ timeout: 90_000 })
    return done
  }

  /** Pixels by which the view reaches below its tab. */
  async outgrown(): Promise<number> {
    return this.recipe.evaluate((recipe) => {
      const tab = recipe.closest('.flexlayout__tab_moveable')
      return tab ? tab.scrollHeight - tab.clientHeight : -1
    })
  }

  /** Until the recipe stands in its file. */
  async saved(): Promise<void> {
    await this.page.waitForTimeout(400)
    await expect(this.bar.getByText('saving')).toBeHidden()
  }
}
