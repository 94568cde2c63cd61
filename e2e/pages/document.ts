import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** A text file in its editor. */
export class Document {
  readonly page: Page
  readonly name: string

  constructor(page: Page, name: string) {
    this.page = page
    this.name = name
  }

  get bar(): Locator {
    return this.page.getByRole('toolbar', { name: `File ${this.name}` })
  }

  /** The browser's own place for typing, which has no size. */
  get editor(): Locator {
    return this.page.getByRole('textbox', { name: `Text of ${this.name}` })
  }

  get conflict(): Locator {
    return this.page.getByRole('alert').filter({ hasText: this.name })
  }

  /** Replaces the whole text. */
  async write(text: string): Promise<void> {
    await expect(this.editor).toBeAttached()
    await this.editor.focus()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(text)
    await expect(this.bar.getByText('unsaved')).toBeVisible()
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+s')
    await expect(this.bar.getByText('unsaved')).toBeHidden()
  }
}
