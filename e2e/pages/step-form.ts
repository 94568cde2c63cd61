import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** The form of the step that is being written. */
export class StepForm {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  of(title: string): Locator {
    return this.page.getByRole('form', { name: new RegExp(`: ${title}$`) })
  }

  get any(): Locator {
    return this.page.getByRole('form', { name: /^(New|Edit) step: / })
  }

  /** A list that stands open at the first field hides the rest until one goes on. */
  async closeList(): Promise<void> {
    if (await this.page.locator('form.wr-form [role=combobox][aria-expanded=true]').isVisible()) await this.page.keyboard.press('Tab')
  }

  /** Chooses one of a searchable list. */
  async choose(field: Locator, option: string): Promise<void> {
    await field.click()
    await field.fill(option)
    await this.page.getByRole('option', { name: option }).first().click()
  }

  async column(label: string, name: string): Promise<void> {
    await this.choose(this.any.getByRole('combobox', { name: label }), name)
  }

  /** Ticks columns in a list of them. */
  async columns(label: string, names: readonly string[]): Promise<void> {
    const group = this.any.getByRole('group', { name: label, exact: true })
    for (const name of names) await group.getByText(name, { exact: true }).click()
  }

  async fill(label: string, value: string): Promise<void> {
    const field = this.any.getByRole('textbox', { name: label, exact: true })
    await field.fill(value)
    await field.blur()
  }

  /** Writes into a field of code. */
  async code(label: string | RegExp, text: string): Promise<void> {
    const field = this.any.getByRole('textbox', { name: label }).last()
    await expect(field).toBeAttached()
    await field.focus()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(text)
  }

  async pick(label: string, option: string): Promise<void> {
    const group = this.any.getByRole('group', { name: label, exact: true }).first()
    if ((await group.count()) > 0) {
      await group.getByRole('radio', { name: option, exact: true }).click()
      return
    }
    await this.any.getByRole('button', { name: new RegExp(label) }).click()
    await this.page.getByRole('option', { name: option, exact: true }).click()
  }

  /** What the step would do, as it says before it is applied. */
  get effect(): Locator {
    return this.any.locator('.wr-formfoot')
  }

  async apply(): Promise<void> {
    const form = this.any
    await form.getByRole('button', { name: /^Apply/ }).click()
    await expect(form).toBeHidden()
  }
}
