import { numberWords } from './axis-ticks.ts'

const fewest = 3
const most = 7

/** The lower ends of bins in few letters: numbers as on other axes, with the digits that keep them apart; other words cut. */
export function edgeWords(ends: readonly string[]): readonly string[] {
  const values = ends.map((end) => (/^[-−]?[\d,]+(\.\d+)?(e[-+]?\d+)?$/i.test(end) ? Number(end.replaceAll(',', '').replace('−', '-')) : Number.NaN))
  if (values.every(Number.isFinite)) {
    for (let digits = fewest; digits <= most; digits++) {
      const words = values.map((value) => numberWords(value, digits))
      if (new Set(words).size === new Set(values).size) return words
    }
  }
  return ends.map((end) => (end.length > 14 ? `${end.slice(0, 13)}…` : end))
}
