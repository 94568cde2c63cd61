export interface Phase { readonly text: string; /** The line that it begins at, counted from 0. */ readonly line: number }

const mark = '==> '

/** The phases that the log of a build tells of. */
export function phasesIn(lines: readonly string[]): Phase[] {
  return lines.flatMap((text, line) => (text.startsWith(mark) ? [{ text: text.slice(mark.length), line }] : []))
}

export function isPhase(line: string): boolean {
  return line.startsWith(mark)
}
