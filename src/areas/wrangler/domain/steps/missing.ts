import type { StepKind } from '../step-kind.ts'
import { fillConstant } from './missing/fill-constant.ts'
import { fillForward } from './missing/fill-forward.ts'
import { impute } from './missing/impute.ts'
import { imputePerGroup } from './missing/impute-per-group.ts'
import { interpolate } from './missing/interpolate.ts'
import { markMissing } from './missing/mark-missing.ts'
import { missingIndicator } from './missing/missing-indicator.ts'

export const missingSteps: readonly StepKind[] = [markMissing, fillConstant, impute, imputePerGroup, fillForward, interpolate, missingIndicator]
