import { expect, test } from 'vitest'
import { workshop } from './workshop.test.util.ts'

const far = await workshop('SELECT v::DOUBLE AS near, 1e12 + v AS far FROM (VALUES (1), (2), (3), (10)) t(v)')

test('skewness is the same wherever the values lie', async () => {
  const skewness = async (column: string) => (await far.ask('profile', { recipe: await far.recipe(), column })).body.figures.find(({ key }: { key: string }) => key === 'skewness').value
  // scipy.stats.skew([1, 2, 3, 10], bias=False) is 1.7636326…, the adjusted Fisher–Pearson coefficient.
  expect([await skewness('c0'), await skewness('c1')]).toEqual(['1.76363', '1.76363'])
})
