import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** The file browser at the left. */
export class Files {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Files' })
  }

  row(name: string | RegExp): Locator {
    return this.panel.getByRole('row', { name, exact: true })
  }

  async openFolder(name: string): Promise<void> {
    const row = this.row(name)
    if ((await row.getAttribute('aria-expanded')) !== 'true') await row.dblclick()
    await expect(row).toHaveAttribute('aria-expanded', 'true')
  }

  async open(name: string): Promise<void> {
    await this.row(name).dblclick()
  }

  async openWith(name: string, viewer: string): Promise<void> {
    await this.menuOf(name, 'Open with')
    await this.page.getByRole('menuitem', { name: viewer, exact: true }).click()
  }

  async newFile(name: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'New file' }).click()
    await this.name(name)
  }

  async newFolder(name: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'New folder' }).click()
    await this.name(name)
  }

  async rename(from: string, to: string): Promise<void> {
    await this.row(from).click()
    await this.page.keyboard.press('F2')
    await this.page.getByRole('textbox', { name: `New name of ${from}` }).fill(to)
    await this.page.keyboard.press('Enter')
  }

  async delete(name: string): Promise<void> {
    await this.menuOf(name, 'Delete')
  }

  async upload(files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser')
    await this.panel.getByRole('button', { name: 'Upload files' }).click()
    const chooser = await choosing
    await chooser.setFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))
  }

  async find(text: string): Promise<void> {
    await this.panel.getByRole('searchbox', { name: 'Find a file' }).fill(text)
  }

  /** Takes a line of the row's menu. */
  async choose(name: string, item: string): Promise<void> {
    await this.menuOf(name, item)
  }

  private async menuOf(name: string, item: string): Promise<void> {
    await this.row(name).click({ button: 'right' })
    await this.page.getByRole('menuitem', { name: item, exact: false }).first().click()
  }

  private async name(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
    await this.page.keyboard.press('Enter')
  }
}
