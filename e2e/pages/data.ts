import type { Locator, Page } from '@playwright/test'

/** The data sets: their list at the left, one of them in a tab, and how a file is read in. */
export class Data {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Data' })
  }

  row(name: string): Locator {
    return this.panel.getByRole('row', { name, exact: true })
  }

  async open(name: string): Promise<void> {
    await this.row(name).dblclick()
  }

  /** The bar of the data set that is open. */
  bar(name: string): Locator {
    return this.page.getByRole('toolbar', { name: `Data set ${name}` })
  }

  async show(tab: 'Preview' | 'Profile' | 'Schema' | 'History' | 'Rejects' | 'Files' | 'Table'): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${tab}`) }).last().click()
  }

  get rejects(): Locator {
    return this.page.getByRole('region', { name: 'Rejects' })
  }

  get importBar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Import' })
  }

  async import(): Promise<void> {
    await this.importBar.getByRole('button', { name: /^Import/ }).click()
  }

  async compare(older: number, newer: number): Promise<void> {
    await this.show('History')
    for (const version of [older, newer]) await this.page.getByRole('checkbox', { name: `Compare version ${version}` }).check({ force: true })
    await this.page.getByRole('button', { name: 'Compare', exact: true }).click()
  }
}
