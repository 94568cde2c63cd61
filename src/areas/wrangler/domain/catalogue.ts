import { columnsSteps } from './steps/columns.ts'
import { datesSteps } from './steps/dates.ts'
import { encodeSteps } from './steps/encode.ts'
import { expressionSteps } from './steps/expression.ts'
import { missingSteps } from './steps/missing.ts'
import { numericSteps } from './steps/numeric.ts'
import { rowsSteps } from './steps/rows.ts'
import { shapeSteps } from './steps/shape.ts'
import { splitSteps } from './steps/split.ts'
import { standardiseSteps } from './steps/standardise.ts'
import { textSteps } from './steps/text.ts'
import type { StepKind } from './step-kind.ts'

/** Every kind of step, by its `op`. */
export const catalogue: ReadonlyMap<string, StepKind> = new Map(
  [
    columnsSteps, expressionSteps, rowsSteps, missingSteps, textSteps, standardiseSteps,
    numericSteps, encodeSteps, datesSteps, shapeSteps, splitSteps,
  ].flat().map((kind) => [kind.op, kind]),
)
