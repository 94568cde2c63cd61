import { plain, styleAfter } from '#lib/ansi.ts'
import type { Style } from '#lib/ansi.ts'

/** Lines of a log by their place, counted from 0, and the style in which the first of them begins. */
export interface LogPart { readonly first: number; readonly lines: readonly string[]; readonly total: number; readonly style: Style }
export type LogAnswer = Omit<LogPart, 'style'>

export const pageLines = 500
/** Lines that the end of a log holds at least. */
const kept = 200
/** Lines read before a page or the end only for the colours that they leave on: one ordered further above is not known below. */
const lead = 100

/** The part without the lines before `from`; their colours carry on. */
function startingAt({ first, lines, total, style }: LogPart, from: number): LogPart {
  const cut = Math.max(0, from - first)
  return { first: first + cut, lines: lines.slice(cut), total, style: lines.slice(0, cut).reduce((before, line) => styleAfter(line, before), style) }
}

/** The end of a log: it begins at a page, so that all pages before it are whole and never change. */
export function tailOf(part: LogPart): LogPart {
  const wanted = Math.floor(Math.max(0, part.total - kept) / pageLines) * pageLines
  return startingAt(part, Math.max(wanted, Math.ceil(part.first / pageLines) * pageLines))
}

/** Where to ask for what was written since: the last line may have grown. */
export function growsFrom(tail: LogPart | undefined): number {
  return tail ? Math.max(0, tail.total - 1) : -(pageLines + kept + lead)
}

/** What was known with what was written since; undefined where the answer does not reach from one to the other. */
export function grown(tail: LogPart | undefined, answer: LogAnswer): LogPart | undefined {
  const whole = answer.first + answer.lines.length >= answer.total
  if (!tail || answer.total < tail.total) return whole && answer.first <= Math.max(0, answer.total - kept) ? { ...answer, style: plain } : undefined
  if (!whole || answer.first < tail.first || answer.first > tail.first + tail.lines.length) return undefined
  return { ...tail, lines: [...tail.lines.slice(0, answer.first - tail.first), ...answer.lines], total: answer.total }
}

/** Where the lines stand that a page is made of, and those before it for its colours. */
export function pageAsked(page: number): { readonly from: number; readonly lines: number } {
  const from = Math.max(0, page * pageLines - lead)
  return { from, lines: (page + 1) * pageLines - from }
}

export function pageOf(page: number, { first, lines, total }: LogAnswer): LogPart {
  return startingAt({ first, lines, total, style: plain }, page * pageLines)
}

/** Whole pages of a part that stand before its end: what is in sight stays there while the end moves on. */
export function pagesLeft(part: LogPart): ReadonlyMap<number, LogPart> {
  const end = tailOf(part).first
  const pages = new Map<number, LogPart>()
  for (let page = Math.ceil(part.first / pageLines); page < end / pageLines; page += 1) {
    const begun = startingAt(part, page * pageLines)
    pages.set(page, { ...begun, lines: begun.lines.slice(0, pageLines) })
  }
  return pages
}

/** Pages that the lines from `from` up to but without `to` need, besides the end. */
export function pagesFor({ from, to }: { readonly from: number; readonly to: number }, tail: LogPart): number[] {
  const end = Math.min(to, tail.first)
  if (from >= end) return []
  const [first, last] = [Math.floor(from / pageLines), Math.floor((end - 1) / pageLines)]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

const styled = new WeakMap<LogPart, readonly Style[]>()

/** A line with the style in which it begins; undefined where the part does not hold it. */
export function lineIn(part: LogPart, line: number): { readonly text: string; readonly style: Style } | undefined {
  const text = part.lines[line - part.first]
  return text === undefined ? undefined : { text, style: stylesOf(part)[line - part.first] ?? plain }
}

function stylesOf(part: LogPart): readonly Style[] {
  const known = styled.get(part)
  if (known) return known
  let style = part.style
  const styles = part.lines.map((line) => {
    const begins = style
    style = styleAfter(line, style)
    return begins
  })
  styled.set(part, styles)
  return styles
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
