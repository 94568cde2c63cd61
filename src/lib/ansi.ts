/** How a stretch of a line is written; colours are 0–15 of the terminal's palette, or `#rrggbb`. */
export interface Style {
  readonly fg?: number | string
  readonly bg?: number | string
  readonly bold?: true
  readonly dim?: true
  readonly italic?: true
  readonly underline?: true
  readonly inverse?: true
}
export const plain: Style = {}
export interface Span { readonly text: string; readonly style: Style }

/** Colours (ECMA-48 SGR) are kept; cursor moves, titles, links and other orders to a terminal say nothing in a log. */
// oxlint-disable-next-line no-control-regex
const order = /\u001b(?:\[([0-9;:?<=>]*)[ -/]*([@-~])|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[PX^_][^\u001b]*(?:\u001b\\)?|[ -/]*[0-~])?/g
// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f]/g

/** The stretches of one line that begins in this style. */
export function spansIn(line: string, before: Style = plain): Span[] {
  const spans: Span[] = []
  let [style, from] = [before, 0]
  const add = (raw: string) => {
    const text = raw.replaceAll(unseen, '')
    if (text !== '') spans.push({ text, style })
  }
  for (const match of line.matchAll(order)) {
    add(line.slice(from, match.index))
    from = match.index + match[0].length
    style = ordered(style, match)
  }
  add(line.slice(from))
  return spans
}

/** The style in which the next line begins: colours stay until they are ended. */
export function styleAfter(line: string, before: Style = plain): Style {
  return line.includes('\u001b') ? line.matchAll(order).reduce(ordered, before) : before
}

/** The orders for colours that a text ends with, without those that its last reset takes back. */
export function ordersIn(text: string): string {
  if (!text.includes('\u001b')) return ''
  const orders = [...text.matchAll(order)].filter(isColour).map(([whole]) => whole)
  return orders.slice(Math.max(0, orders.findLastIndex((told) => /^\S\[0?m$/.test(told)))).join('')
}

/** The line without orders to a terminal. */
export function plainOf(line: string): string {
  return line.includes('\u001b') ? line.replaceAll(order, '') : line
}

function ordered(style: Style, match: RegExpExecArray): Style {
  return isColour(match) ? styled(style, match[1] ?? '') : style
}

function isColour(match: RegExpExecArray): boolean {
  return match[2] === 'm' && !/[?<=>]/.test(match[1] ?? '')
}

function styled(before: Style, orders: string): Style {
  const codes = orders.split(/[;:]/).map(Number)
  let style = before
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] ?? 0
    if (code === 38 || code === 48) {
      const { colour, took } = wide(codes.slice(i + 1))
      if (colour !== undefined) style = code === 38 ? { ...style, fg: colour } : { ...style, bg: colour }
      i += took
    } else style = one(style, code)
  }
  return style
}

function one(style: Style, code: number): Style {
  if (code >= 30 && code <= 37) return { ...style, fg: code - 30 }
  if (code >= 90 && code <= 97) return { ...style, fg: code - 82 }
  if (code >= 40 && code <= 47) return { ...style, bg: code - 40 }
  if (code >= 100 && code <= 107) return { ...style, bg: code - 92 }
  switch (code) {
    case 0: return plain
    case 1: return { ...style, bold: true }
    case 2: return { ...style, dim: true }
    case 3: return { ...style, italic: true }
    case 4: case 21: return { ...style, underline: true }
    case 7: return { ...style, inverse: true }
    case 22: { const { bold: _bold, dim: _dim, ...rest } = style; return rest }
    case 23: { const { italic: _italic, ...rest } = style; return rest }
    case 24: { const { underline: _underline, ...rest } = style; return rest }
    case 27: { const { inverse: _inverse, ...rest } = style; return rest }
    case 39: { const { fg: _fg, ...rest } = style; return rest }
    case 49: { const { bg: _bg, ...rest } = style; return rest }
    default: return style
  }
}

/** `5;n` of 256 colours, or `2;r;g;b`. */
function wide([kind, ...rest]: readonly number[]): { readonly colour: number | string | undefined; readonly took: number } {
  if (kind === 5) return { colour: ofCube(rest[0] ?? 0), took: 2 }
  if (kind === 2) return { colour: hex(rest.slice(0, 3)), took: 4 }
  return { colour: undefined, took: 1 }
}

function ofCube(n: number): number | string {
  if (n < 16) return n
  if (n >= 232) return hex([8 + (n - 232) * 10, 8 + (n - 232) * 10, 8 + (n - 232) * 10])
  const level = (at: number) => (at === 0 ? 0 : 55 + at * 40)
  return hex([level(Math.floor((n - 16) / 36)), level(Math.floor((n - 16) / 6) % 6), level((n - 16) % 6)])
}

function hex(parts: readonly number[]): string {
  return `#${[0, 1, 2].map((i) => Math.max(0, Math.min(255, parts[i] ?? 0)).toString(16).padStart(2, '0')).join('')}`
}
