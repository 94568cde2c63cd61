import { expect, test } from 'vitest'
import { servesAgain, servesUnapproved, servingAlias, stageOfAlias, stageOfAliases } from './serves.ts'

const versions = [{ version: 1, approval: 'approved' }, { version: 2, approval: 'approved' }, { version: 3, approval: 'pending' }, { version: 4, approval: 'approved' }] as const

test('the version that served before serves again, where it is still approved; else the newest that is', () => {
  expect([servesAgain(versions, 4, [4, 1, 2]), servesAgain(versions, 4, [4, 3, 2, 1]), servesAgain(versions, 4, [4, 3, 9]), servesAgain(versions, 4, []), servesAgain([{ version: 1, approval: 'rejected' }], 1, [1])]).toEqual([
    { version: 1, because: 'served' }, { version: 2, because: 'served' }, { version: 2, because: 'newest' }, { version: 2, because: 'newest' }, null,
  ])
})

test('aliases stand for stages, production first, and what production loads wants an approval', () => {
  expect(['champion', 'Challenger', 'blue'].map(stageOfAlias)).toEqual(['Production', 'Staging', undefined])
  expect([stageOfAliases(['challenger', 'champion']), stageOfAliases(['blue', 'staging']), stageOfAliases([]), servingAlias(['challenger', 'prod']), servingAlias(['blue']), servingAlias([])]).toEqual(['Production', 'Staging', undefined, 'prod', 'blue', undefined])
  expect((['pending', 'rejected', 'approved'] as const).map((approval) => servesUnapproved({ approval, aliases: ['champion'] })).concat(servesUnapproved({ approval: 'pending', aliases: ['challenger'] }))).toEqual([true, true, false, false])
})
