const colours = 8

/** The colour of the i-th class: the same thing has the same colour everywhere; the ninth and later are grey. */
export function classColour(index: number): string {
  return `var(--c${index < colours ? index + 1 : colours})`
}

/** Five steps of the sequential palette for a share from 0 to 1. */
export function heatColour(share: number): string {
  return `var(--h${Math.max(0, Math.min(4, Math.round(share * 4)))})`
}

/** What a custom property is now, for canvases. */
export function colourNow(name: string, of: Element): string {
  const property = name.replace(/^var\((.*)\)$/, '$1')
  return getComputedStyle(of).getPropertyValue(property).trim() || name
}
