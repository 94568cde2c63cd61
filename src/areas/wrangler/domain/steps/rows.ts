import type { StepKind } from '../step-kind.ts'
import { dedupe } from './rows/dedupe.ts'
import { dropMissing } from './rows/drop-missing.ts'
import { editCell } from './rows/edit-cell.ts'
import { filter } from './rows/filter.ts'
import { limit } from './rows/limit.ts'
import { sample } from './rows/sample.ts'
import { shuffle } from './rows/shuffle.ts'
import { sort } from './rows/sort.ts'
import { stratifiedSample } from './rows/stratified-sample.ts'
import { topPerGroup } from './rows/top-per-group.ts'

export const rowsSteps: readonly StepKind[] = [filter, sort, dedupe, dropMissing, limit, topPerGroup, sample, stratifiedSample, shuffle, editCell]
