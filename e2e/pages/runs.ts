import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** The experiments at the left, and a view of their runs: table, cards, filter. */
export class RunsView {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Runs' })
  }

  experiment(name: string): Locator {
    return this.panel.getByRole('treegrid', { name: 'Experiments' }).getByRole('row', { name })
  }

  savedView(name: string): Locator {
    return this.panel.getByRole('treegrid', { name: 'Saved views' }).getByRole('row', { name })
  }

  get bar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Runs view' }).filter({ visible: true })
  }

  get table(): Locator {
    return this.page.getByRole('treegrid', { name: 'Runs' }).filter({ visible: true })
  }

  /** The rows in sight, from the top. */
  get rows(): Locator {
    return this.table.locator('[role=row][aria-level]').filter({ visible: true })
  }

  row(name: string | RegExp): Locator {
    return this.rows.filter({ has: this.page.locator('.rn-name', { hasText: name }) }).first()
  }

  /** The names of the rows in sight, from top to bottom. */
  async names(): Promise<string[]> {
    return this.rows.evaluateAll((rows) => rows.toSorted((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex'))).map((row) => row.querySelector('.rn-name')?.textContent ?? ''))
  }

  /** The text of a row under a head. */
  async value(row: Locator, head: string): Promise<string> {
    const at = await this.table.getByRole('columnheader', { name: head, exact: true }).getAttribute('aria-colindex')
    return (await row.locator(`[role=gridcell][aria-colindex="${at}"]`).innerText()).trim()
  }

  async ready(): Promise<void> {
    await expect(this.rows.first().locator('.rn-name')).toBeVisible({ timeout: 30_000 })
  }

  /** Such as `30 runs` or `12 of 30`. */
  async counts(text: string | RegExp, timeout = 30_000): Promise<void> {
    await expect(this.bar.getByRole('status')).toContainText(text, { timeout })
  }

  async filter(text: string): Promise<void> {
    const field = this.bar.getByRole('combobox', { name: 'Filter' })
    await field.fill(text)
    await field.press('Enter')
  }

  async sortBy(head: string): Promise<void> {
    await this.table.getByRole('columnheader', { name: head, exact: true }).getByText(head, { exact: true }).click()
  }

  async foldSeeds(): Promise<void> {
    await this.bar.getByRole('button', { name: /^Group/ }).click()
    await this.page.getByRole('dialog', { name: 'Group' }).getByRole('button', { name: 'Fold seeds together' }).click()
  }

  async open(row: Locator): Promise<void> {
    await row.locator('.rn-chevron').click()
    await expect(row).toHaveAttribute('aria-expanded', 'true')
  }

  async tick(row: Locator): Promise<void> {
    await row.hover()
    await row.locator('.rn-tick').click()
    await expect(row).toHaveAttribute('aria-selected', 'true')
  }

  /** Opens the chosen runs side by side. */
  async compare(count: number): Promise<void> {
    await this.bar.getByRole('button', { name: `Compare ${count}` }).click()
    await expect(this.compared.getByRole('heading', { level: 1 })).toHaveText(`${count} runs side by side`)
  }

  /** The runs that stand side by side. */
  get compared(): Locator {
    return this.page.locator('[data-view=runsCompare]').filter({ visible: true })
  }

  /** The page of a run. */
  get run(): Locator {
    return this.page.locator('[data-view=run]').filter({ visible: true })
  }

  async menu(row: Locator, item: string): Promise<void> {
    await row.locator('.rn-name').click({ button: 'right' })
    await this.page.getByRole('menuitem').filter({ has: this.page.getByText(item, { exact: true }) }).click()
  }

  card(title: string | RegExp): Locator {
    return this.page.getByRole('region', { name: 'Cards' }).filter({ visible: true }).getByRole('region', { name: title })
  }

  get brushes(): Locator {
    return this.page.getByRole('group', { name: 'Brushes', exact: true })
  }

  /** Drags along an axis of the parallel coordinates, from one share of its height to the other, counted from the top. */
  async brush(axis: string, from: number, to: number): Promise<void> {
    const card = this.card(/Parallel coordinates/)
    const head = card.getByRole('button', { name: new RegExp(`^${axis}, `) })
    await head.scrollIntoViewIfNeeded()
    const [named, area] = [await head.boundingBox(), await card.getByRole('group', { name: /runs pass the brushes/ }).boundingBox()]
    if (!named || !area) throw new Error(`The axis of ${axis} is not in sight.`)
    const [x, top, height] = [named.x + named.width / 2, area.y + 34, area.height - 80]
    await this.page.mouse.move(x, top + height * from)
    await this.page.mouse.down()
    await this.page.mouse.move(x, top + height * ((from + to) / 2), { steps: 4 })
    await this.page.mouse.move(x, top + height * to, { steps: 4 })
    await this.page.mouse.up()
  }

  async saveAs(name: string): Promise<void> {
    await this.bar.getByRole('button', { name: /^(view|usual)/ }).click()
    await this.page.getByRole('menuitem', { name: /^Save as/ }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Save the view' })
    await dialog.getByRole('textbox').fill(name)
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(dialog).toBeHidden()
  }
}
