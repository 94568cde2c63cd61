import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildIfStale } from '#node/build.ts'
import { findChromium } from './browser.ts'

const home = join(import.meta.dirname, '..')
const results = join(home, 'test-results')

/** `npm run journeys [-- what Playwright test takes]`: finds a browser, builds the page once, runs the journeys, ends with the count. */
async function main(): Promise<number> {
  const executable = findChromium(say)
  await buildIfStale(say)
  await rm(results, { recursive: true, force: true })
  await mkdir(results, { recursive: true })
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')
  const code = await ended(spawn(process.execPath, [cli, 'test', '-c', join(home, 'e2e', 'playwright.config.ts'), ...process.argv.slice(2)], {
    cwd: home, stdio: 'inherit', env: { ...process.env, ATELIER_CHROMIUM: executable },
  }))
  const { passed, failed } = await counted()
  console.log(`${passed} passed, ${failed} failed`)
  return code || (passed === 0 || failed > 0 ? 1 : 0)
}

function ended(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}

async function counted(): Promise<{ passed: number; failed: number }> {
  const text = await readFile(join(results, 'journeys.json'), 'utf8').catch(() => '{"stats":{"expected":0,"flaky":0,"unexpected":0}}')
  const { stats } = JSON.parse(text)
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
}

function say(line: string): void {
  console.log(line)
}

process.exitCode = await main()
