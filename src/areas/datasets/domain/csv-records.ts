export interface Marks { readonly delimiter: string; readonly quote: string; readonly escape: string }

export interface TextRecord { readonly line: number; readonly fields: readonly string[]; /** A quote in it that never closes, or that text follows. */ readonly odd?: 'open' | 'trailing' }

const most = 1000

/** The first records of a delimited text with the line each begins on, from 0; an unfinished last one is left out unless the text is whole or a quote in it runs over a hundred lines. */
export function recordsOf(text: string, marks: Marks, { limit = most, complete = true } = {}): TextRecord[] {
  const records: TextRecord[] = []
  let [line, at] = [0, 0]
  while (at < text.length && records.length < limit) {
    const record = recordAt(text, at, marks)
    const endless = record.odd === 'open' && record.lines > 100
    if (record.next >= text.length && !complete && !endless) break
    records.push({ line, fields: record.fields, ...(record.odd ? { odd: record.odd } : {}) })
    line += record.lines + 1
    at = record.next + (text.startsWith('\r\n', record.next) ? 2 : 1)
  }
  return records
}

/** The cells up to the line end; `next` stands on it. */
function recordAt(text: string, from: number, marks: Marks) {
  const fields: string[] = []
  let [lines, at] = [0, from]
  let odd: TextRecord['odd']
  for (;;) {
    const cell = cellAt(text, at, marks)
    fields.push(cell.value)
    lines += cell.lines
    odd ??= cell.odd
    if (marks.delimiter === '' || !text.startsWith(marks.delimiter, cell.next)) return { fields, lines, next: cell.next, odd }
    at = cell.next + marks.delimiter.length
  }
}

/** One cell from `at`; text that follows a closing quote belongs to it. */
function cellAt(text: string, at: number, marks: Marks) {
  const quoted = marks.quote !== '' && text[at] === marks.quote ? quotedAt(text, at + 1, marks) : { value: '', next: at, open: false }
  const next = endOf(text, quoted.next, marks.delimiter)
  const odd: TextRecord['odd'] = quoted.open ? 'open' : quoted.next > at && next > quoted.next && text.slice(quoted.next, next).trim() !== '' ? 'trailing' : undefined
  return { value: quoted.value + text.slice(quoted.next, next), next, lines: quoted.value.split('\n').length - 1, odd }
}

function quotedAt(text: string, from: number, { quote, escape }: Marks): { readonly value: string; readonly next: number; readonly open: boolean } {
  const parts: string[] = []
  let at = from
  for (;;) {
    const close = text.indexOf(quote, at)
    if (close < 0) return { value: parts.join('') + text.slice(at), next: text.length, open: true }
    const doubled = escape === quote && text[close + 1] === quote
    const escaped = escape !== quote && escape !== '' && close > at && text[close - 1] === escape
    parts.push(text.slice(at, escaped ? close - 1 : close))
    if (!doubled && !escaped) return { value: parts.join(''), next: close + 1, open: false }
    parts.push(quote)
    at = close + (doubled ? 2 : 1)
  }
}

function endOf(text: string, from: number, delimiter: string): number {
  const first = delimiter[0] ?? '\n'
  let at = from
  while (at < text.length) {
    const c = text[at]
    if (c === '\n' || c === '\r' || (c === first && text.startsWith(delimiter, at))) return at
    at++
  }
  return at
}
