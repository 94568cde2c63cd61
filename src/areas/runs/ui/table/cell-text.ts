import type { CellValue, GroupCell } from '../../domain/query.ts'
import { figureText, meanText, spanText, timeText } from '../../domain/figures.ts'
import type { ShownColumn } from '../../domain/shown-column.ts'

/** A value of a run as its cell says it; undefined where the run has none. */
export function cellText({ column }: ShownColumn, value: CellValue | undefined, now: number): string | undefined {
  if (value === null || value === undefined) return undefined
  if (column.family === 'attributes') return attributeText(column.key, value, now)
  return typeof value === 'number' ? figureText(value) : value
}

/** A group's cell: the value that all share, or mean ± σ; texts that differ are told by how many there are. */
export function groupText(shown: ShownColumn, cell: GroupCell | undefined, now: number): string | undefined {
  if (!cell || cell.n === 0) return undefined
  if (cell.same !== null) return cellText(shown, cell.same, now)
  if (cell.mean === null) return undefined
  if (shown.column.family === 'attributes') return attributeText(shown.column.key, cell.mean, now)
  return meanText(cell.mean, cell.sd)
}

/** What the group's cell rests on. */
export function groupScope({ mean, sd, n, same }: GroupCell): string {
  if (same !== null) return `the same in ${n === 1 ? '1 run' : `all ${n} runs`}`
  return mean === null ? `differs among ${n} runs` : `mean ± σ of ${n} runs: ${mean} ± ${sd ?? 0}`
}

function attributeText(key: string, value: string | number, now: number): string {
  if (typeof value === 'string') return value
  if (key === 'duration') return spanText(value)
  return key.endsWith('_time') ? timeText(value, now) : String(value)
}
