export interface Fit {
  readonly score: number
  readonly at: readonly number[]
}

/** How well typed letters fit a path: all in order, better at the start of words, in a row and in the name. Spaces part words that may come in any order. */
export function fuzzy(typed: string, path: string): Fit | undefined {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const fits = words.map((word) => fitOf(word, path))
  if (fits.some((fit) => fit === undefined)) return undefined
  const at = [...new Set(fits.flatMap((fit) => fit?.at ?? []))].toSorted((a, b) => a - b)
  return { score: fits.reduce((sum, fit) => sum + (fit?.score ?? 0), 0) - path.length / 200, at }
}

function fitOf(word: string, path: string): Fit | undefined {
  const low = path.toLowerCase()
  const name = low.lastIndexOf('/') + 1
  const whole = low.indexOf(word, name)
  if (whole >= 0) return scored(path, Array.from(word, (_, i) => whole + i), 12)
  const inName = lettersOf(word, low, name)
  if (inName) return scored(path, inName, 6)
  const anywhere = lettersOf(word, low, 0)
  return anywhere ? scored(path, anywhere, 0) : undefined
}

/** The places of the letters, found from the left, then pulled together from the right. */
function lettersOf(word: string, low: string, from: number): number[] | undefined {
  let end = from - 1
  for (const letter of word) {
    end = low.indexOf(letter, end + 1)
    if (end < 0) return undefined
  }
  const at: number[] = []
  let place = end + 1
  for (const letter of Array.from(word).toReversed()) {
    place = low.lastIndexOf(letter, place - 1)
    at.unshift(place)
  }
  return at
}

function scored(path: string, at: readonly number[], bonus: number): Fit {
  const starts = at.filter((i) => i === 0 || /[/._\- ]/.test(path.charAt(i - 1)) || /[a-z][A-Z]/.test(path.slice(i - 1, i + 1))).length
  const runs = at.filter((i, n) => n > 0 && at[n - 1] === i - 1).length
  return { score: bonus + starts * 3 + runs * 2, at }
}
