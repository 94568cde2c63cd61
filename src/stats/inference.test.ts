import { expect, test } from 'vitest'
import { holm } from './holm.ts'
import { mannWhitney } from './mann-whitney.ts'
import { incompleteBeta, normalBelow } from './special.ts'
import { studentBothTails, studentQuantile } from './student.ts'
import { summaryOf } from './summary.ts'
import type { Welch } from './welch.ts'
import { welchTest } from './welch.ts'

/** Figures of SciPy 1.17.1 unless said otherwise. */
const left = [0.861, 0.864, 0.86, 0.859, 0.842]
const right = [0.836, 0.841, 0.836, 0.831]
const many = Array.from({ length: 30 }, (_, i) => ((i + 1) * 0.37) % 1)
const others = Array.from({ length: 25 }, (_, i) => 0.2 + (((i + 1) * 0.61) % 1))

function figures(welch: Welch | null): number[] {
  return welch ? [welch.t, welch.p, welch.freedom, welch.low, welch.high] : []
}

function near(got: readonly number[], wanted: readonly number[]) {
  for (const [i, value] of wanted.entries()) expect((got[i] ?? 0) / value).toBeCloseTo(1, 10)
}

test('the incomplete beta function is scipy.special.betainc', () => {
  near([incompleteBeta(2, 3, 0.4), incompleteBeta(0.5, 0.5, 0.2), incompleteBeta(10, 0.5, 0.99), incompleteBeta(50, 70, 0.45)], [0.5248, 0.2951672353008665, 0.6579281751567845, 0.7717610017525626])
  expect([incompleteBeta(2, 3, 0), incompleteBeta(2, 3, 1)]).toEqual([0, 1])
})

test('the normal distribution is scipy.stats.norm.cdf, far tails included', () => {
  near([-9, -3, -0.5, 0, 0.5, 2, 8].map(normalBelow), [1.1285884059538324e-19, 0.0013498980316300933, 0.3085375387259869, 0.5, 0.6914624612740131, 0.9772498680518208, 0.9999999999999993])
})

test('Student’s t is scipy.stats.t: both tails and the quantile of 95 %', () => {
  near([studentBothTails(0.5, 3), studentBothTails(2.5, 7.3), studentBothTails(40, 12), studentBothTails(0, 5)], [0.651447964848151, 0.03965023466560043, 3.851229580772032e-14, 1])
  near([1, 2, 4, 9, 30, 1000].map((freedom) => studentQuantile(0.05, freedom)), [12.706204736174694, 4.302652729749462, 2.7764451051977934, 2.262157162798205, 2.0422724563012378, 1.9623390808264083])
})

test('mean, σ with n − 1, standard error and the 95 % interval are numpy.std(ddof=1), scipy.stats.sem and t.interval', () => {
  expect(summaryOf(left)).toEqual({ n: 5, mean: expect.closeTo(0.8572, 12), sd: expect.closeTo(0.00870057469366249, 14), sem: expect.closeTo(0.0038910152916687467, 14), ci95: expect.closeTo(0.8572 - 0.8463968096391965, 12), min: 0.842, max: 0.864 })
  expect(summaryOf([4, Number.NaN])).toEqual({ n: 1, mean: 4, sd: null, sem: null, ci95: null, min: 4, max: 4 })
  expect(summaryOf([])).toBeUndefined()
})

test('Welch’s test is scipy.stats.ttest_ind(equal_var=False) with its interval', () => {
  near(figures(welchTest(left, right)), [4.82483217582351, 0.003051679318898815, 5.908003388118561, 0.010407714505473226, 0.03199228549452677])
  near(figures(welchTest(many, others)), [-2.3983100601523355, 0.020130585574549498, 51.49778390754888])
  expect([welchTest([1], [2, 3]), welchTest([2, 2], [3, 3])]).toEqual([null, null])
})

test('Mann–Whitney is scipy.stats.mannwhitneyu: exact where small and untied, else normal with corrections', () => {
  expect(mannWhitney([0.861, 0.864, 0.86, 0.859, 0.842], [0.836, 0.841, 0.837, 0.831])).toEqual({ u: 20, p: expect.closeTo(0.015873015873015872, 14), method: 'exact' })
  expect(mannWhitney([1, 2, 2, 3, 4, 4, 4, 5], [2, 3, 5, 5, 6, 7, 7])).toEqual({ u: 11.5, p: expect.closeTo(0.06076123666389785, 12), method: 'normal' })
  expect(mannWhitney(many, others)).toEqual({ u: 246, p: expect.closeTo(0.029852160643788254, 12), method: 'normal' })
  expect([mannWhitney([], [1]), mannWhitney([1, 1], [1, 1])?.p]).toEqual([null, 1])
})

test('Holm’s correction is statsmodels 0.15.0 multipletests(method="holm")', () => {
  expect(holm([0.01, 0.04, 0.03, 0.005, 0.6])).toEqual([0.04, 0.09, 0.09, 0.025, 0.6].map((p) => expect.closeTo(p, 12)))
})
