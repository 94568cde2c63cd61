import { literal } from '#lib/sql.ts'
import type { Dialect } from '../domain/dataset.ts'
import { unglobbed } from '../domain/source-path.ts'
import { mostLineBytes } from './long-line.ts'

export interface CsvRead {
  readonly paths: readonly string[]
  readonly dialect: Pick<Dialect, 'delimiter' | 'quote' | 'escape' | 'header' | 'skip' | 'nullText' | 'short' | 'long'>
  readonly width: number
  /** Temporary tables for the lines that do not fit, unique to this read. */
  readonly rejects: { readonly lines: string; readonly scans: string }
  /** Adds the column `_file` with the path that a row came from. */
  readonly withFile?: boolean
}

/** Every cell as text, because a cast inside the reader would drop its whole row. */
export function csvSql(read: CsvRead): string {
  return mends(read.dialect) ? mendedSql(read) : readerSql(read, { width: read.width, nulls: nullsOf(read.dialect) })
}

/** Whether lines of another width are taken, too; then each row has `_short` and `_extra`, what was cut off it. */
export function mends({ short, long }: Pick<Dialect, 'short' | 'long'>): boolean {
  return short === 'fill' || long === 'cut'
}

export function freshRejects(): CsvRead['rejects'] {
  const id = crypto.randomUUID().replaceAll('-', '').slice(0, 12)
  return { lines: `rejects_${id}`, scans: `scans_${id}` }
}

const mostExtra = 32
const nothing = '\u001fnothing\u001f'

/** Read wider and padded: with a text for missing that no file holds, an empty cell is '' and one that is not there is NULL. */
function mendedSql(read: CsvRead): string {
  const { dialect: { delimiter, short, long, ...dialect }, width } = read
  const extra = long === 'cut' ? Array.from({ length: mostExtra }, (_, i) => `c${width + i}`) : []
  const nulls = nullsOf(dialect).map(literal).join(', ')
  const cells = Array.from({ length: width }, (_, i) => `CASE WHEN c${i} IN (${nulls}) THEN NULL ELSE c${i} END AS c${i}`)
  const isShort = `c${width - 1} IS NULL`
  const [first, second] = extra
  const cut = first ? `CASE WHEN ${first} <> '' OR ${second} IS NOT NULL THEN concat_ws(${literal(delimiter)}, ${extra.join(', ')}) END` : 'NULL::VARCHAR'
  const reader = readerSql(read, { width: width + extra.length, nulls: [nothing], more: ['null_padding=true', 'parallel=false'] })
  return `(SELECT ${cells.join(', ')}, ${isShort} AS _short, ${cut} AS _extra${read.withFile ? ', _file' : ''} FROM ${reader}${short === 'fill' ? '' : ` WHERE NOT (${isShort})`})`
}

function readerSql({ paths, dialect, rejects, withFile }: CsvRead, { width, nulls, more = [] }: { readonly width: number; readonly nulls: readonly string[]; readonly more?: readonly string[] }): string {
  const columns = Array.from({ length: width }, (_, i) => `'c${i}': 'VARCHAR'`).join(', ')
  const options = [
    `columns={${columns}}`, 'auto_detect=false', `header=${dialect.header}`, `skip=${dialect.skip}`,
    `delim=${literal(dialect.delimiter)}`, `quote=${literal(dialect.quote)}`, `escape=${literal(dialect.quote === '' ? '' : dialect.escape)}`,
    `nullstr=[${nulls.map(literal).join(', ')}]`,
    `max_line_size=${mostLineBytes}`, `buffer_size=${mostLineBytes}`,
    'store_rejects=true', `rejects_table=${literal(rejects.lines)}`, `rejects_scan=${literal(rejects.scans)}`,
    ...more, ...(withFile ? ["filename='_file'"] : []),
  ]
  return `read_csv([${paths.map((path) => literal(unglobbed(path))).join(', ')}], ${options.join(', ')})`
}

function nullsOf({ nullText }: Pick<Dialect, 'nullText'>): readonly string[] {
  return nullText.length === 0 ? [''] : nullText
}
