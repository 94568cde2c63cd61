import { expect, test } from 'vitest'
import { runMenu } from './run-menu.ts'
import type { RunHands, RunsMeant } from './run-menu.ts'

const acts = new Proxy<RunHands['acts']>(Object.create(null), { get: () => () => Promise.resolve(true) })
const nothing = () => {}
const hands: RunHands = { acts, onPin: nothing, onHide: nothing, onBaseline: nothing, onlyThese: nothing, onRename: nothing, onTag: nothing, onNote: nothing, onStop: nothing }
const meant: RunsMeant = { ids: ['a'], name: 'a', deleted: false, pinned: false, hidden: false, baseline: false, running: true, job: null }
const offered = (part: Partial<RunsMeant>) => runMenu({ ...meant, ...part }, hands).flatMap((entry) => ('id' in entry && ['stop', 'again', 'clone', 'ended'].includes(entry.id) ? [entry.id] : []))

test('a live run of a job is stopped, one of a client that died is marked as ended', () => {
  expect([offered({ job: 'j' }), offered({ job: 'j', running: false }), offered({}), offered({ running: false })]).toEqual([['stop', 'clone'], ['again', 'clone'], ['ended'], []])
})
