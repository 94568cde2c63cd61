import type { Want } from '#areas/datasets/domain/source-sql.ts'

/** Runs of rows as ranges where they are few, scattered ones by number. */
export function wantOf(positions: readonly number[]): Want {
  const sorted = positions.toSorted((a, b) => a - b)
  const ranges: { from: number; to: number }[] = []
  for (const pos of sorted) {
    const last = ranges.at(-1)
    if (last && pos - last.to < 64) last.to = pos + 1
    else ranges.push({ from: pos, to: pos + 1 })
  }
  return ranges.length <= 4 ? { ranges } : { rows: positions }
}
