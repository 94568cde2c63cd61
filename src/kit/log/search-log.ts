import type { LogFeed } from './feed.ts'

/** Lines that hold a text as far as the log was searched: all are counted, the first of them are known by place. */
export interface Found { readonly lines: readonly number[]; readonly count: number; readonly to: number; readonly whole: boolean }

export const mostFound = 10_000
const atOnce = 1000

/** Searches a whole log a part at a time, and what is written meanwhile too: `more` waits for that. It ends when the signal does. */
export async function* searchLog(feed: LogFeed, text: string, { signal, more }: { readonly signal: AbortSignal; readonly more: () => Promise<void> }): AsyncGenerator<Found, undefined> {
  let now: Found = { lines: [], count: 0, to: 0, whole: false }
  while (!signal.aborted) {
    const { found, count, searchedTo, whole } = await feed.find({ text, from: now.to, limit: Math.min(atOnce, mostFound - now.lines.length) }, signal)
    now = { lines: [...now.lines, ...found.map(({ line }) => line)], count: now.count + count, to: searchedTo, whole }
    yield now
    if (whole) await more()
  }
  return undefined
}
