import type { CellValue, GroupCell } from '../../domain/query.ts'
import { spanText, timeText } from '../../domain/figures.ts'
import { placedMean, placedText } from '../../domain/places.ts'
import type { Places } from '../../domain/places.ts'
import type { ShownColumn } from '../../domain/shown-column.ts'

/** A value of a run as its cell says it; undefined where the run has none. */
export function cellText({ column }: ShownColumn, value: CellValue | undefined, now: number, places?: Places): string | undefined {
  if (value === null || value === undefined) return undefined
  if (column.family === 'attributes') return attributeText(column.key, value, now)
  return typeof value === 'number' ? placedText(value, places) : value
}

/** A group's cell: the value that all share, or mean ± σ; texts that differ are told by how many there are. */
export function groupText(shown: ShownColumn, cell: GroupCell | undefined, now: number, places?: Places): string | undefined {
  if (!cell || cell.n === 0) return undefined
  if (cell.same !== null) return cellText(shown, cell.same, now, places)
  if (cell.mean === null) return undefined
  if (shown.column.family === 'attributes') return attributeText(shown.column.key, cell.mean, now)
  return placedMean(cell.mean, cell.sd, places)
}

/** `2 of 3 not finite`; undefined where all are numbers. */
export function oddText({ odd, n }: Pick<GroupCell, 'odd' | 'n'>): string | undefined {
  return odd === 0 ? undefined : `${odd} of ${n} not finite`
}

/** What the group's cell rests on. */
export function groupScope({ mean, sd, n, odd, same }: GroupCell): string {
  if (same !== null) return `the same in ${n === 1 ? '1 run' : `all ${n} runs`}`
  if (mean === null) return odd > 0 ? `${odd} of ${n} not finite (NaN or infinite)` : `differs among ${n} runs`
  return `mean ± σ of ${n - odd} ${n - odd === 1 ? 'run' : 'runs'}: ${mean} ± ${sd ?? 0}${odd > 0 ? `; ${odd} of ${n} not finite (NaN or infinite) and left out of it` : ''}`
}

function attributeText(key: string, value: string | number, now: number): string {
  if (typeof value === 'string') return value
  if (key === 'duration') return spanText(value)
  return key.endsWith('_time') ? timeText(value, now) : String(value)
}
