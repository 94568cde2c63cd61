import type { StepKind } from '../step-kind.ts'
import { mapValues } from './standardise/map-values.ts'
import { replaceRare } from './standardise/replace-rare.ts'

export const standardiseSteps: readonly StepKind[] = [mapValues, replaceRare]
