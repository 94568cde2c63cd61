import { expect, test } from 'vitest'
import { openLane } from './lane.ts'

test('no more than its width run at a time, and a withdrawn one never starts', async () => {
  const run = openLane(1)
  const said: string[] = []
  const { promise: gate, resolve: open } = Promise.withResolvers<undefined>()
  const leave = new AbortController()
  const first = run(async () => { said.push('first'); await gate }, new AbortController().signal)
  const gone = run(async () => { said.push('gone') }, leave.signal)
  const last = run(async () => { said.push('last') }, new AbortController().signal)
  leave.abort()
  await expect(gone).rejects.toThrow('aborted')
  expect(said).toEqual(['first'])
  open(undefined)
  await Promise.all([first, last])
  expect(said).toEqual(['first', 'last'])
})
