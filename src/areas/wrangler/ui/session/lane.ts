/** Lets a few run at a time, the first come first; one that is withdrawn while it waits never starts. */
export function openLane(width: number) {
  const waiting: (() => void)[] = []
  let free = width

  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else free++
  }

  function turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    if (free > 0) {
      free--
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      waiting.push(resolve)
      signal.addEventListener('abort', () => {
        const at = waiting.indexOf(resolve)
        if (at < 0) return
        waiting.splice(at, 1)
        reject(signal.reason)
      }, { once: true })
    })
  }

  return async function run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await turn(signal)
    try {
      return await work()
    } finally {
      leave()
    }
  }
}

/** Figures must not take the connections that the rows need: a browser opens six. */
export const figuresLane = openLane(3)
