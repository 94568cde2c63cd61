import type { Frame, Scene } from './scene.ts'
import type { Need } from './types.ts'

export type Way = Need['direction']

/** The rows in view with two windows more where one is going, or one on either side at rest. */
export function needOf({ placed, rowCount }: Pick<Scene, 'placed' | 'rowCount'>, { rows, cols }: Pick<Frame, 'rows' | 'cols'>, direction: Way): Need {
  const size = rows.to - rows.from
  const [above, below] = { up: [2, 0], down: [0, 2], none: [1, 1] }[direction]
  const seen = [...placed.columns.slice(0, placed.pinned), ...placed.columns.slice(cols.from, cols.to)]
  return {
    visible: rows,
    from: Math.max(0, rows.from - (above ?? 0) * size),
    to: Math.min(rowCount, rows.to + (below ?? 0) * size),
    columns: seen.map(({ column }) => column.id),
    direction,
  }
}
