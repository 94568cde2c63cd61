import { expect, test } from 'vitest'
import { aboutColumn, askedColumns, headOf, shownColumns } from './shown-column.ts'

test('differences and small curves stand beside the values they come from; the server is asked for each value once', () => {
  const shown = shownColumns(['metrics.auc', 'delta:metrics.auc', 'spark:metrics.auc', 'metrics.loss:min', 'params.lr', 'nonsense', 'params.lr'])
  expect(shown.map(headOf)).toEqual(['auc', 'Δ base', 'trend', 'loss min', 'lr'])
  expect(shown.map(({ kind }) => kind)).toEqual(['value', 'delta', 'spark', 'value', 'value'])
  expect(askedColumns(shown)).toEqual(['metrics.auc', 'metrics.loss:min', 'params.lr'])
  expect(shown.slice(0, 2).map(aboutColumn)).toEqual(['metric auc', 'Difference of metric auc to the baseline; ▲ is better, ▼ worse'])
})
