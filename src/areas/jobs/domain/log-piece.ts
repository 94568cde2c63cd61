/** A line longer than this comes in pieces, so that a log without line breaks is a log still. */
export const longestLine = 16 * 1024

/** The line that begins at `place`: its end and where the next begins; undefined while these bytes do not hold the whole of it. */
export function pieceAt(bytes: Uint8Array, place: number): { readonly end: number; readonly next: number } | undefined {
  const feed = bytes.indexOf(10, place)
  if (feed >= 0 && feed - place < longestLine) return { end: feed, next: feed + 1 }
  if (bytes.length - place >= longestLine) return { end: place + longestLine, next: place + longestLine }
  return undefined
}
