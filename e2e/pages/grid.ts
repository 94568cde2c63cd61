import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** The table. Rows and columns count from 1, as a person counts. */
export class Grid {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get table(): Locator {
    return this.page.getByRole('grid', { name: /^Rows of / }).filter({ visible: true }).first()
  }

  head(column: string): Locator {
    return this.table.getByRole('columnheader', { name: column, exact: true })
  }

  cell(row: number, column: number): Locator {
    return this.table.locator(`[role=row][aria-rowindex="${row + 1}"] [role=gridcell][aria-colindex="${column + 1}"]`)
  }

  /** The texts of a column in the first rows. */
  async texts(column: number, rows: number): Promise<string[]> {
    return Promise.all(Array.from({ length: rows }, (_, i) => this.cell(i + 1, column).innerText()))
  }

  async sortBy(column: string): Promise<void> {
    await this.head(column).getByText(column, { exact: true }).click()
  }

  async menu(column: string, item: string): Promise<void> {
    await this.head(column).click({ button: 'right', position: { x: 8, y: 8 } })
    await this.page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  /** Drags over a part of the column's histogram; shares of its width. */
  async brush(column: string, from: number, to: number): Promise<void> {
    const bars = this.head(column).getByRole('slider')
    await expect(bars).toBeVisible()
    const box = await bars.boundingBox()
    if (!box) throw new Error(`The histogram of ${column} is not in sight.`)
    const y = box.y + box.height / 2
    await this.page.mouse.move(box.x + box.width * from, y)
    await this.page.mouse.down()
    await this.page.mouse.move(box.x + box.width * ((from + to) / 2), y, { steps: 4 })
    await this.page.mouse.move(box.x + box.width * to, y, { steps: 4 })
    await this.page.mouse.up()
  }

  async goTo(row: number): Promise<void> {
    await this.table.focus()
    await this.page.keyboard.press('ControlOrMeta+g')
    const dialog = this.page.getByRole('dialog', { name: 'Go to row' })
    await dialog.getByRole('textbox').fill(String(row))
    await this.page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  }
}
