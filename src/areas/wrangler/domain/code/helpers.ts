import { pandasDates, polarsDates } from './helpers-dates.ts'
import { pandasFormula, polarsFormula } from './helpers-formula.ts'
import { pandasKeys, polarsKeys } from './helpers-keys.ts'
import { pandasNumeric, polarsNumeric } from './helpers-numeric.ts'
import { pandasShape, polarsShape } from './helpers-shape.ts'
import { pandasCells, polarsCells } from './helpers-cells.ts'
import { pandasRows, polarsRows } from './helpers-rows.ts'

/** Small Python functions that a generated script may call by name; only those used are written into it. */
export const pandasHelpers: Readonly<Record<string, string>> = {
  ...pandasDates,
  ...pandasFormula,
  ...pandasCells,
  ...pandasRows,
  ...pandasKeys,
  ...pandasNumeric,
  ...pandasShape,
}

export const polarsHelpers: Readonly<Record<string, string>> = {
  ...polarsDates,
  ...polarsFormula,
  ...polarsCells,
  ...polarsRows,
  ...polarsKeys,
  ...polarsNumeric,
  ...polarsShape,
}
