import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** One field that finds and runs everything. */
export class Palette {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get field(): Locator {
    return this.page.getByRole('combobox', { name: 'Search or run a command' })
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k')
    await expect(this.field).toBeFocused()
  }

  /** Types, waits until what is meant stands first, and takes it. */
  async run(words: string, first: string | RegExp = words): Promise<void> {
    await this.open()
    await this.page.keyboard.type(words)
    await expect(this.page.getByRole('option', { selected: true })).toContainText(first)
    await this.page.keyboard.press('Enter')
    await expect(this.field).toBeHidden()
  }
}
