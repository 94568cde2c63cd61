/** Values past, now and to come again; undo moves one back, a new value forgets what was to come. */
export interface History<T> {
  readonly past: readonly T[]
  readonly now: T
  readonly next: readonly T[]
}

const depth = 500

export function begun<T>(now: T): History<T> {
  return { past: [], now, next: [] }
}

export function recorded<T>({ past, now }: History<T>, value: T): History<T> {
  return { past: [...past, now].slice(-depth), now: value, next: [] }
}

export function undone<T>(history: History<T>): History<T> {
  const { past, now, next } = history
  if (past.length === 0) return history
  const [before = now] = past.slice(-1)
  return { past: past.slice(0, -1), now: before, next: [now, ...next] }
}

export function redone<T>(history: History<T>): History<T> {
  const { past, now, next } = history
  const [after = now, ...rest] = next
  return next.length === 0 ? history : { past: [...past, now], now: after, next: rest }
}
