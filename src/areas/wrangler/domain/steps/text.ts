import type { StepKind } from '../step-kind.ts'
import { changeCase } from './text/change-case.ts'
import { extract } from './text/extract.ts'
import { mask } from './text/mask.ts'
import { normalise } from './text/normalise.ts'
import { replaceText } from './text/replace.ts'
import { affix, pad, substring } from './text/shape-text.ts'
import { splitColumns } from './text/split-columns.ts'
import { statistics } from './text/statistics.ts'
import { trim } from './text/trim.ts'

export const textSteps: readonly StepKind[] = [trim, changeCase, normalise, replaceText, splitColumns, extract, pad, affix, substring, statistics, mask]
