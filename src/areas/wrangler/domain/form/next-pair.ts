import { comparable, familyOf } from '../columns.ts'
import type { Column, Family } from '../columns.ts'

interface Pair { readonly left: string; readonly right: string }

/** What keys hold, the most usual first; measured numbers are seldom keys. */
const keyFamilies: readonly Family[] = ['text', 'integer', 'date', 'timestamp', 'time', 'boolean', 'decimal', 'number']
const alikes: readonly ((name: string) => string)[] = [(name) => name, (name) => name.trim().toLowerCase(), (name) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')]

/** Free columns of one name, or nearly, whose values can be equal. */
export function namedPair(here: readonly Column[], there: readonly Column[], pairs: readonly Pair[]): Pair | undefined {
  for (const alike of alikes) {
    const found = pairWhere(here, there, pairs, (left, right) => alike(left.name) !== '' && alike(left.name) === alike(right.name))
    if (found) return found
  }
  return undefined
}

/** The pair of keys to go on with: of one name, else the first free ones whose values can be equal. */
export function nextPair(here: readonly Column[], there: readonly Column[], pairs: readonly Pair[]): Pair | undefined {
  const named = namedPair(here, there, pairs)
  if (named) return named
  for (const family of keyFamilies) {
    const found = pairWhere(here, there, pairs, (left, right) => familyOf(left.type) === family && familyOf(right.type) === family)
    if (found) return found
  }
  return pairWhere(here, there, pairs, () => true)
}

function pairWhere(here: readonly Column[], there: readonly Column[], pairs: readonly Pair[], fits: (left: Column, right: Column) => boolean): Pair | undefined {
  const others = there.filter(({ id }) => !pairs.some((pair) => pair.right === id))
  for (const left of here.filter(({ id }) => !pairs.some((pair) => pair.left === id))) {
    const right = others.find((other) => comparable(left.type, other.type) && fits(left, other))
    if (right) return { left: left.id, right: right.id }
  }
  return undefined
}
