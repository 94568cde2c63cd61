import type { StepKind } from '../step-kind.ts'
import { assertRule } from './split/assert-rule.ts'
import { balance } from './split/balance.ts'
import { split } from './split/split.ts'

export const splitSteps: readonly StepKind[] = [split, balance, assertRule]
