/** Lines of a log by their place, counted from 0. */
export interface LogPart { readonly first: number; readonly lines: readonly string[]; readonly total: number }

export const pageLines = 500
/** Lines that the end of a log holds at least. */
const kept = 200

/** The end of a log: it begins at a page, so that all pages before it are whole and never change. */
export function tailOf({ first, lines, total }: LogPart): LogPart {
  const wanted = Math.floor(Math.max(0, total - kept) / pageLines) * pageLines
  const from = Math.max(wanted, Math.ceil(first / pageLines) * pageLines)
  return { first: from, lines: lines.slice(from - first), total }
}

/** Where to ask for what was written since: the last line may have grown. */
export function growsFrom(tail: LogPart | undefined): number {
  return tail ? Math.max(0, tail.total - 1) : -(pageLines + kept)
}

/** The end with what was written since; undefined where the answer does not reach from one to the other. */
export function grown(tail: LogPart | undefined, answer: LogPart): LogPart | undefined {
  const whole = answer.first + answer.lines.length >= answer.total
  if (!tail || answer.total < tail.total) return whole && answer.first <= Math.max(0, answer.total - kept) ? tailOf(answer) : undefined
  if (!whole || answer.first < tail.first || answer.first > tail.first + tail.lines.length) return undefined
  return tailOf({ first: tail.first, lines: [...tail.lines.slice(0, answer.first - tail.first), ...answer.lines], total: answer.total })
}

/** Pages that the lines from `from` up to but without `to` need, besides the end. */
export function pagesFor({ from, to }: { readonly from: number; readonly to: number }, tail: LogPart): number[] {
  const end = Math.min(to, tail.first)
  if (from >= end) return []
  const [first, last] = [Math.floor(from / pageLines), Math.floor((end - 1) / pageLines)]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** The index of the found line after or before a line, round the ends; undefined where there is none. */
export function nextFound(found: readonly number[], from: number, by: 1 | -1): number | undefined {
  if (found.length === 0) return undefined
  if (by === 1) {
    const at = found.findIndex((line) => line > from)
    return at < 0 ? 0 : at
  }
  const at = found.findLastIndex((line) => line < from)
  return at < 0 ? found.length - 1 : at
}
