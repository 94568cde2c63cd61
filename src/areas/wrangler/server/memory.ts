/** Answers by key, the newest few; an asker who leaves does not spoil it for the others. */
export function openMemory<T>(kept: number) {
  const memory = new Map<string, Promise<T>>()
  return function remembered(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const there = memory.get(key)
    if (there) return there.catch((error: unknown) => { if (signal.aborted) throw error; return work() })
    const born = work()
    memory.set(key, born)
    born.catch(() => memory.delete(key))
    if (memory.size > kept) memory.delete(memory.keys().next().value ?? '')
    return born
  }
}
