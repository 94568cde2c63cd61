import { ordersIn } from '#lib/ansi.ts'

/** A line longer than this comes in pieces, so that a log without line breaks is a log still. */
export const longestLine = 16 * 1024
/** A line that is written over and over, as a progress bar is, may be longer: only its last state is shown. */
export const longestRewritten = 512 * 1024

/** The line that begins at `place`: its end and where the next begins; undefined while these bytes do not hold the whole of it. */
export function pieceAt(bytes: Uint8Array, place: number): { readonly end: number; readonly next: number } | undefined {
  const feed = bytes.indexOf(10, place)
  if (feed >= 0 && feed - place < longestLine) return { end: feed, next: feed + 1 }
  if (bytes.length - place < longestLine) return undefined
  const back = bytes.subarray(place, place + longestLine).indexOf(13)
  const most = back < 0 ? longestLine : longestRewritten
  if (feed >= 0 && feed - place < most) return { end: feed, next: feed + 1 }
  return bytes.length - place < most ? undefined : { end: place + most, next: place + most }
}

/** What a terminal would show of a line that returns to its beginning: what was written last, in the colours that were ordered before. */
export function lastWritten(line: string): string {
  if (!line.includes('\r')) return line
  const parts = line.split('\r')
  const last = parts.findLastIndex((part) => part.trim() !== '')
  return last < 0 ? '' : ordersIn(parts.slice(0, last).join('')) + parts[last]
}

/** A line as it is told, cut where it is too long to be looked at. */
export function shownOf(line: string): string {
  const shown = lastWritten(line)
  return shown.length >= longestLine ? `${shown.slice(0, longestLine)} …` : shown
}
