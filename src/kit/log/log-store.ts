import { plain } from '#lib/ansi.ts'
import { subscribable } from '#lib/subscribable.ts'
import { openBell } from './bell.ts'
import type { LogFeed, LogWindow } from './feed.ts'
import { grown, growsFrom, pageAsked, pageOf, pagesLeft, tailOf } from './log-window.ts'
import type { LogPart } from './log-window.ts'

export type LogEnd = LogPart & Pick<LogWindow, 'bytes' | 'read' | 'over'>
export interface LogState { readonly tail: LogEnd | undefined; readonly pages: ReadonlyMap<number, LogPart>; readonly error: Error | undefined }
export type LogStore = ReturnType<typeof openLogStore>

/** News can be lost with their stream; a log that may grow is looked at without them, too. */
const slowMs = 2000
/** Further behind than this, the next look is not put off until news come. */
const farBehind = 8e6
const mostPages = 40

/** What is known of a log: its end, which follows the news of it, and the pages that were in sight. */
export function openLogStore(feed: LogFeed) {
  const state = subscribable<LogState>({ tail: undefined, pages: new Map(), error: undefined })
  const asked = new Map<number, AbortController>()
  const refused = new Set<number>()
  let wanted: readonly number[] = []
  let ring = () => {}

  /** Keeps the end true until it is stopped. */
  function follow(hear: (heard: () => void) => () => void): () => void {
    const control = new AbortController()
    const bell = openBell()
    const deaf = hear(bell.ring)
    ring = bell.ring
    void (async () => {
      while (!control.signal.aborted) {
        const tail = await look(control.signal)
        if (!tail || !isBehind(tail)) await bell.within(tail?.over ? 2 ** 31 - 1 : slowMs)
      }
    })()
    return () => {
      deaf()
      control.abort()
      bell.ring()
    }
  }

  /** Undefined where it could not be read. */
  async function look(signal: AbortSignal): Promise<LogEnd | undefined> {
    const { tail: before } = state.get()
    try {
      const { tail, left } = await endAfter(feed, before, signal)
      const anew = before !== undefined && tail.total < before.total
      refused.clear()
      state.change(({ pages }) => ({ tail, error: undefined, pages: anew ? new Map() : withPages(pages, left, wanted) }))
      return tail
    } catch (error) {
      if (!signal.aborted) failed(error)
      return undefined
    }
  }

  /** Reads the pages that are not known yet; those on their way that are no longer wanted are withdrawn. */
  function want(pages: readonly number[]): void {
    wanted = pages
    for (const [page, control] of asked) {
      if (pages.includes(page)) continue
      control.abort()
      asked.delete(page)
    }
    for (const page of pages) if (!asked.has(page) && !refused.has(page) && !state.get().pages.has(page)) void readPage(page)
  }

  async function readPage(page: number): Promise<void> {
    const control = new AbortController()
    asked.set(page, control)
    try {
      const part = pageOf(page, await feed.read(pageAsked(page), control.signal))
      state.change((now) => ({ ...now, pages: withPages(now.pages, new Map([[page, part]]), wanted) }))
    } catch (error) {
      if (!control.signal.aborted) {
        refused.add(page)
        failed(error)
      }
    }
    if (asked.get(page) === control) asked.delete(page)
  }

  function failed(error: unknown): void {
    state.change((now) => ({ ...now, error: error instanceof Error ? error : new Error(String(error)) }))
  }

  /** Looks once more after an error. */
  function again(): void {
    refused.clear()
    ring()
  }

  return { get: state.get, subscribe: state.subscribe, follow, again, want }
}

function isBehind({ read, bytes, over }: LogEnd): boolean {
  return over ? read < bytes : bytes - read > farBehind
}

/** The oldest go where there are too many, but none that is in sight. */
function withPages(pages: ReadonlyMap<number, LogPart>, more: ReadonlyMap<number, LogPart>, wanted: readonly number[]): ReadonlyMap<number, LogPart> {
  if (more.size === 0) return pages
  const all = new Map([...pages, ...more])
  const gone = [...all.keys()].filter((page) => !wanted.includes(page)).slice(0, Math.max(0, all.size - mostPages))
  for (const page of gone) all.delete(page)
  return all
}

async function endAfter(feed: LogFeed, before: LogEnd | undefined, signal: AbortSignal): Promise<{ readonly tail: LogEnd; readonly left: ReadonlyMap<number, LogPart> }> {
  const since = await feed.read({ from: growsFrom(before), lines: 1000 }, signal)
  const joined = grown(before, since)
  if (joined) return { tail: { ...tailOf(joined), ...standing(since) }, left: pagesLeft(joined) }
  const anew = await feed.read({ from: growsFrom(undefined), lines: 5000 }, signal)
  const part = grown(undefined, anew) ?? { first: anew.first, lines: anew.lines, total: anew.first + anew.lines.length, style: plain }
  return { tail: { ...tailOf(part), ...standing(anew) }, left: new Map() }
}

function standing({ bytes, read, over }: LogWindow): Pick<LogWindow, 'bytes' | 'read' | 'over'> {
  return { bytes, read, over }
}
