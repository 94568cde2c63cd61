import { expect, test } from 'vitest'
import { openEars } from './ears.ts'

test('news of one thing reach who hears of it, all hear after a break, and nobody after he stopped', () => {
  const ears = openEars()
  const heard: string[] = []
  const stop = ears.hear({ area: 'jobLogs', id: 'a' }, () => heard.push('a'))
  ears.hear({ area: 'jobLogs', id: 'b' }, () => heard.push('b'))
  ears.told({ area: 'jobLogs', ids: ['a', 'c'], what: 'grew' })
  ears.told({ area: 'jobs', ids: ['a', 'b'], what: 'changed' })
  ears.all()
  stop()
  ears.told({ area: 'jobLogs', ids: ['a', 'b'], what: 'grew' })
  expect(heard).toEqual(['a', 'a', 'b', 'b'])
})
