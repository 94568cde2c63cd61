import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { ExecFileSyncOptions } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from '@playwright/test'

const minutes = 60_000
const places = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium', '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a Chromium: the one named, Playwright's own, the system's, or one that is installed now. Says in one line which. */
export function findChromium(say: (line: string) => void): string {
  const named = process.env.ATELIER_CHROMIUM
  if (named !== undefined && !existsSync(named)) throw new Error(`ATELIER_CHROMIUM names ${named}, which is not there. Name another, or take the variable away.`)
  const found = named ?? there(chromium.executablePath()) ?? systems() ?? installedByPlaywright(say) ?? installedByDebian(say)
  if (found === undefined) throw new Error('There is no Chromium, and none could be installed. Install Chromium or Chrome, or name one by ATELIER_CHROMIUM=/path/to/chromium.')
  say(`Browser: ${found}${named === undefined ? '' : ' (from ATELIER_CHROMIUM)'}`)
  return found
}

/** Root in a container has no sandbox; Debian's build asks its own services unless told not to. */
export function launchArgs(): string[] {
  const root = process.getuid?.() === 0
  return [...(root ? ['--no-sandbox'] : []), '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
}

function there(path: string): string | undefined {
  return existsSync(path) ? path : undefined
}

function systems(): string | undefined {
  return places.find((path) => existsSync(path))
}

function installedByPlaywright(say: (line: string) => void): string | undefined {
  say('No Chromium is installed. Playwright is asked for its own …')
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 3 * minutes })
  return status === 0 ? there(chromium.executablePath()) : undefined
}

function installedByDebian(say: (line: string) => void): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say('Playwright’s own cannot be fetched. Debian is asked for chromium …')
  const quiet: ExecFileSyncOptions = { stdio: ['ignore', 'ignore', 'inherit'], timeout: 10 * minutes, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  try {
    execFileSync('apt-get', ['update'], quiet)
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet)
  } catch {
    return undefined
  }
  return systems()
}
