const [least, most] = [120, 6000]

/** How many lines the next frame may draw, after one of `drawn` lines took `ms`: the browser paints what was drawn only after the frame, so that the clock within it tells nothing. */
export function nextPace(drawn: number, ms: number): number {
  if (ms > 150) return drawn
  if (ms > 26) return Math.max(least, Math.floor((drawn * 14) / ms))
  return Math.min(most, Math.ceil(drawn * 1.04))
}
