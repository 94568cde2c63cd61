import type { StepKind } from '../step-kind.ts'
import { frequency } from './encode/frequency.ts'
import { hashing } from './encode/hashing.ts'
import { oneHot } from './encode/one-hot.ts'
import { ordinal } from './encode/ordinal.ts'

export const encodeSteps: readonly StepKind[] = [oneHot, ordinal, frequency, hashing]
