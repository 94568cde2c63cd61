import { request } from 'node:http'
import { expect, test } from '../studio.ts'
import type { Server } from '../server.ts'

test('a first start lays out a small real project', async ({ studio, page }) => {
  const cards = page.getByRole('region', { name: 'Data sets' })
  for (const name of ['flights', 'birdstrikes', 'movies', 'icons']) await expect(cards.getByRole('link', { name: new RegExp(`^${name}`) })).toBeVisible()
  await studio.panel('Files')
  await expect(studio.files.row('README.md')).toBeVisible()
  await studio.files.openFolder('data')
  await expect(studio.files.row('flights-3m.parquet')).toBeVisible()
  await studio.panel('Data')
  await studio.data.open('icons')
  await expect(page.getByRole('img', { name: /7zip\.png/ })).toBeVisible()
})

test('a second start does not touch what the user has', async ({ server }) => {
  const before = await server.ask('files.list', { folder: '' })
  await server.restart()
  const after = await server.ask('files.list', { folder: '' })
  expect(after.body).toEqual(before.body)
})

test('the gate refuses a foreign host, origin and site, and whoever has no key', async ({ server, page, browser }) => {
  const key = { authorization: `Bearer ${server.token}` }
  const { host } = new URL(server.url())
  const asks: [string, Record<string, string>, number][] = [
    ['no key', { host }, 401],
    ['a wrong key', { host, authorization: 'Bearer nonsense' }, 401],
    ['a foreign host, as after DNS rebinding', { host: 'evil.example', ...key }, 403],
    ['a foreign origin', { host, origin: 'https://evil.example', ...key }, 403],
    ['the origin of a file', { host, origin: 'null', ...key }, 403],
    ['another site of the browser', { host, 'sec-fetch-site': 'cross-site', ...key }, 403],
    ['the key', { host, ...key }, 200],
  ]
  for (const [what, headers, status] of asks) expect(await statusOf(server, '/api/workspaces.workspace', 'POST', headers), what).toBe(status)
  expect(await statusOf(server, '/health', 'GET', { host })).toBe(200)
  expect(await statusOf(server, '/health', 'GET', { host: 'evil.example' })).toBe(403)

  await page.goto(server.address())
  await expect(page.getByRole('main', { name: 'Work' })).toBeVisible()
  const stranger = await browser.newContext()
  const strange = await stranger.newPage()
  await strange.goto(server.address())
  await expect(strange.getByRole('heading', { name: 'Atelier is locked' })).toBeVisible()
  await stranger.close()
})

function statusOf(server: Server, path: string, method: 'GET' | 'POST', headers: Record<string, string>): Promise<number> {
  const { hostname, port } = new URL(server.url())
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers: { 'content-type': 'application/json', ...headers } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.end(method === 'POST' ? '{}' : undefined)
  })
}
