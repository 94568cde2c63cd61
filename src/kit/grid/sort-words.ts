import type { GridFamily } from './types.ts'

interface Ways { readonly up: string; readonly down: string }

const sizes: Ways = { up: 'smallest first', down: 'largest first' }
const letters: Ways = { up: 'A to Z', down: 'Z to A' }
const moments: Ways = { up: 'earliest first', down: 'latest first' }
const plain: Ways = { up: 'ascending', down: 'descending' }

/** What the two orders of a column are called. */
export const sortWords: Readonly<Record<GridFamily, Ways>> = {
  integer: sizes, number: sizes, decimal: sizes, text: letters, boolean: { up: 'false first', down: 'true first' },
  date: moments, time: moments, timestamp: moments, nested: plain, other: plain,
}
