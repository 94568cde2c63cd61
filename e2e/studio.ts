import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import type { Page, Response } from '@playwright/test'
import { datasets } from '#areas/datasets/contract.ts'
import { sampleSources } from '#sample/lay-out.ts'
import { ask, pause, quiet } from './ask.ts'
import { Studio } from './pages/studio.ts'
import { freshWorkspace, startServer } from './server.ts'
import type { Server } from './server.ts'

export { expect } from '@playwright/test'

interface Given {
  /** The studio's server on a workspace of its own, its first start behind it. */
  readonly server: Server
  /** The studio in a browser that has been let in. */
  readonly studio: Studio
  /** Keeps what the page looks like under test-results/views. */
  readonly shoot: (name: string) => Promise<void>
}

/** A journey: a real server, a fresh workspace, a browser. It also fails when the page throws or the server answers with a fault. */
export const test = base.extend<Given>({
  server: async ({ browserName: _ }, use, info) => {
    const workspace = await freshWorkspace()
    const server = await startServer({ root: workspace.root })
    await firstStartOver(server)
    await use(server)
    await server.stop()
    await info.attach('server', { body: server.lines().join('\n'), contentType: 'text/plain' })
    await workspace.remove()
  },
  page: async ({ page, server: _ }, use) => {
    const faults = faultsOf(page)
    await use(page)
    expect(await Promise.all(faults), 'the page throws nothing, and nothing is answered with a fault').toEqual([])
  },
  studio: async ({ page, server }, use) => {
    await page.goto(server.address())
    const studio = new Studio(page, server)
    await studio.ready()
    await use(studio)
  },
  shoot: async ({ page }, use) => {
    const folder = join(import.meta.dirname, '..', 'test-results', 'views')
    await mkdir(folder, { recursive: true })
    await use(async (name) => { await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' }) })
  },
})

/** Until the sample stands as data sets and nothing is at work. */
async function firstStartOver(server: Server): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const list = await ask(server, datasets.list, {})
    if (list.length >= sampleSources.length) break
    await pause(100)
  }
  await quiet(server)
}

function faultsOf(page: Page): Promise<string>[] {
  const faults: Promise<string>[] = []
  page.on('pageerror', (error) => faults.push(Promise.resolve(String(error.stack ?? error))))
  page.on('response', (response) => { if (response.status() >= 500) faults.push(faultIn(response)) })
  return faults
}

async function faultIn(response: Response): Promise<string> {
  const said = await response.text().catch(() => '')
  return `${response.status()} ${response.url()} ${said} for ${response.request().postData()?.slice(0, 2000) ?? ''}`
}
