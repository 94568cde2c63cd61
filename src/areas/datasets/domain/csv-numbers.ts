import { literal } from '#lib/sql.ts'
import type { Dialect } from './dataset.ts'

type Marks = Pick<Dialect, 'decimal' | 'thousands'>

/** What may stand between groups of thousands. A space is any of the spaces that writers of numbers use, an apostrophe either form of it. */
export const thousandsMarks = ['.', ',', ' ', "'"] as const
const spelt: Record<(typeof thousandsMarks)[number], string> = { '.': '.', ',': ',', ' ': ' \u00a0\u202f\u2009', "'": "'’" }

/**
 * A number's text as the engine writes it. With a thousands mark only well-formed groups are numbers, Indian ones too; "1.5" beside decimal commas is none.
 * The cell stands in it once: DuckDB's search for common parts grows with the square of their number.
 */
export function plainNumberSql(raw: string, { decimal, thousands }: Marks): string {
  const point = (text: string) => (decimal === ',' ? `replace(${text}, ',', '.')` : text)
  if (!thousands) return point(raw)
  const mark = `[${spelt[thousands]}]`
  const pattern = `^\\s*([-+]?([1-9][0-9]{0,2}(${mark}[0-9]{2,3})*${mark}[0-9]{3}|[0-9]*)([${decimal}][0-9]*)?([eE][-+]?[0-9]+)?|(?i:[-+]?inf(inity)?|nan))\\s*$`
  return point(`translate(regexp_extract(${raw}, ${literal(pattern)}, 1), ${literal(spelt[thousands])}, '')`)
}

export interface NumberMarks { readonly decimal: '.' | ','; readonly thousands?: Dialect['thousands']; readonly warnings: readonly string[] }

const group = (mark: string, end: string) => new RegExp(`^\\s*[-+]?[1-9]\\d{0,2}(?:[${mark}]\\d{3})${end}\\s*$`)
const either = [[',', '.'], ['.', ',']] as const

interface Chosen { readonly decimal?: '.' | ',' | undefined; readonly thousands?: Dialect['thousands'] | undefined }

/** The marks that the numbers of the first lines are written with. A thousands mark is only taken where some number could be nothing else. */
export function numberMarks(records: readonly (readonly string[])[], delimiter: string, fixed: Chosen): NumberMarks {
  const cells = records.flat().filter((cell) => cell.length < 40 && /\d[.,\u00a0\u202f\u2009 '’]\d/.test(cell))
  const some = (pattern: RegExp) => cells.some((cell) => pattern.test(cell))
  const sure = either.find(([decimal, mark]) => some(group(mark, `+[${decimal}]\\d+`)) || some(group(mark, '{2,}')))
  const commas = commasIn(cells)
  const decimal = fixed.decimal ?? decimalOf({ sure: sure?.[0], commas, delimiter })
  const mark = fixed.thousands ?? markOf({ decimal, some, sure, onlyGroups: delimiter === ',' && commas.unsure !== undefined })
  const open = fixed.decimal === undefined && fixed.thousands === undefined && sure === undefined
  return { decimal, ...(mark ? { thousands: mark } : {}), warnings: open && commas.unsure !== undefined ? [unsure(commas.unsure, decimal)] : [] }
}

/** The numbers with one comma: whether there are more than with a point, and where all of them could be thousands, one of them. */
function commasIn(cells: readonly string[]) {
  const count = (pattern: RegExp) => cells.filter((cell) => pattern.test(cell)).length
  const commas = count(/^\s*[-+]?\d+,\d+\s*$/)
  return { more: commas > count(/^\s*[-+]?\d+\.\d+\s*$/), unsure: commas === count(group(',', '')) ? cells.find((cell) => group(',', '').test(cell)) : undefined }
}

function decimalOf({ sure, commas, delimiter }: { readonly sure: '.' | ',' | undefined; readonly commas: ReturnType<typeof commasIn>; readonly delimiter: string }): '.' | ',' {
  if (sure) return sure
  return commas.more && !(delimiter === ',' && commas.unsure !== undefined) ? ',' : '.'
}

function unsure(example: string, decimal: '.' | ','): string {
  return `Numbers such as “${example.trim()}” could be thousands or have decimals. The comma is read as ${decimal === ',' ? 'the decimal mark' : 'the thousands mark'}; change it if that is wrong.`
}

function markOf({ decimal, some, sure, onlyGroups }: { readonly decimal: '.' | ','; readonly some: (pattern: RegExp) => boolean; readonly sure: (typeof either)[number] | undefined; readonly onlyGroups: boolean }): Dialect['thousands'] {
  if (sure?.[0] === decimal) return sure[1]
  if (decimal === ',' && some(group('.', ''))) return '.'
  if (decimal === '.' && onlyGroups) return ','
  if (some(group(spelt[' '], `+[${decimal}]\\d+`)) || some(group('\u00a0\u202f\u2009', '+'))) return ' '
  return some(group(spelt["'"], '+')) ? "'" : undefined
}
