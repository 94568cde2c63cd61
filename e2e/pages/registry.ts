import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** Registered models: their list at the left, a model, a version, the inbox, and how a version is made and decided. */
export class Registry {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Models' })
  }

  model(name: string): Locator {
    return this.panel.getByRole('row', { name, exact: true })
  }

  /** The bar of a version that is open. */
  version(model: string, version: number): Locator {
    return this.page.getByRole('toolbar', { name: `Version ${version} of ${model}` }).filter({ visible: true })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  async show(tab: 'Overview' | 'Signature' | 'Data' | 'Model card' | 'Lineage' | 'Activity' | 'Versions' | 'Policy'): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${tab}`) }).filter({ visible: true }).last().click()
  }

  /** Fills in what a run’s page left open and sends it. */
  async register({ model, description }: { readonly model: string; readonly description: string }): Promise<void> {
    const form = this.page.getByRole('form', { name: 'Register a model' })
    await form.getByRole('textbox', { name: 'Description' }).fill(description)
    await form.getByRole('combobox', { name: 'Model', exact: true }).fill(model)
    await this.page.keyboard.press('Tab')
    await form.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(form).toBeHidden()
  }

  get inbox(): Locator {
    return this.page.getByRole('list', { name: 'Versions to decide' })
  }

  waiting(title: string): Locator {
    return this.inbox.getByRole('listitem').filter({ has: this.page.getByRole('button', { name: title, exact: true }) })
  }

  /** An item of the evidence by its words. */
  evidence(words: string): Locator {
    return this.page.getByRole('list', { name: 'Evidence', exact: true }).filter({ visible: true }).getByRole('listitem').filter({ hasText: words })
  }

  async comment(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Comment' }).filter({ visible: true }).fill(text)
    await this.page.getByRole('button', { name: 'Comment', exact: true }).filter({ visible: true }).click()
    await expect(this.log.getByText(text)).toBeVisible()
  }

  /** Approves a version whose evidence is all there. */
  async approve(model: string, version: number, { alias }: { readonly alias: string }): Promise<void> {
    await this.version(model, version).getByRole('button', { name: 'Approve' }).click()
    await expect(this.dialog).toContainText(/All \d+ items of the policy are met/)
    await this.dialog.getByRole('combobox', { name: 'Alias' }).fill(alias)
    await this.page.keyboard.press('Tab')
    await this.dialog.getByRole('button', { name: 'Approve', exact: true }).click()
    await expect(this.dialog).toBeHidden()
  }

  /** Entries of the log that is in sight, the newest first. */
  get log(): Locator {
    return this.page.getByRole('list', { name: 'Activity' }).filter({ visible: true })
  }
}
