import type { StepKind } from '../step-kind.ts'
import { conditional } from './expression/conditional.ts'
import { customSql } from './expression/custom-sql.ts'
import { formula } from './expression/formula.ts'

export const expressionSteps: readonly StepKind[] = [formula, conditional, customSql]
