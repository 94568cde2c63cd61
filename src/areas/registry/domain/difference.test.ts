import { expect, test } from 'vitest'
import { metricDeltas, requirementLines, signatureLines, textDeltas } from './difference.ts'
import { deltaOf, figureOf } from './figure.ts'

test('metrics are compared by key, and better means lower for a loss', () => {
  expect(metricDeltas([{ key: 'acc', value: 0.9 }, { key: 'loss', value: 0.5 }, { key: 'old', value: 1 }, { key: 'f1', value: 'NaN' }], [{ key: 'acc', value: 0.92 }, { key: 'loss', value: 0.6 }, { key: 'f1', value: 1 }, { key: 'new', value: 2 }])).toEqual([
    { key: 'acc', left: 0.9, right: 0.92, delta: 0.02, verdict: 'better' }, { key: 'loss', left: 0.5, right: 0.6, delta: 0.1, verdict: 'worse' }, { key: 'old', left: 1, right: null, delta: null, verdict: 'unknown' },
    { key: 'f1', left: 'NaN', right: 1, delta: null, verdict: 'unknown' }, { key: 'new', left: null, right: 2, delta: null, verdict: 'unknown' },
  ])
  expect([deltaOf(0.021), deltaOf(-0.4), deltaOf(0), figureOf(1234567), figureOf(0.123456789), figureOf(-1.7976931348623157e308)]).toEqual(['+0.021', '−0.4', '±0', '1,234,567', '0.123457', '-Infinity'])
})

test('params, signatures and requirements are compared as lines', () => {
  expect(textDeltas([{ key: 'lr', value: '0.1' }, { key: 'd', value: '3' }], [{ key: 'lr', value: '0.1' }, { key: 'e', value: '4' }])).toEqual([{ key: 'lr', left: '0.1', right: '0.1', same: true }, { key: 'd', left: '3', right: null, same: false }, { key: 'e', left: null, right: '4', same: false }])
  expect(signatureLines({ inputs: [{ name: 'x', type: 'double', required: false, shape: null }], outputs: [{ name: '', type: 'float32', required: true, shape: [-1, 3] }], params: [] })).toEqual([{ key: 'input x', value: 'double, optional' }, { key: 'output 1', value: 'float32 [-1, 3]' }])
  expect(requirementLines(['mlflow==3.17.2', 'pandas<3', 'numpy'])).toEqual([{ key: 'mlflow', value: '==3.17.2' }, { key: 'pandas', value: '<3' }, { key: 'numpy', value: 'any' }])
})
