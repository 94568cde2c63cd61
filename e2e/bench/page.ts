import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { z } from 'zod'
import { launchArgs } from '../browser.ts'
import type { Bench, Figure } from './figure.ts'

const dist = join(import.meta.dirname, '..', '..', 'dist')
const Manifest = z.record(z.string(), z.object({ file: z.string(), isEntry: z.boolean().optional(), imports: z.array(z.string()).default([]) }))

/** The scripts that a browser must have before it can show something, as the build knows them and as a browser fetched them. */
export async function* pageBench({ server, chromium: executable }: Bench): AsyncGenerator<Figure> {
  const linked = await closure()
  yield { figure: 'JavaScript of the entry and what it imports', value: await zippedSize(linked), unit: 'kB gzip', limit: 300, note: `${linked.length} files` }
  const browser = await chromium.launch({ executablePath: executable(), args: launchArgs() })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(watchFirstView)
  await server.restart()
  await page.goto(server.address())
  const shown = Number(await (await page.waitForFunction(() => window.firstView)).jsonValue())
  await page.waitForLoadState('networkidle')
  const before = await page.evaluate(scriptsUntil, shown)
  yield { figure: 'JavaScript fetched before the first view', value: await zippedSize(before), unit: 'kB gzip', limit: 300, note: `${before.length} files, as a browser asked for them` }
  yield { figure: 'address to first view', value: shown, unit: 'ms', note: 'a browser that has nothing cached' }
  await browser.close()
}

/** In the page: notes when the first heading of the work area stands. */
function watchFirstView(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('main[aria-label=Work] :is(h1, h2)')) return
    observer.disconnect()
    window.firstView = performance.now()
  }).observe(document, { childList: true, subtree: true, attributes: true })
}

/** In the page: the scripts that were asked for until then. */
function scriptsUntil(moment: number): string[] {
  return performance.getEntriesByType('resource').filter(({ name, startTime }) => startTime <= moment && new URL(name).pathname.endsWith('.js')).map(({ name }) => new URL(name).pathname)
}

declare global {
  interface Window { firstView?: number }
}

async function closure(): Promise<string[]> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(dist, '.vite', 'manifest.json'), 'utf8')))
  const seen = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk || seen.has(chunk.file)) return
    seen.add(chunk.file)
    chunk.imports.forEach(visit)
  }
  Object.entries(manifest).filter(([, { isEntry }]) => isEntry).forEach(([key]) => visit(key))
  return [...seen]
}

async function zippedSize(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all([...new Set(files)].map(async (file) => gzipSync(await readFile(join(dist, file))).length))
  return sizes.reduce((a, b) => a + b, 0) / 1000
}
