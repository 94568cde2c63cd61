import { expect, test } from 'vitest'
import { deltaText, figureText, meanText, spanText, timeText } from './figures.ts'

test('a number keeps three or four digits that count', () => {
  expect([0.86412, 0.00512, 0.05, 12.3456, 123.456, 1234.56, 1_234_567, 42, 0.00012, 3.2e9, -0.5, Number.NaN, -Infinity].map(figureText))
    .toEqual(['0.864', '0.00512', '0.0500', '12.35', '123.5', '1,234.6', '1,234,567', '42', '1.20e-4', '3.20e9', '−0.500', 'NaN', '−∞'])
})

test('a mean has as many places as its spread', () => {
  expect([meanText(0.8612, 0.003), meanText(0.8612, 0.0012), meanText(12.4, 3.2), meanText(0.5, 0), meanText(0.5, null), meanText(-2.5, 0.25)])
    .toEqual(['0.861±.003', '0.861±.001', '12±3', '0.500', '0.500', '−2.5±.3'])
})

test('a difference has its sign', () => {
  expect([deltaText(0.0214, 0.84), deltaText(-0.004, 0.84), deltaText(0.00002, 0.84), deltaText(-3, 40), deltaText(0, 0.84)]).toEqual(['+0.021', '−0.004', '+2.00e-5', '−3', '0'])
})

test('spans and times are short', () => {
  expect([340, 4200, 59_400, 80_000, 3_840_000, 200_000_000].map(spanText)).toEqual(['340 ms', '4.2 s', '59 s', '1 min 20 s', '1 h 04 min', '2 d 7 h'])
  const now = new Date(2026, 10, 25, 4, 0).getTime()
  expect([timeText(new Date(2026, 10, 25, 3, 5).getTime(), now), timeText(new Date(2025, 0, 2, 13, 45).getTime(), now)]).toEqual(['25 Nov 03:05', '2 Jan 2025 13:45'])
})
