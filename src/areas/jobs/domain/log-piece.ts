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

/** What a terminal would show of a line that returns to its beginning: what was written last. */
export function lastWritten(line: string): string {
  if (!line.includes('\r')) return line
  return line.split('\r').findLast((part) => part.trim() !== '') ?? ''
}
