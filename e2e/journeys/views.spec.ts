import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../studio.ts'
import { views } from './views.ts'

const schemes = ['light', 'dark'] as const
const sizes = { '1440': { width: 1440, height: 900 }, '1024': { width: 1024, height: 768 } } as const

for (const [group, members] of Object.entries(views)) {
  test(`axe finds nothing in the views of ${group}, light and dark`, async ({ studio, page, shoot }) => {
    test.setTimeout(60_000 + members.length * 30_000)
    for (const { name, open } of members) {
      await test.step(name, async () => {
        await page.setViewportSize(sizes['1440'])
        await open(studio)
        await drawn(page)
        for (const scheme of schemes) {
          await page.emulateMedia({ colorScheme: scheme })
          await expect.poll(() => studio.theme()).toBe(scheme)
          await page.setViewportSize(sizes['1440'])
          await settled(page)
          await shoot(`${name}-${scheme}`)
          expect.soft(await violations(page), `${name}, ${scheme}`).toEqual([])
          await page.setViewportSize(sizes['1024'])
          await settled(page)
          await shoot(`${name}-${scheme}-1024`)
        }
      })
    }
  })
}

/** Until no skeleton stands any more. */
async function drawn(page: Page): Promise<void> {
  await expect(page.locator('.skeleton').filter({ visible: true })).toHaveCount(0, { timeout: 60_000 })
}

/** Two frames and what moves in them. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await page.waitForTimeout(200)
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze()
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help} at ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')}`)
}
