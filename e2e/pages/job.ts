import type { Locator, Page } from '@playwright/test'

/** The page of a job that runs a command. */
export class JobPage {
  readonly page: Page
  readonly view: Locator
  readonly log: Locator

  constructor(page: Page) {
    this.page = page
    this.view = page.locator('[data-view=job]').filter({ visible: true })
    this.log = this.view.getByRole('region', { name: 'Lines of the log' })
  }

  line(text: string | RegExp): Locator {
    return this.log.locator('.logtext').filter({ hasText: text })
  }

  button(name: string | RegExp): Locator {
    return this.view.getByRole('button', { name })
  }

  state(): Locator {
    return this.view.getByRole('toolbar', { name: 'Job', exact: true }).getByRole('status')
  }

  async tab(name: string): Promise<void> {
    await this.view.getByRole('tab', { name }).click()
  }
}
