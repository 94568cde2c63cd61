/** What is wrong with a pattern in RE2's language, as far as it can be told without RE2. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern === '') return 'Write a pattern.'
  if (/\(\?<?[=!]/.test(pattern)) return 'A pattern cannot look ahead or behind, such as (?=…): find the part with a (group) instead.'
  if (/(^|[^\\])(\\\\)*\\[1-9]/.test(pattern)) return 'A pattern cannot refer back to its own group, such as \\1.'
  try {
    void new RegExp(pattern.replaceAll(/\(\?P?<\w+>/g, '(').replaceAll(/\(\?[imsU-]+(:?)/g, (_, colon: string) => (colon ? '(?:' : '(?:)(?:')).replaceAll(/\(\?:\)\(\?:\)/g, '(?:)'))
    return undefined
  } catch {
    return `The pattern “${pattern}” is not valid: look for a bracket that is not closed or a sign such as * or + with nothing before it.`
  }
}

export function replacementProblem(replacement: string): string | undefined {
  return /\\(?![\\0-9])/.test(replacement.replaceAll('\\\\', '')) ? 'In the replacement, \\ stands before the number of a group; write \\\\ for the sign itself.' : undefined
}

const classes: Readonly<Record<string, string>> = {
  d: '0-9', w: '0-9A-Za-z_', s: '\\t\\n\\f\\r ', D: '^0-9', W: '^0-9A-Za-z_', S: '^\\t\\n\\f\\r ',
}

/** The same pattern for Rust's engine, which polars uses: there \d, \w, \s and \b mean all of Unicode, and classes nest. */
export function rustPattern(pattern: string): string {
  let inside = false
  return pattern.replaceAll(/\\[\s\S]|\[:\^?\w+:\]|\[\^?\]?|\]|&&|--|~~/g, (found) => {
    if (found.startsWith('\\')) return rustEscape(found.charAt(1), inside)
    if (found.startsWith('[:') && inside) return found
    if (found.startsWith('[')) {
      if (inside) return `\\[${found.slice(1)}`
      inside = true
      return found.replace(']', '\\]')
    }
    if (found === ']') {
      const closes = inside
      inside = false
      return closes ? ']' : '\\]'
    }
    return inside ? found.replaceAll(/./g, '\\$&') : found
  })
}

function rustEscape(letter: string, inside: boolean): string {
  const set = classes[letter]
  if (set !== undefined) return inside && !set.startsWith('^') ? set : `[${set}]`
  if (!inside && (letter === 'b' || letter === 'B')) return `(?-u:\\${letter})`
  return `\\${letter}`
}

/** \1 as ${1}, which is how Rust's engine writes it. */
export function rustReplacement(replacement: string): string {
  return replacement.replaceAll(/\\(\d|\\)|\$/g, (found, digit: string | undefined) => (found === '$' ? '$$' : digit === '\\' ? '\\' : `\${${digit}}`))
}

/** The pattern within a group g0, its own groups named g1, g2, …: Arrow finds only what has a name. */
export function namedPattern(pattern: string): string {
  let [count, inside] = [0, false]
  const named = pattern.replaceAll(/\\[\s\S]|\[\^?\]?|\]|\((\?P?<\w+>|\?)?/g, (found, opening: string | undefined) => {
    if (found.startsWith('[')) inside = true
    if (found === ']') inside = false
    if (!found.startsWith('(') || inside || opening === '?') return found
    count++
    return `(?P<g${count}>`
  })
  return `(?P<g0>${named})`
}

/** How many groups a pattern has. */
export function groupsOf(pattern: string): number {
  return namedPattern(pattern).match(/\(\?P<g\d+>/g)?.length ?? 0
}
