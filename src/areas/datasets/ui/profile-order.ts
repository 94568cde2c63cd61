import type { Profile, ProfiledColumn } from '../domain/profile.ts'

export type ProfileKey = 'place' | 'name' | 'missing' | 'distinct'
export interface ProfileOrder { readonly by: ProfileKey; readonly down: boolean }
export interface PlacedColumn { readonly column: ProfiledColumn; readonly at: number }

/** The columns in the order asked for; equals stay as in the table. */
export function ordered({ columns }: Pick<Profile, 'columns'>, { by, down }: ProfileOrder): PlacedColumn[] {
  const sign = down ? -1 : 1
  return columns.map((column, at) => ({ column, at })).toSorted((a, b) => sign * held(a, b, by) || a.at - b.at)
}

/** The next order after a press on a head: figures begin with the largest, a third press gives the table’s own order back. */
export function pressed(now: ProfileOrder, by: ProfileKey): ProfileOrder {
  const begins = by === 'missing' || by === 'distinct'
  if (now.by !== by) return { by, down: begins }
  return now.down === begins && by !== 'place' ? { by, down: !begins } : { by: 'place', down: by === 'place' && !now.down }
}

function held(a: PlacedColumn, b: PlacedColumn, by: ProfileKey): number {
  switch (by) {
    case 'place': return a.at - b.at
    case 'name': return a.column.name.localeCompare(b.column.name)
    case 'missing': return a.column.missing - b.column.missing
    case 'distinct': return (a.column.distinct ?? 0) - (b.column.distinct ?? 0)
  }
}
