import { expect, test } from 'vitest'
import { fitNumber } from './fit-number.ts'

const fit = (letters: number, ...texts: readonly string[]) => texts.map((text) => fitNumber(text, letters))

test('a number that fits stays as it is, whatever it is not is left alone', () => {
  expect(fit(14, '1,234,567.25', '-0.5', '1.5e+300', 'twelve o’clock, or so', '0.00000000000000000')).toEqual(['1,234,567.25', '-0.5', '1.5e+300', 'twelve o’clock, or so', '0.00000000000000000'])
})

test('a float keeps its exponent and as many digits as fit', () => {
  expect(fit(14, '1.23456789012345e-12', '-1.23456789012345e+300', '0.30000000000000004', '-1.2345678901234567', '12,345.678901234567', '0.00001234567890123')).toEqual([
    '1.23456789e-12', '-1.234568e+300', '0.300000000000', '-1.23456789012', '12,345.6789012', '1.234567890e-5',
  ])
})

test('a whole number drops its commas before its digits, then takes an exponent', () => {
  expect(fit(11, '12,345,678,901', '9,223,372,036,854,775,808', '-9,223,372,036,854,775,808', '9,000,000,000,000,000,000')).toEqual(['12345678901', '9.22337e+18', '-9.2234e+18', '9e+18'])
})

test('rounding up may need one place more', () => {
  expect(fit(8, '999.99999999', '9.9999999999e+20', '0.99999999999', '999,999.99999')).toEqual(['1,000.00', '1.00e+21', '1.000000', '1.000e+6'])
})

test('where no digit has room nothing is told, rather than a part of the number', () => {
  expect(fit(3, '12,345', '1.5e+300', '-0.25', '0.25', '-12.5')).toEqual(['…', '…', '…', '0.3', '-13'])
})
