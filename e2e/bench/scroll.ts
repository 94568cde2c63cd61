import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { wrangler } from '#areas/wrangler/contract.ts'
import { ask, pause } from '../ask.ts'
import { launchArgs } from '../browser.ts'
import { Studio } from '../pages/studio.ts'
import { quantile } from './figure.ts'
import type { Bench, Figure } from './figure.ts'

const far = 73_456_789
const seconds = 6

/** Frames while a person turns the wheel over the big file, and the way to a far row and back. */
export async function* scrollBench({ server, recipe, rows, dataset, chromium: executable }: Bench): AsyncGenerator<Figure> {
  const browser = await chromium.launch({ executablePath: executable(), args: launchArgs() })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, extraHTTPHeaders: { authorization: `Bearer ${server.token}` } })
  const studio = new Studio(page, server)
  const began = performance.now()
  await studio.go('wrangler', { dataset })
  await studio.wrangler.grid.cell(1, 1).waitFor()
  yield { figure: 'address to first rows on screen', value: performance.now() - began, unit: 'ms', note: 'page, scripts and rows, in a browser that has nothing cached' }
  await pause(3000)

  const still = await framesOver(page, () => pause(2000))
  const box = await studio.wrangler.grid.table.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 400, (box?.y ?? 0) + 400)
  const slow = await framesOver(page, () => turn(page, 120))
  const fast = await framesOver(page, () => turn(page, 1200))
  const note = `the browser’s own frames over ${seconds} s of wheel, drawn by software; at rest p95 is ${quantile(still, 0.95).toFixed(1)} ms`
  yield { figure: 'frame p95, wheel', value: quantile(slow, 0.95), unit: 'ms', limit: 17, note: `${slow.length} frames; ${note}` }
  yield { figure: 'frame p95, fast wheel', value: quantile(fast, 0.95), unit: 'ms', limit: 17, note: `${fast.length} frames; ${note}` }

  for (const row of [Math.min(far, rows), 1]) {
    const { rows: [there] } = await ask(server, wrangler.window, { recipe, page: { from: row - 1, size: 1 } })
    const asked = performance.now()
    await studio.wrangler.grid.goTo(row)
    const cell = studio.wrangler.grid.cell(row, 1)
    await cell.filter({ hasText: /\S/ }).waitFor()
    const ms = performance.now() - asked
    const shown = (await cell.innerText()).replaceAll(/\D/g, '')
    if (shown !== String(there?.[0])) throw new Error(`Row ${row} shows ${shown}; it holds ${String(there?.[0])}.`)
    yield { figure: `go to row ${row.toLocaleString('en')}`, value: ms, unit: 'ms', note: 'from the key to its cells on screen, typing the number included; the first cell is the right one' }
  }
  await browser.close()
}

export async function turn(page: Page, by: number): Promise<void> {
  const until = performance.now() + seconds * 1000
  for (let i = 0; performance.now() < until; i++) {
    await page.mouse.wheel(0, i % 200 < 150 ? by : -by)
    await pause(12)
  }
}

/** Milliseconds between the frames while something is done. */
export async function framesOver(page: Page, doing: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    const watch = (at: number) => {
      times.push(at)
      if (!document.documentElement.dataset['benchOver']) requestAnimationFrame(watch)
      else document.documentElement.dataset['benchOver'] = JSON.stringify(times)
    }
    delete document.documentElement.dataset['benchOver']
    requestAnimationFrame(watch)
  })
  await doing()
  const text = await page.evaluate(async () => {
    document.documentElement.dataset['benchOver'] = 'now'
    await new Promise((resolve) => setTimeout(resolve, 100))
    return document.documentElement.dataset['benchOver'] ?? '[]'
  })
  const times: number[] = JSON.parse(text)
  return times.slice(1).map((at, i) => at - (times[i] ?? at))
}
