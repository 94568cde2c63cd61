import type { StepKind } from '../step-kind.ts'
import { changeType } from './columns/change-type.ts'
import { drop } from './columns/drop.ts'
import { duplicate } from './columns/duplicate.ts'
import { rename } from './columns/rename.ts'
import { select } from './columns/select.ts'

export const columnsSteps: readonly StepKind[] = [select, drop, rename, duplicate, changeType]
