import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { datasets } from '#areas/datasets/contract.ts'
import { files } from '#areas/files/contract.ts'
import { jobs } from '#areas/jobs/contract.ts'
import { wrangler } from '#areas/wrangler/contract.ts'
import type { Recipe } from '#areas/wrangler/domain/recipe.ts'
import { ask, jobOver, pause, quiet } from '../ask.ts'
import { freshWorkspace, startServer } from '../server.ts'
import type { Server } from '../server.ts'
import { expect, test } from '../studio.ts'

const moments = [0, 40, 120, 250, 400, 700, 1100]

test('kill -9 during a publish leaves no half version, and the next start needs no repair', async ({ server }) => {
  const { recipe } = await ask(server, wrangler.start, { dataset: 'flights' })
  const first = await jobOver(server, (await ask(server, wrangler.publish, { recipe: cleaned(recipe, 0), as: 'kept' })).job)
  expect(first.state).toBe('done')
  const ends = new Set<string>()
  for (const [round, moment] of moments.entries()) {
    const before = await ask(server, datasets.history, { dataset: 'kept' })
    const { job } = await ask(server, wrangler.publish, { recipe: cleaned(recipe, round + 1), as: 'kept' })
    await pause(moment)
    const acknowledged = (await ask(server, jobs.get, { id: job })).state === 'done'
    await server.kill9()
    await server.restart()
    expect((await ask(server, jobs.list, { running: true })).filter(({ kind }) => kind.startsWith('wrangler.publish'))).toEqual([])
    const after = await ask(server, datasets.history, { dataset: 'kept' })
    expect(after.slice(-before.length)).toEqual(before)
    if (acknowledged) expect(after.length).toBe(before.length + 1)
    expect((await ask(server, jobs.get, { id: job })).state).toBe(after.length > before.length ? 'done' : 'lost')
    for (const { version } of after) await wholeVersion(server, version)
    ends.add(after.length > before.length ? 'done' : 'lost')
  }
  expect(ends, 'it was struck while at work').toContain('lost')
  const last = await jobOver(server, (await ask(server, wrangler.publish, { recipe: cleaned(recipe, 99), as: 'kept' })).job)
  expect(last.state).toBe('done')
})

test('kill -9 during saves keeps every save that was acknowledged, whole', async ({ server }) => {
  const begun = await ask(server, files.write, { path: 'diary.txt', text: textOf(0), expected: null })
  let acknowledged: { number: number; hash: string | null } = { number: 0, hash: begun.hash }
  for (const moment of [30, 90, 200, 350, 600]) {
    const writing = (async () => {
      for (;;) {
        const number = acknowledged.number + 1
        const { hash } = await ask(server, files.write, { path: 'diary.txt', text: textOf(number), expected: acknowledged.hash })
        acknowledged = { number, hash }
      }
    })().catch(() => 'ended')
    await pause(moment)
    await server.kill9()
    await writing
    await server.restart()
    const found = await readFile(join(server.root, 'diary.txt'), 'utf8')
    expect([textOf(acknowledged.number), textOf(acknowledged.number + 1)]).toContain(found)
    const { hash } = await ask(server, files.read, { path: 'diary.txt' })
    acknowledged = { number: found === textOf(acknowledged.number) ? acknowledged.number : acknowledged.number + 1, hash }
  }
  const { entries } = await ask(server, files.list, { folder: '' })
  expect(entries.map(({ name }) => name).filter((name) => name.includes('diary'))).toEqual(['diary.txt'])
})

test('a recipe and a desk that were saved outlive kill -9', async ({ server }) => {
  const { recipe } = await ask(server, wrangler.start, { dataset: 'flights' })
  const { hash } = await ask(server, wrangler.save, { path: 'recipes/a b.recipe.json', recipe: cleaned(recipe, 7), hash: null })
  expect((await server.ask('workspaces.saveDesk', { session: 'default', desk: { sides: { left: 'files' } } })).status).toBe(200)
  await server.kill9()
  await server.restart()
  expect(await ask(server, wrangler.open, { path: 'recipes/a b.recipe.json' })).toMatchObject({ recipe: cleaned(recipe, 7), hash })
  expect((await server.ask('workspaces.desk', { session: 'default' })).body).toEqual({ desk: { sides: { left: 'files' } } })
})

test('kill -9 during the very first start leaves a sample that the next start completes', async () => {
  for (const moment of [0, 60, 200, 500, 1200]) {
    const workspace = await freshWorkspace()
    const server = await startServer({ root: workspace.root })
    await pause(moment)
    await server.kill9()
    await server.restart()
    await expect.poll(async () => (await ask(server, datasets.list, {})).map(({ name }) => name).toSorted(), { timeout: 60_000 }).toEqual(['birdstrikes', 'flights', 'icons', 'movies'])
    await expect.poll(() => readFile(join(server.root, '.atelier', 'sample'), 'utf8')).toBe('done\n')
    await quiet(server)
    const rows = await Promise.all(['birdstrikes', 'flights', 'movies'].map(async (dataset) => (await ask(server, datasets.get, { dataset })).version))
    expect(rows.map(({ rows: count, version }) => [count, version])).toEqual([[10_000, 1], [3_000_000, 1], [3_201, 1]])
    await server.restart()
    expect((await ask(server, datasets.list, {})).map(({ versions }) => versions)).toEqual([1, 1, 1, 1])
    await server.stop()
    await workspace.remove()
  }
})

/** A recipe that takes a while, another one for each number. */
function cleaned(recipe: Recipe, number: number): Recipe {
  const [column] = recipe.source.columns
  return { ...recipe, steps: [{ id: 's1', op: 'sort', v: 1, enabled: true, params: { keys: [{ column: column?.id ?? '', descending: true, nullsFirst: false }] }, note: `round ${number}` }] }
}

/** Every row of it can be read, to the last. */
async function wholeVersion(server: Server, version: number): Promise<void> {
  const { version: { rows } } = await ask(server, datasets.get, { dataset: 'kept', version })
  const { rows: last } = await ask(server, datasets.preview, { dataset: 'kept', version, from: rows - 5, size: 5 })
  expect([rows, last.length]).toEqual([3_000_000, 5])
}

function textOf(number: number): string {
  return `${number}\n`.repeat(20_000)
}
