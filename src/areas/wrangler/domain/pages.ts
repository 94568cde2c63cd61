export const pageSize = 200
const wideFrom = 60
const blockSize = 24

/** Pages that hold the rows from `from` up to but without `to`, the first row of each. */
export function pagesOf(from: number, to: number): readonly number[] {
  const first = Math.max(0, Math.floor(from / pageSize))
  const last = Math.max(first, Math.ceil(to / pageSize) - 1)
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * pageSize)
}

/** The columns to ask for together: all of a narrow table; of a wide one the blocks in which something is wanted. */
export function blocksOf(ids: readonly string[], wanted: readonly string[]): readonly (readonly string[])[] {
  if (ids.length <= wideFrom) return [ids]
  const want = new Set(wanted)
  const blocks = Array.from({ length: Math.ceil(ids.length / blockSize) }, (_, i) => ids.slice(i * blockSize, (i + 1) * blockSize))
  const touched = blocks.filter((block) => block.some((id) => want.has(id)))
  return touched.length ? touched : blocks.slice(0, 1)
}

/** Pages in the order of their use: those on screen first, then in the direction of scrolling. */
export function byUse(pages: readonly number[], middle: number): number[] {
  return pages.toSorted((a, b) => Math.abs(a + pageSize / 2 - middle) - Math.abs(b + pageSize / 2 - middle))
}
