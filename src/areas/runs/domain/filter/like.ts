/** SQL's LIKE: `%` is any text, `_` one character. Linear in practice: after a `%` only the last one is tried again. */
export function like(pattern: string): (text: string) => boolean {
  const wanted = Array.from(pattern)
  if (!/[%_]/.test(pattern)) return (text) => text === pattern
  return (text) => matches(wanted, Array.from(text))
}

function matches(pattern: readonly string[], text: readonly string[]): boolean {
  let [p, t, star, mark] = [0, 0, -1, 0]
  while (t < text.length) {
    if (pattern[p] === '%') [star, mark] = [p++, t]
    else if (p < pattern.length && (pattern[p] === '_' || pattern[p] === text[t])) [p, t] = [p + 1, t + 1]
    else if (star >= 0) [p, t] = [star + 1, ++mark]
    else return false
  }
  while (pattern[p] === '%') p++
  return p === pattern.length
}
