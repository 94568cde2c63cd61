import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Studio } from '../pages/studio.ts'
import { expect, test } from '../studio.ts'

test('the palette runs a command, finds a file and a data set', async ({ studio }) => {
  await studio.palette.run('Settings', 'Settings')
  await expect(studio.tab('Settings')).toHaveAttribute('aria-selected', 'true')
  await studio.palette.run('penguins', 'penguins.json')
  await expect(studio.tab(/penguins\.json/)).toBeVisible()
  await studio.palette.run('birdstrikes', /birdstrikes/)
  await expect(studio.tab(/birdstrikes/)).toBeVisible()
})

test('a desk that was split stands the same after a reload, in another browser and after a restart', async ({ studio, server, browser, page }) => {
  await studio.palette.run('Settings', 'Settings')
  await studio.palette.run('README', 'README.md')
  await page.keyboard.press('ControlOrMeta+\\')
  await expect.poll(() => studio.groups()).toEqual([['Home', 'Settings'], ['README.md']])
  await studio.reload()
  expect(await studio.groups()).toEqual([['Home', 'Settings'], ['README.md']])

  const other = await browser.newContext({ extraHTTPHeaders: { authorization: `Bearer ${server.token}` }, viewport: { width: 1024, height: 768 } })
  const there = new Studio(await other.newPage(), server)
  await there.go('home')
  await expect.poll(() => there.groups()).toEqual([['Home', 'Settings'], ['README.md']])
  await other.close()

  await studio.kept()
  await server.restart()
  await studio.reload()
  expect(await studio.groups()).toEqual([['Home', 'Settings'], ['README.md']])
})

test('a page that stays open goes on after the server was killed and started again, and is told when it is signed out', async ({ studio, server, page }) => {
  const connected = page.getByTitle('Connected to the server')
  await server.kill9()
  await expect(page.getByText('No answer from the server.')).toBeVisible({ timeout: 30_000 })
  await server.restart()
  await expect(connected).toBeVisible({ timeout: 30_000 })
  await studio.palette.run('Settings', 'Settings')
  await studio.kept()

  await server.stop()
  await rm(join(server.root, '.atelier', 'browsers.json'))
  await server.restart()
  await expect(page.getByText('This browser is signed out.')).toBeVisible({ timeout: 30_000 })
  await studio.enterAgain()
  await expect.poll(() => studio.groups()).toEqual([['Home', 'Settings']])
})

test('the keyboard goes round the regions, and tabs move, close and come back by it', async ({ studio, page }) => {
  await studio.palette.run('Settings', 'Settings')
  const seen: (string | null)[] = []
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('F6')
    seen.push(await page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? null))
  }
  expect(new Set(seen)).toEqual(new Set(['top', 'rail-left', 'side-left', 'dock', 'status']))
  await studio.tab('Settings').click()
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await expect.poll(() => studio.groups()).toEqual([['Settings', 'Home']])
  await page.keyboard.press('Alt+w')
  await expect.poll(() => studio.groups()).toEqual([['Home']])
  await page.keyboard.press('Alt+Shift+t')
  await expect.poll(async () => (await studio.groups()).flat().toSorted()).toEqual(['Home', 'Settings'])
})

test('theme and keys are settings: as a form, and as a file that may be wrong', async ({ studio, page, server }) => {
  await studio.go('settings')
  expect(await studio.theme()).toBe('light')
  await page.getByRole('radiogroup', { name: 'Theme' }).getByText('Dark').click()
  await expect.poll(() => studio.theme()).toBe('dark')
  await page.getByRole('button', { name: 'Change the key of: Home' }).click()
  await page.keyboard.press('Alt+j')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await studio.reload()
  expect(await studio.theme()).toBe('dark')
  await page.keyboard.press('Alt+j')
  await expect(studio.tab('Home')).toHaveAttribute('aria-selected', 'true')

  const { body } = await server.ask('workspaces.settingsFile', {})
  expect(JSON.parse(String(Reflect.get(Object(body), 'text')))).toMatchObject({ theme: 'dark', keys: { 'studio.home': 'Alt+J' } })
  await studio.go('settings', { as: 'file' })
  const file = page.getByRole('textbox', { name: 'settings.json' })
  await expect(file).toBeAttached()
  await file.focus()
  for (const key of ['ControlOrMeta+a', 'Delete']) await page.keyboard.press(key)
  await page.keyboard.type('{"keys": {"stu', { delay: 20 })
  await expect(page.getByRole('option', { name: /studio\.home/ })).toBeVisible()
  for (const key of ['Escape', 'ControlOrMeta+a', 'Delete']) await page.keyboard.press(key)
  await page.keyboard.insertText('{"theme": "purple"}')
  await expect(page.locator('.squiggly-warning, .squiggly-error').first()).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'theme is one of system, light, dark' })).toBeVisible()
  expect(await studio.theme()).toBe('dark')
})

test('another session is another desk with the same data', async ({ studio, page }) => {
  await studio.palette.run('Settings', 'Settings')
  await page.getByRole('button', { name: /^Workspace my work/ }).click()
  await page.getByRole('menuitem', { name: 'New session…' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Überblick 2')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/s\//)
  await studio.ready()
  await expect.poll(() => studio.groups()).toEqual([['Home']])
  await page.getByRole('button', { name: /^Workspace my work/ }).click()
  await page.getByRole('menuitemradio', { name: 'default' }).or(page.getByRole('menuitemcheckbox', { name: 'default' })).or(page.getByRole('menuitem', { name: 'default' })).click()
  await expect.poll(() => studio.groups()).toEqual([['Home', 'Settings']])
})

test('two windows on one session take no tabs from each other, and it is told', async ({ studio, server, page, context }) => {
  const there = new Studio(await context.newPage(), server)
  await there.go('home')
  await studio.palette.run('Settings', 'Settings')
  await studio.kept()
  await there.palette.run('README', 'README.md')
  await there.kept()
  await expect(there.notice('This session is open in another window too.')).toBeVisible()
  await there.page.close()
  await page.reload()
  await studio.ready()
  await expect.poll(async () => (await studio.groups()).flat().toSorted()).toEqual(['Home', 'README.md', 'Settings'])
})
