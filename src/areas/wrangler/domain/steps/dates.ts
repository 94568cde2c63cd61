import type { StepKind } from '../step-kind.ts'
import { dateTruncate } from './dates/truncate.ts'
import { dateParts } from './dates/parts.ts'
import { lagLead } from './dates/lag-lead.ts'
import { parseDate } from './dates/parse.ts'
import { rolling } from './dates/rolling.ts'
import { timeZone } from './dates/time-zone.ts'

export const datesSteps: readonly StepKind[] = [parseDate, timeZone, dateParts, dateTruncate, lagLead, rolling]
