import type { StepKind } from '../step-kind.ts'
import { append } from './shape/append.ts'
import { explode } from './shape/explode.ts'
import { group } from './shape/group.ts'
import { join } from './shape/join.ts'
import { pivot } from './shape/pivot.ts'
import { unnestJson } from './shape/unnest-json.ts'
import { unpivot } from './shape/unpivot.ts'

export const shapeSteps: readonly StepKind[] = [group, pivot, unpivot, join, append, explode, unnestJson]
