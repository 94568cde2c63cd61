/** Which token of the look colours which kind of word; the first that fits. */
export const palette: readonly (readonly [start: string, token: string])[] = [
  ['comment', 'ink-3'], ['keyword', 'c5'], ['string.key', 'accent'], ['string', 'c3'], ['number', 'c2'], ['constant', 'c2'], ['type', 'accent'],
  ['predefined', 'accent'], ['tag', 'accent'], ['attribute.name', 'c5'], ['delimiter', 'ink-2'], ['operator', 'ink-2'], ['regexp', 'c4'], ['invalid', 'bad'],
]

/** Marks of charts are too pale for letters: mixed with ink they reach a contrast of 4.5 on every ground, light and dark. */
export function readable(colour: string, ink: string): string {
  return `color-mix(in oklab, ${colour} 64%, ${ink})`
}

/** The colour of a kind of word in a style; `` for plain text. */
export function colourOf(type: string): string {
  const token = palette.find(([start]) => type.startsWith(start))?.[1]
  return token === undefined ? '' : readable(`var(--${token})`, 'var(--ink)')
}
