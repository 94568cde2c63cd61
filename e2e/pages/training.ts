import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** The Train form, and the page of a run that it started. */
export class Training {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get form(): Locator {
    return this.page.locator('[data-view=train]').filter({ visible: true })
  }

  /** What pressing Train would do. */
  get plan(): Locator {
    return this.form.getByRole('complementary', { name: 'What Train would do' })
  }

  async fill(label: string, text: string): Promise<void> {
    const field = this.form.getByRole('textbox', { name: label, exact: true }).or(this.form.getByRole('combobox', { name: label, exact: true }))
    await field.fill(text)
    await field.press('Tab')
    await expect(field).toHaveValue(text)
  }

  async each(name: string, values: string): Promise<void> {
    await this.form.getByRole('button', { name: 'Add values' }).click()
    await this.form.getByRole('textbox', { name: 'Name' }).first().fill(name)
    await this.form.getByRole('textbox', { name: `Values of ${name}` }).fill(values)
  }

  async environment(name: string): Promise<void> {
    await this.form.getByRole('button', { name: /Environment$/ }).click()
    await this.page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
  }

  /** A data set, at its newest version. */
  async reads(dataset: string): Promise<void> {
    await this.form.getByRole('button', { name: 'Add data' }).click()
    await this.page.getByRole('menuitem', { name: 'A data set' }).click()
    await this.form.getByRole('combobox', { name: 'Data set' }).fill(dataset)
    await this.page.getByRole('option', { name: new RegExp(`^${dataset}`) }).click()
  }

  async start(): Promise<void> {
    await expect(this.plan).toContainText('Nothing stands in the way.')
    await this.plan.getByRole('button', { name: /^Train/ }).click()
  }

  /** The page of a run. */
  run(name: string): Locator {
    return this.page.locator('[data-view=run]').filter({ visible: true, hasText: name })
  }
}
