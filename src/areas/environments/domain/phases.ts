export interface Phase { readonly text: string; /** The line that it begins at, counted from 0. */ readonly line: number }

export const phaseMark = '==> '

/** The phases that these lines of the log of a build tell of. */
export function phasesIn(lines: readonly Phase[]): Phase[] {
  return lines.filter(({ text }) => isPhase(text)).map(({ text, line }) => ({ text: text.slice(phaseMark.length), line }))
}

export function isPhase(line: string): boolean {
  return line.startsWith(phaseMark)
}
