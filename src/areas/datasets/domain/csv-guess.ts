import { recordsOf } from './csv-records.ts'
import type { Marks, TextRecord } from './csv-records.ts'

export interface Guess {
  readonly delimiter: string
  readonly quote: string
  readonly skip: number
  readonly header: boolean
  /** The first records after the skipped lines, the head included. */
  readonly records: readonly (readonly string[])[]
  readonly warnings: readonly string[]
}

const delimiters = [',', '\t', ';', '|'] as const

/** How the beginning of a text file is laid out. Every mark is tried over the same lines, so a ragged file keeps its columns. */
export function guessLayout(head: string, { complete, fixed = {} }: { readonly complete: boolean; readonly fixed?: { readonly delimiter?: string | undefined; readonly quote?: string | undefined; readonly skip?: number | undefined; readonly header?: boolean | undefined; readonly short?: 'leave' | 'fill' | undefined; readonly long?: 'leave' | 'cut' | undefined } }): Guess {
  const quote = fixed.quote ?? quoteOf(head)
  const tried = (fixed.delimiter === undefined ? delimiters : [fixed.delimiter]).map((delimiter) => layoutOf(head, { delimiter, quote, escape: quote }, complete))
  const best = tried.reduce((a, b) => (b.score > a.score ? b : a))
  const skip = fixed.skip ?? best.skip
  const records = best.records.filter((record) => record.line >= skip)
  const fields = records.map(({ fields: one }) => one)
  const header = fixed.header ?? hasHead(fields)
  return { delimiter: best.delimiter, quote, skip, header, records: fields, warnings: [...warningsOf({ records, width: best.width, skip, guessed: fixed.skip === undefined }, fixed), ...quoteWarnings(records, complete)] }
}

function layoutOf(head: string, marks: Marks, complete: boolean) {
  const records = recordsOf(head, marks, { complete })
  const filled = records.filter(({ fields }) => fields.length > 1 || fields[0] !== '')
  const width = commonest(filled.map(({ fields }) => fields.length))
  const regular = filled.filter(({ fields }) => fields.length === width)
  const wide = filled.filter(({ fields }) => fields.length > 1).length
  const share = filled.length === 0 ? 0 : regular.length / filled.length
  const score = width > 1 ? share + wide / filled.length + Math.log10(width) / 10 : 0
  const first = Math.max(0, filled.findIndex(({ fields }) => fields.length === width || (fields.length > 1 && wide > filled.length / 2)))
  return { delimiter: marks.delimiter, records: records.filter(({ line }) => line >= (filled[first]?.line ?? 0)), width, skip: filled[first]?.line ?? 0, score }
}

function commonest(sizes: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best), [1, 0] satisfies [number, number])[0]
}

function quoteOf(head: string): string {
  const double = head.match(/(^|[,;|\t\n])"/g)?.length ?? 0
  const single = head.match(/(^|[,;|\t\n])'[^'\n]*'(?=[,;|\t\r\n])/g)?.length ?? 0
  return single > 0 && double === 0 ? "'" : '"'
}

const numeric = /^\s*[+-]?(\d[\d.,_ ]*|\.\d+)([eE][+-]?\d+)?\s*%?$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/

/** The first record is a head when none of its cells is a number or date, and it is not just one more of the rows below. */
function hasHead([first, ...rest]: readonly (readonly string[])[]): boolean {
  if (!first) return false
  if (first.some((cell) => numeric.test(cell))) return false
  if (rest.length === 0) return true
  return !rest.some((record) => record.length === first.length && record.every((cell, i) => cell === first[i]))
}

function raggedOf(records: readonly TextRecord[], width: number) {
  const filled = records.filter(({ fields, odd }) => odd === undefined && (fields.length > 1 || fields[0] !== ''))
  return { short: filled.filter(({ fields }) => fields.length < width).length, long: filled.filter(({ fields }) => fields.length > width).length }
}

interface Laid { readonly records: readonly TextRecord[]; readonly width: number; readonly skip: number; readonly guessed: boolean }

function warningsOf({ records, width, skip, guessed }: Laid, { short, long }: { readonly short?: 'leave' | 'fill' | undefined; readonly long?: 'leave' | 'cut' | undefined }): string[] {
  const found = raggedOf(records, width)
  const told = (n: number, which: string, then: string) => (n > 0 ? [`${n} of the first ${records.length} lines ${n === 1 ? 'has' : 'have'} ${which} than ${width} ${width === 1 ? 'field' : 'fields'} and will be ${then}.`] : [])
  return [
    ...told(found.short, 'fewer', short === 'fill' ? 'filled with missing values' : 'left out and listed as rejects'),
    ...told(found.long, 'more', long === 'cut' ? 'cut; what is dropped is listed' : 'left out and listed as rejects'),
    ...(skip > 0 && guessed ? [`The first ${skip === 1 ? 'line is' : `${skip} lines are`} not part of the table and will be skipped.`] : []),
  ]
}

function quoteWarnings(records: readonly TextRecord[], complete: boolean): string[] {
  const trailing = records.filter(({ odd }) => odd === 'trailing')
  const open = records.find(({ odd }) => odd === 'open')
  const [first] = trailing
  return [
    ...(open ? [`A quote opens on line ${open.line + 1} and ${complete ? 'never closes: that line and all below it' : 'does not close in the lines below that were looked at: they'} will be left out. Close it in the file, or choose another quote.`] : []),
    ...(first ? [`On line ${first.line + 1}${trailing.length > 1 ? ` and ${trailing.length - 1} more` : ''} text follows a closing quote: ${trailing.length === 1 ? 'the line' : 'such lines'} will be left out and listed as rejects.`] : []),
  ]
}
