interface Named { readonly id: string; readonly name: string }
interface Pair { readonly left: string; readonly right: string }

/** The pair of keys to begin with: columns of one name that are not paired yet, else the first free ones. */
export function nextPair(here: readonly Named[], there: readonly Named[], pairs: readonly Pair[]): Pair | undefined {
  const left = here.filter(({ id }) => !pairs.some((pair) => pair.left === id))
  const right = there.filter(({ id }) => !pairs.some((pair) => pair.right === id))
  for (const alike of [(name: string) => name, (name: string) => name.trim().toLowerCase()]) {
    for (const one of left) {
      const other = right.find(({ name }) => alike(name) === alike(one.name))
      if (other) return { left: one.id, right: other.id }
    }
  }
  const [first, second] = [left[0], right[0]]
  return first && second && { left: first.id, right: second.id }
}
