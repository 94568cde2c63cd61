import { expect, test } from 'vitest'
import { unreadWords } from './unread-words.ts'

test('lines that are not shown are counted, and the first are named with the reason', () => {
  const lines = [3, 5, 9, 12].map((line) => ({ line, why: 'missing columns', text: '' }))
  expect([unreadWords({ total: 1, first: lines.slice(0, 1) }), unreadWords({ total: 1200, first: lines })]).toEqual([
    '1 line does not fit the columns and is not shown: line 3 (missing columns). Text shows the whole file.',
    '1,200 lines do not fit the columns and are not shown: line 3 (missing columns), line 5 (missing columns), line 9 (missing columns) …. Text shows the whole file.',
  ])
})
