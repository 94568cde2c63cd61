import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test as plain } from '@playwright/test'
import { datasets } from '#areas/datasets/contract.ts'
import { files } from '#areas/files/contract.ts'
import { jobs } from '#areas/jobs/contract.ts'
import { wrangler } from '#areas/wrangler/contract.ts'
import type { Recipe } from '#areas/wrangler/domain/recipe.ts'
import { ask, jobOver, pause, quiet } from '../ask.ts'
import { Studio } from '../pages/studio.ts'
import { startServer } from '../server.ts'
import type { Server } from '../server.ts'
import { smallDisk } from '../small-disk.ts'
import { expect } from '../studio.ts'

const megabyte = 1 << 20

plain('a disk that fills during publish: one sentence, nothing half, nothing lost, and it goes on when there is room', async ({ page }) => {
  const disk = await smallDisk(96 * megabyte)
  plain.skip(disk === undefined, 'No small disk can be mounted here.')
  if (!disk) return
  const server = await startServer({ root: disk.root })
  try {
    await sampleThere(server)
    const { recipe } = await ask(server, wrangler.start, { dataset: 'flights' })
    const work = shuffled(recipe)
    const kept = await jobOver(server, (await ask(server, wrangler.publish, { recipe: { ...work, steps: [] }, as: 'kept' })).job)
    expect(kept.state).toBe('done')
    const { hash } = await ask(server, wrangler.save, { path: 'recipes/flights.recipe.json', recipe: work, hash: null })
    const history = await ask(server, datasets.history, { dataset: 'kept' })
    const temporary = () => readdir(join(disk.root, '.atelier', 'tmp')).then((names) => names.filter((name) => name.startsWith('publish-') || name.startsWith('export-')), () => [])

    const whole = async () => {
      expect(await ask(server, datasets.history, { dataset: 'kept' })).toEqual(history)
      expect(await ask(server, wrangler.open, { path: 'recipes/flights.recipe.json' })).toMatchObject({ recipe: work, hash })
      expect(await temporary()).toEqual([])
      expect((await ask(server, files.list, { folder: '' })).entries.map(({ name }) => name)).not.toContain('note.txt')
    }

    await plain.step('it fills half-way', async () => {
      await disk.fill(2 * megabyte)
      const failed = await jobOver(server, (await ask(server, wrangler.publish, { recipe: work, as: 'kept' })).job)
      expect([failed.state, failed.error]).toEqual(['failed', 'Publishing kept: the disk is full, so it stopped and nothing of it was kept. Free some space and try again; nothing that was saved is lost.'])
      const unsaved = await server.ask('files.write', { path: 'note.txt', text: 'x'.repeat(3 * megabyte), expected: null })
      expect([unsaved.status, unsaved.body]).toEqual([413, { code: 'too_large', message: 'The disk is full: “note.txt” was not written. Free some space and try again; nothing that was saved is lost.' }])
      await whole()
    })

    await plain.step('it is full to the last byte: nothing begins, and what is there can be read', async () => {
      await disk.fill(0)
      const refused = await server.ask('wrangler.publish', { recipe: work, as: 'kept' })
      expect([refused.status, refused.body]).toEqual([413, { code: 'too_large', message: 'The disk is full, so this was not kept. Free some space and try again; nothing that was saved is lost.' }])
      expect((await ask(server, jobs.list, { running: true })).map(({ kind }) => kind)).toEqual([])
      await whole()
    })

    await plain.step('it fills to the last byte while a job is under way: the job still ends', async () => {
      await disk.free()
      await disk.fill(30 * megabyte)
      const { job } = await ask(server, wrangler.publish, { recipe: { ...work, steps: work.steps.map((step) => ({ ...step, params: { seed: 8 } })) }, as: 'kept' })
      await disk.fill(0)
      expect((await jobOver(server, job)).state).toBe('failed')
      await disk.free()
      await whole()
    })

    await plain.step('the person sees the sentence where the version was asked for', async () => {
      await disk.free()
      await disk.fill(3 * megabyte)
      await page.goto(server.address())
      const studio = new Studio(page, server)
      await studio.ready()
      await studio.go('wrangler', { path: 'recipes/flights.recipe.json' })
      await studio.wrangler.bar.getByRole('button', { name: /^Publish v/ }).click()
      const dialog = page.getByRole('dialog', { name: 'Publish a new version' })
      await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
      await expect(dialog.getByRole('alert')).toContainText('Publishing flights: the disk is full', { timeout: 90_000 })
    })

    await disk.free()
    const done = await jobOver(server, (await ask(server, wrangler.publish, { recipe: work, as: 'kept' })).job)
    expect([done.state, (await ask(server, datasets.history, { dataset: 'kept' })).length]).toEqual(['done', 2])
    await server.kill9()
    await server.restart()
    expect(await ask(server, datasets.history, { dataset: 'kept' })).toHaveLength(2)
    expect((await ask(server, jobs.list, { running: true })).length).toBe(0)
    expect(JSON.parse(await readFile(join(disk.root, 'recipes', 'flights.recipe.json'), 'utf8'))).toEqual(work)
  } finally {
    await server.stop()
    await disk.remove()
  }
})

/** As much to write as the source itself, another order each time it is asked. */
function shuffled(recipe: Recipe): Recipe {
  return { ...recipe, steps: [{ id: 's1', op: 'shuffle', v: 1, enabled: true, params: { seed: 7 } }] }
}

async function sampleThere(server: Server): Promise<void> {
  for (let i = 0; i < 200 && (await ask(server, datasets.list, {})).length < 4; i++) await pause(100)
  await quiet(server)
}
