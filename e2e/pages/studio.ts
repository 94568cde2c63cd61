import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { Server } from '../server.ts'
import { Comparison } from './comparison.ts'
import { Data } from './data.ts'
import { Document } from './document.ts'
import { EnvironmentsView } from './environments.ts'
import { Files } from './files.ts'
import { Palette } from './palette.ts'
import { Registry } from './registry.ts'
import { RunsView } from './runs.ts'
import { Training } from './training.ts'
import { Wrangler } from './wrangler.ts'

/** The whole window, as a person speaks of it. */
export class Studio {
  readonly page: Page
  readonly server: Server
  readonly palette: Palette
  readonly files: Files
  readonly data: Data
  readonly wrangler: Wrangler
  readonly comparison: Comparison
  readonly runs: RunsView
  readonly registry: Registry
  readonly environments: EnvironmentsView
  readonly training: Training

  constructor(page: Page, server: Server) {
    this.page = page
    this.server = server
    this.palette = new Palette(page)
    this.files = new Files(page)
    this.data = new Data(page)
    this.wrangler = new Wrangler(page)
    this.comparison = new Comparison(page)
    this.runs = new RunsView(page)
    this.registry = new Registry(page)
    this.environments = new EnvironmentsView(page)
    this.training = new Training(page)
  }

  async ready(): Promise<void> {
    await expect(this.work).toBeVisible()
    await expect(this.page.getByTitle('Connected to the server')).toBeVisible()
  }

  get work(): Locator {
    return this.page.getByRole('main', { name: 'Work' })
  }

  /** A view by its address, as one that was shared. */
  async go(kind: string, params: Readonly<Record<string, string>> = {}): Promise<void> {
    const query = new URLSearchParams(params).toString()
    await this.page.goto(`${this.server.url()}${kind === 'home' ? '' : `open/${kind}${query ? `?${query}` : ''}`}`)
    await this.ready()
  }

  async reload(): Promise<void> {
    await this.kept()
    await this.page.reload()
    await this.ready()
  }

  /** Signs this browser in again by the printed address. */
  async enterAgain(): Promise<void> {
    await this.page.goto(this.server.address())
    await this.ready()
  }

  /** Until the desk is kept by the server. */
  async kept(): Promise<void> {
    await expect(this.page.getByRole('contentinfo')).toContainText(/Saved$/)
    await this.page.waitForTimeout(700)
    await expect(this.page.getByRole('contentinfo')).toContainText(/Saved$/)
  }

  tab(name: string | RegExp): Locator {
    return this.work.getByRole('tab', { name }).first()
  }

  /** The names of the tabs, group by group. */
  async groups(): Promise<string[][]> {
    const groups = await this.work.locator('.flexlayout__tabset').all()
    return Promise.all(groups.map((group) => group.locator('.flexlayout__tab_button').allInnerTexts()))
  }

  notice(text: string | RegExp): Locator {
    return this.page.getByRole('status', { name: 'News' }).getByText(text)
  }

  /** The button on the newest notice, such as Undo. */
  /** Of the notice with that text, once it is there. */
  async answerNotice(label: string, text: string | RegExp): Promise<void> {
    await this.page.getByRole('status', { name: 'News' }).locator('.toast', { hasText: text }).getByRole('button', { name: label }).click()
  }

  async panel(name: 'Files' | 'Data' | 'Jobs' | 'Runs' | 'Models'): Promise<void> {
    const button = this.page.getByRole('navigation', { name: 'Panels', exact: true }).getByRole('button', { name, exact: true })
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
  }

  /** `light` or `dark`, as it is painted. */
  theme(): Promise<string | null> {
    return this.page.locator('html').getAttribute('data-theme')
  }

  document(name: string): Document {
    return new Document(this.page, name)
  }
}
