/** A value that tells when it changes; setting the same one tells nobody. */
export interface Subscribable<T> {
  readonly get: () => T
  readonly set: (next: T) => void
  readonly change: (how: (now: T) => T) => void
  readonly subscribe: (hear: () => void) => () => void
}

export function subscribable<T>(first: T): Subscribable<T> {
  let value = first
  const ears = new Set<() => void>()
  const set = (next: T) => {
    if (Object.is(next, value)) return
    value = next
    for (const hear of ears) hear()
  }
  return {
    get: () => value,
    set,
    change: (how) => set(how(value)),
    subscribe: (hear) => {
      ears.add(hear)
      return () => { ears.delete(hear) }
    },
  }
}
