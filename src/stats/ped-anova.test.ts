import { expect, test } from 'vitest'
import type { Parameter } from './ped-anova.ts'
import { pedAnova } from './ped-anova.ts'

/**
 * The figures are those of optuna 5.0.0: get_param_importances(study, evaluator=PedAnovaImportanceEvaluator(…), normalize=False) over a study of
 * these 120 trials with lr FloatDistribution(log), depth and trees IntDistribution (trees log), subsample FloatDistribution, each between its least
 * and greatest value, and booster CategoricalDistribution.
 */
const runs = Array.from({ length: 120 }, (_, i) => {
  const part = (root: number) => ((i + 1) * Math.sqrt(root)) % 1
  const lr = 10 ** (-4 + 3 * part(2))
  const depth = 2 + Math.floor(11 * part(3))
  const booster = ['gbtree', 'dart', 'linear'][Math.floor(3 * part(7))] ?? ''
  const loss = (Math.log10(lr) + 2.5) ** 2 + 0.02 * (depth - 8) ** 2 + (booster === 'linear' ? 0.3 : 0) + 0.05 * part(11)
  return { lr, depth, subsample: 0.5 + 0.5 * part(5), booster, trees: booster === 'linear' ? null : Math.floor(10 * 100 ** part(13)), loss }
})

function numeric(name: string, values: readonly (number | null)[], { log = false, whole = false } = {}): Parameter {
  const known = values.filter((value) => value !== null)
  return { name, values, domain: { kind: 'number', low: Math.min(...known), high: Math.max(...known), log, whole } }
}

const parameters: readonly Parameter[] = [
  numeric('lr', runs.map(({ lr }) => lr), { log: true }),
  numeric('depth', runs.map(({ depth }) => depth), { whole: true }),
  numeric('subsample', runs.map(({ subsample }) => subsample)),
  { name: 'booster', values: runs.map(({ booster }) => booster), domain: { kind: 'choice', choices: ['dart', 'gbtree', 'linear'] } },
  numeric('trees', runs.map(({ trees }) => trees), { log: true, whole: true }),
]
const target = runs.map(({ loss }) => loss)

function near(got: readonly number[], wanted: readonly number[]) {
  for (const [i, value] of wanted.entries()) expect((got[i] ?? 0) / value).toBeCloseTo(1, 7)
}

test('importance with the best tenth is Optuna’s, for numbers, log, whole and choice parameters and one that some runs lack', () => {
  near(pedAnova({ target, aim: 'lower', parameters }).raw, [0.014919781502709988, 0.006531700595603948, 7.28677723010131e-05, 0.0010650887573932545, 0.0003398925133157984])
  near(pedAnova({ target, aim: 'lower', parameters }).shares, [0.6506854216877292, 0.2848622384729008, 0.0031779283857821914, 0.04645093006981422, 0.01482348138377368])
})

test('importance with the best quarter, and with the best tenth within the better half, is Optuna’s', () => {
  near(pedAnova({ target, aim: 'lower', parameters, top: 0.25 }).raw, [0.06600089313922487, 0.01061122060336714, 0.00012051347076895601, 0.0047144768417111006, 4.871777423567155e-05])
  near(pedAnova({ target, aim: 'lower', parameters, region: 0.5 }).raw, [0.014914991589740943, 0.01868536958941301, 0.0009091740429438608, 0.0012996081257639414, 0.0004594710459743574])
})

test('what is better high counts from the top, runs without a finite target are left out', () => {
  const upside = [...target.map((loss) => -loss), Number.NaN]
  const longer = parameters.map((one) => ({ ...one, values: [...one.values, null] }))
  expect(pedAnova({ target: upside, aim: 'higher', parameters: longer })).toEqual(pedAnova({ target, aim: 'lower', parameters }))
})

test('a parameter of one value has no share; without any difference all share alike', () => {
  const flat: Parameter = { name: 'seed', values: [1, 1, 1], domain: { kind: 'number', low: 1, high: 1, log: false, whole: true } }
  expect(pedAnova({ target: [1, 2, 3], aim: 'lower', parameters: [flat, { ...flat, name: 'other' }] })).toEqual({ shares: [0.5, 0.5], raw: [0, 0], good: 1, runs: 3 })
})
