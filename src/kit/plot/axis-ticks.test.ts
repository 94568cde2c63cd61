import { expect, test } from 'vitest'
import { axisTicks, durationWords, logTicks, numberWords, valueWords } from './axis-ticks.ts'
import { endsOf, scaleOf } from './scale.ts'

function words(low: number, high: number, more: object = {}): string[] {
  return axisTicks({ low, high, count: 5, ...more }).map((tick) => tick.words)
}

test('the ticks of an axis share their decimals', () => {
  expect(words(0.68, 0.92)).toEqual(['0.70', '0.75', '0.80', '0.85', '0.90'])
  expect(words(0, 1000)).toEqual(['0', '200', '400', '600', '800', '1000'])
  expect(words(0, 30_000)).toEqual(['0', '10 k', '20 k', '30 k'])
  expect(words(0.861231, 0.861239)).toEqual(['0.861232', '0.861234', '0.861236', '0.861238'])
  expect(words(0, 0.00004)).toEqual(['0', '1e−5', '2e−5', '3e−5', '4e−5'])
  expect(words(-3, 2)).toEqual(['−3', '−2', '−1', '0', '1', '2'])
})

test('a log axis has powers of ten, thinned or filled by its length', () => {
  expect(logTicks(1e-4, 1e-1, 5)).toEqual([1e-4, 1e-3, 1e-2, 1e-1])
  expect(logTicks(1e-12, 1, 4)).toEqual([1e-12, 1e-9, 1e-6, 1e-3, 1])
  expect(logTicks(3, 70, 5)).toEqual([5, 10, 20, 50])
  expect(logTicks(3, 5, 4)).toEqual([3, 3.5, 4, 4.5, 5])
  expect(words(1e-4, 1e-1, { log: true })).toEqual(['1e−4', '0.001', '0.01', '0.1'])
})

test('lengths of time are round in their own units', () => {
  expect(words(0, 5_400_000, { kind: 'duration' })).toEqual(['0', '30 min', '1 h', '1 h 30 min'])
  expect([350, 12_400, 61_000, 90 * 3_600_000].map(durationWords)).toEqual(['350 ms', '12.4 s', '1 min 1 s', '3 d 18 h'])
})

test('times on the wall clock name the date where it changes', () => {
  const noon = new Date(2026, 10, 25, 12).getTime()
  expect(axisTicks({ low: noon, high: noon + 3_600_000, count: 4, kind: 'time' }).map((tick) => tick.words)).toEqual(['25 Nov 12:00', '12:15', '12:30', '12:45', '13:00'])
  expect(axisTicks({ low: noon, high: noon + 3 * 86_400_000, count: 4, kind: 'time' }).map((tick) => tick.words)).toEqual(['26 Nov', '27 Nov', '28 Nov'])
})

test('figures are short', () => {
  expect([0.86123456, 1234, 12_345, 12_000, 3_400_000, 0.00001234, -2, Number.NaN, Infinity].map((value) => numberWords(value))).toEqual(['0.8612', '1234', '12,345', '12 k', '3.4 M', '1.234e−5', '−2', 'NaN', '∞'])
  expect([valueWords(120_000, 'number'), valueWords(0.123456, 'number')]).toEqual(['120,000', '0.12346'])
})

test('a scale maps there and back, straight and in logarithms', () => {
  const scale = scaleOf({ low: 1, high: 100, from: 200, to: 0, log: true })
  expect([scale.at(1), scale.at(10), scale.at(100), scale.back(100)]).toEqual([200, 100, 0, 10].map((value) => expect.closeTo(value, 9)))
  expect([endsOf([1, Number.NaN, 3], { room: 0.5 }), endsOf([0, 4, 100], { log: true }), endsOf([5]), endsOf([])]).toEqual([[0, 4], [4, 100], [4.5, 5.5], undefined])
})
