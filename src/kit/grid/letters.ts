/** The advance of a 12 px letter of the monospaced font. */
const advance = 7.2
/** Padding at both sides and the border. */
const around = 21

/** How many letters a numeric cell of that many pixels holds. */
export function lettersIn(width: number): number {
  return Math.floor((width - around) / advance)
}

/** The narrowest cell that holds so many letters. */
export function widthFor(letters: number): number {
  return Math.ceil(letters * advance) + around
}
