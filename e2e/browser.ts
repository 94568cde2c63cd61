import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from '@playwright/test'

const minutes = 60_000
const places = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium', '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

type Say = (line: string) => void

/** The path of a Chromium that starts: the one named, Playwright's own, the system's, or one that is installed now. Says in one line which. */
export function findChromium(say: Say): string {
  const named = process.env.ATELIER_CHROMIUM
  if (named !== undefined && !existsSync(named)) throw new Error(`ATELIER_CHROMIUM names ${named}, which is not there. Name another, or take the variable away.`)
  const refusals: string[] = []
  const found = named ?? there([chromium.executablePath(), ...places]) ?? installedByPlaywright(say, refusals) ?? installedByDebian(say, refusals)
  if (found === undefined) throw new Error(`There is no Chromium, and none could be installed. Install Chromium or Chrome, or name one by ATELIER_CHROMIUM=/path/to/chromium.\n${refusals.join('\n')}`)
  say(`Browser: ${found}${named === undefined ? '' : ' (from ATELIER_CHROMIUM)'}`)
  return found
}

/** Root in a container has no sandbox; Debian's build asks its own services unless told not to. */
export function launchArgs(): string[] {
  const root = process.getuid?.() === 0
  return [...(root ? ['--no-sandbox'] : []), '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
}

/** The first that is there and starts: a system may hold a stub that only says how to install one, or one whose libraries are missing. */
function there(paths: readonly string[]): string | undefined {
  return paths.find((path) => existsSync(path) && (process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: minutes }).status === 0))
}

function installedByPlaywright(say: Say, refusals: string[]): string | undefined {
  say('No Chromium is installed. Playwright is asked for its own …')
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')
  if (!done(process.execPath, [cli, 'install', 'chromium'], 3, refusals)) return undefined
  const found = there([chromium.executablePath()])
  if (found !== undefined) return found
  say('It lacks libraries of the system, which are asked for …')
  return done(process.execPath, [cli, 'install-deps', 'chromium'], 10, refusals) ? there([chromium.executablePath()]) : undefined
}

function installedByDebian(say: Say, refusals: string[]): string | undefined {
  if (!existsSync('/usr/bin/apt-get')) return undefined
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...words: string[]) => {
    const [command = '', ...args] = [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...words]
    return done(command, args, 10, refusals)
  }
  say('Playwright’s own cannot be had. Debian is asked for chromium …')
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium') ? there(places) : undefined
}

/** Runs to its end and keeps quiet, unless nothing else helps: then its last words are told. */
function done(command: string, args: readonly string[], most: number, refusals: string[]): boolean {
  const { status, stderr, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', timeout: most * minutes })
  if (status === 0) return true
  const words = (stderr ?? '').split('\n').filter((line) => /^(E:|Error:|sudo:)|not found|Failed/.test(line)).at(-1) ?? error?.message ?? `ended with ${status}`
  refusals.push(`${[command, ...args].join(' ')}: ${words}`)
  return false
}
