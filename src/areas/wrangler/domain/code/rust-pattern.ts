const classes: Readonly<Record<string, string>> = { d: '0-9', w: '0-9A-Za-z_', s: '\\t\\n\\f\\r ' }

/** An RE2 pattern as polars' regex engine needs it to mean the same: digits, word letters and spaces are ASCII. */
export function rustPattern(pattern: string): string {
  let inside = false
  return pattern.replace(/\\[\s\S]|[[\]]/g, (part) => {
    if (part === '[') { inside = true; return part }
    if (part === ']') { inside = false; return part }
    const letter = part.slice(1)
    const members = classes[letter.toLowerCase()]
    if (members !== undefined) return letter === letter.toLowerCase() ? (inside ? members : `[${members}]`) : `[^${members}]`
    if (letter === 'b' && !inside) return '(?-u:\\b)'
    return letter === 'z' ? '\\z' : part
  })
}
