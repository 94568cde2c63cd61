import type { TableRow } from '../../domain/query.ts'
import type { ViewRuns } from '../view/useCardRuns.ts'

/** The runs behind a row: itself, or all of its group. */
export function runsOfRow(row: TableRow, runs: Pick<ViewRuns, 'runsOfGroup'>): readonly string[] {
  return row.kind === 'run' ? [row.id] : runs.runsOfGroup(row.values)
}

export function tickOf(ids: readonly string[], selected: ReadonlySet<string>): 'on' | 'some' | 'off' {
  const count = ids.filter((id) => selected.has(id)).length
  if (count === 0 || ids.length === 0) return 'off'
  return count === ids.length ? 'on' : 'some'
}

/** Ticks them all, or takes all of them away where they are ticked. */
export function toggled(selected: readonly string[], ids: readonly string[]): readonly string[] {
  const set = new Set(selected)
  const all = ids.every((id) => set.has(id))
  return all ? selected.filter((id) => !ids.includes(id)) : [...new Set([...selected, ...ids])]
}
