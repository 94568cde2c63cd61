/** The words of a line as a shell parts them: by spaces, outside of quotes. An open quote reaches to the end. */
export function wordsOf(line: string): string[] {
  const words: string[] = []
  for (const [whole] of line.matchAll(/(?:"(?:[^"\\]|\\.)*"?|'[^']*'?|\\.|[^\s"'\\])+/gs)) words.push(unquoted(whole))
  return words
}

function unquoted(word: string): string {
  return word.replaceAll(/"((?:[^"\\]|\\.)*)"?|'([^']*)'?|\\(.)/gs, (_, double?: string, single?: string, escaped?: string) => double?.replaceAll(/\\(["\\])/g, '$1') ?? single ?? escaped ?? '')
}

/** The line that `wordsOf` reads as these words. */
export function lineOf(words: readonly string[]): string {
  return words.map((word) => (word !== '' && /^[^\s"'\\]+$/.test(word) ? word : `"${word.replaceAll(/(["\\])/g, '\\$1')}"`)).join(' ')
}

/** `1, 2, tall tree` as values: numbers where they are written as such. */
export function valuesIn(text: string): (string | number)[] {
  return text.split(',').map((part) => part.trim()).filter(Boolean).map((part) => (/^-?(\d+(\.\d+)?|\.\d+)(e[-+]?\d+)?$/i.test(part) && Number.isFinite(Number(part)) ? Number(part) : part))
}

/** `NAME=value` lines as variables; lines that are none are passed over. */
export function variablesIn(text: string): Record<string, string> {
  return Object.fromEntries(text.split('\n').flatMap((line) => { const [, name, value = ''] = /^\s*([A-Za-z_]\w*)=(.*)$/.exec(line) ?? []; return name === undefined ? [] : [[name, value] as const] }))
}
