import { expect, test } from 'vitest'
import { edgeWords } from './edge-words.ts'

test('large ends are as short as on other axes, with the digits that keep them apart', () => {
  expect(edgeWords(['0', '76,020,000', '152,000,000'])).toEqual(['0', '76 M', '152 M'])
  expect(edgeWords(['12,345,000', '12,346,000', '12,347,000'])).toEqual(['12.345 M', '12.346 M', '12.347 M'])
  expect(edgeWords(['−1.5', '0', '1.5'])).toEqual(['−1.5', '0', '1.5'])
  expect(edgeWords(['1,999', '2,000', '2,001'])).toEqual(['1999', '2000', '2001'])
})

test('dates and other words stay, cut where they are long', () => {
  expect(edgeWords(['2001-06-11', 'a name that is long', '3'])).toEqual(['2001-06-11', 'a name that i…', '3'])
})
