import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { launchArgs } from './browser.ts'

// What environments download is kept between runs.
process.env.ATELIER_CACHE ??= join(import.meta.dirname, '..', 'node_modules', '.cache', 'atelier-environments')

const executablePath = process.env.ATELIER_CHROMIUM

export default defineConfig({
  testDir: 'journeys',
  outputDir: '../test-results/runs',
  fullyParallel: true,
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['line'], ['json', { outputFile: '../test-results/journeys.json' }]],
  use: {
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args: launchArgs(), ...(executablePath ? { executablePath } : {}) },
    permissions: ['clipboard-read', 'clipboard-write'],
  },
})
