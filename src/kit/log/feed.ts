import type { News } from '../desk.ts'

/** Lines of a log from `first`, counted from 0; `read` of its `bytes` are counted so far, and once `over` nothing more is written. */
export interface LogWindow { readonly lines: readonly string[]; readonly first: number; readonly total: number; readonly bytes: number; readonly read: number; readonly over: boolean }

/** Lines that hold a text: `count` of them up to but without line `searchedTo`, those of them that were asked for by place. */
export interface LogFound { readonly found: readonly { readonly line: number }[]; readonly count: number; readonly searchedTo: number; readonly whole: boolean }

/** Where a view of a log gets it from, whatever wrote it. */
export interface LogFeed {
  /** Lines from `from`; negative counts from the end. */
  readonly read: (asked: { readonly from: number; readonly lines: number }, signal: AbortSignal) => Promise<LogWindow>
  /** Searches on from a line for a bounded time; stops after `limit` lines, or only counts where that is 0. */
  readonly find: (asked: { readonly text: string; readonly from: number; readonly limit: number }, signal: AbortSignal) => Promise<LogFound>
  /** Told of once when the log has grown past what was read, or has ended. */
  readonly news: News
  /** The address of the whole log. */
  readonly download: string
}
