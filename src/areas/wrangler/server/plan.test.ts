import { expect, test } from 'vitest'
import { workshop } from './workshop.test.util.ts'

const many = await workshop(`SELECT i AS id, random() AS x, md5(i::VARCHAR) AS t FROM range(3000000) t(i)`)

test('a plan that still learns says why, and what its steps say is there meanwhile', async () => {
  const recipe = await many.recipe({ op: 'split', params: {} }, { op: 'replaceRare', params: { columns: ['c2'], by: 'count', least: 2, into: 'Other' } }, { op: 'drop', params: { columns: ['c0'] } })
  const first = await many.ask('plan', { recipe })
  expect(first.body.wait).toMatchObject({ reason: 'Computing “Replace rare values” over all rows' })
  expect(first.body.steps.map(({ says, pending }: { says: string; pending: boolean }) => [says === '', pending])).toEqual([[false, false], [false, true], [false, true]])
  const over = await settled(recipe)
  expect([over.wait, over.steps.map(({ pending }) => pending), over.columns.map(({ name }) => name)]).toEqual([null, [false, false, false], ['x', 't', 'split']])
}, 60_000)

interface Plan { readonly wait: unknown; readonly steps: readonly { readonly pending: boolean }[]; readonly columns: readonly { readonly name: string }[] }

async function settled(recipe: unknown): Promise<Plan> {
  for (;;) {
    const { body } = await many.ask('plan', { recipe })
    if (body.wait === null) return body
    await new Promise((resolve) => { setTimeout(resolve, 100) })
  }
}
