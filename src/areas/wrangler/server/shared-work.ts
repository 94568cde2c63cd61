/** Work of a key is done by one at a time: who comes while it is done waits for it, and takes over when the first was stopped or failed. */
export function openSharedWork<T>() {
  const running = new Map<string, Promise<T>>()
  return async function shared(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    for (;;) {
      const theirs = running.get(key)
      if (!theirs) break
      const done = await Promise.race([theirs.then((value) => ({ value }), () => undefined), stopped(signal)])
      signal.throwIfAborted()
      if (done) return done.value
    }
    const mine = work().finally(() => running.delete(key))
    running.set(key, mine)
    return mine
  }
}

/** Ends when the signal does. */
function stopped(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => { signal.addEventListener('abort', () => resolve(undefined), { once: true }) })
}
