import type { Locator, Page } from '@playwright/test'

/** Two versions side by side. */
export class Comparison {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get bar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Comparison' })
  }

  /** Rows, bytes and what became of the columns. */
  get totals(): Locator {
    return this.columns.getByRole('paragraph').first()
  }

  get columns(): Locator {
    return this.page.getByRole('region', { name: 'Columns compared' })
  }
}
