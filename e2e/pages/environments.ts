import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** Environments: their list, the page of one, and two side by side. */
export class EnvironmentsView {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get list(): Locator {
    return this.page.getByRole('region', { name: 'List of environments' })
  }

  row(name: string): Locator {
    return this.list.getByRole('row').filter({ has: this.page.getByRole('button', { name, exact: true }) })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  /** The bar of an environment that is open. */
  bar(name: string): Locator {
    return this.page.getByRole('toolbar', { name: `Environment ${name}` }).filter({ visible: true })
  }

  get log(): Locator {
    return this.page.getByRole('region', { name: 'Lines of the log' }).filter({ visible: true })
  }

  get phases(): Locator {
    return this.page.getByRole('list', { name: 'Phases of the build' }).filter({ visible: true })
  }

  get packages(): Locator {
    return this.page.getByRole('grid', { name: /^Packages of/ }).filter({ visible: true })
  }

  async show(tab: 'Overview' | 'Packages' | 'Lock' | 'Last build' | 'Used by'): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${tab}`) }).filter({ visible: true }).last().click()
  }

  /** Fills in the dialog that stands open and builds what it declares. */
  async declare({ name, requirements, variables = '' }: { readonly name: string; readonly requirements: string; readonly variables?: string }): Promise<void> {
    await this.dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
    await this.dialog.getByRole('textbox', { name: /^Requirements/ }).fill(requirements)
    await this.dialog.getByRole('textbox', { name: /^Variables/ }).fill(variables)
    await this.dialog.getByRole('button', { name: 'Create and build' }).click()
    await expect(this.dialog).toBeHidden()
  }

  async buildAnew(): Promise<void> {
    await this.page.getByRole('button', { name: 'More', exact: true }).filter({ visible: true }).last().click()
    await this.page.getByRole('menuitem', { name: 'Build anew from nothing' }).click()
  }
}
