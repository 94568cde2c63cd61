export type TokenKind = 'name' | 'number' | 'string' | 'quoted' | 'operator' | 'open' | 'close' | 'comma' | 'semicolon' | 'other'

/** A piece of a filter; `text` as it stands there, quotes included. */
export interface Token { readonly kind: TokenKind; readonly text: string; readonly from: number; readonly to: number }

type Quotes = 'open' | 'closed'

/** In this order: the first that fits is taken. A quote that is not closed runs to the end, or stands alone where quotes must be closed. */
function kindsOf(quotes: Quotes): readonly (readonly [TokenKind, RegExp])[] {
  const end = (quote: string) => (quotes === 'open' ? `(?:${quote}|$)` : quote)
  const [word, ticked, double] = [String.raw`[\p{L}\p{N}_\-/:@]+`, `\`[^\`]*${end('`')}`, `"[^"]*${end('"')}`]
  return [
    ['number', /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\p{L}\p{N}_.\-/:@])/uy],
    ['string', new RegExp(`'(?:[^']|'')*${end("'")}`, 'uy')],
    ['name', new RegExp(String.raw`(?=[\p{L}_${'`'}])(?:${ticked}|${word})(?:\.(?:${ticked}|${double}|${word})?)*(?:(?<=[${'`'}"]):(?:last|best|min|max|atStep)(?![\p{L}\p{N}_]))?(?:(?<=:atStep)=-?\d+)?`, 'uy')],
    ['quoted', new RegExp(double, 'uy')],
    ['operator', /!=|<>|<=|>=|==|=|<|>/uy],
    ['open', /\(/uy],
    ['close', /\)/uy],
    ['comma', /,/uy],
    ['semicolon', /;/uy],
    ['other', quotes === 'open' ? /[^\s(),;]+/uy : /['"`]|[^\s(),;'"`]+/uy],
  ]
}

const kinds: Readonly<Record<Quotes, ReturnType<typeof kindsOf>>> = { open: kindsOf('open'), closed: kindsOf('closed') }

export function tokensOf(text: string, quotes: Quotes = 'open'): readonly Token[] {
  const tokens: Token[] = []
  const space = /\s*/uy
  for (let at = 0; ;) {
    space.lastIndex = at
    space.test(text)
    at = space.lastIndex
    if (at >= text.length) return tokens
    const token = tokenAt(text, at, quotes)
    tokens.push(token)
    at = token.to
  }
}

function tokenAt(text: string, at: number, quotes: Quotes): Token {
  for (const [kind, pattern] of kinds[quotes]) {
    pattern.lastIndex = at
    if (pattern.test(text) && pattern.lastIndex > at) return { kind, text: text.slice(at, pattern.lastIndex), from: at, to: pattern.lastIndex }
  }
  return { kind: 'other', text: text.slice(at, at + 1), from: at, to: at + 1 }
}

export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'name' && words.includes(token.text.toUpperCase())
}

const grammar = ['AND', 'OR', 'NOT', 'IN', 'IS', 'LIKE', 'ILIKE']

/** The words of a text that is no condition: no operator, no parenthesis, no column of a family. */
export function wordsOf(tokens: readonly Token[]): readonly string[] | undefined {
  const plain = tokens.every((token) => ['name', 'number', 'string', 'quoted', 'other'].includes(token.kind) && !isWord(token, ...grammar) && !/[`;]/.test(token.text) && !/^(metric|param|parameter|tag|attribute|attr|run|dataset|git)s?\./.test(token.text))
  return plain ? tokens.map(unquoted).filter((word) => word !== '') : undefined
}

/** The text inside quotes; two single quotes in a string are one. */
export function unquoted({ kind, text }: Pick<Token, 'kind' | 'text'>): string {
  if (kind === 'string') return text.slice(1, text.length > 1 && text.endsWith("'") ? -1 : undefined).replaceAll("''", "'")
  return kind === 'quoted' ? text.slice(1, text.length > 1 && text.endsWith('"') ? -1 : undefined) : text
}
