import type { StepKind } from '../step-kind.ts'
import { bin } from './numeric/bin.ts'
import { clip } from './numeric/clip.ts'
import { logPower } from './numeric/log-power.ts'
import { outliers } from './numeric/outliers.ts'
import { rank } from './numeric/rank.ts'
import { round } from './numeric/round.ts'
import { scale } from './numeric/scale.ts'

export const numericSteps: readonly StepKind[] = [scale, logPower, bin, clip, outliers, round, rank]
