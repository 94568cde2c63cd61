import { literal } from '#lib/sql.ts'
import type { Dialect } from '../domain/dataset.ts'
import { unglobbed } from '../domain/source-path.ts'
import { mostLineBytes } from './long-line.ts'

export interface CsvRead {
  readonly paths: readonly string[]
  readonly dialect: Pick<Dialect, 'delimiter' | 'quote' | 'escape' | 'header' | 'skip' | 'nullText'>
  readonly width: number
  /** Temporary tables for the lines that do not fit, unique to this read; absent, such lines are passed over. */
  readonly rejects?: { readonly lines: string; readonly scans: string }
  /** Adds the column `_file` with the path that a row came from. */
  readonly withFile?: boolean
}

/** Every cell as text, because a cast inside the reader would drop its whole row. */
export function csvSql({ paths, dialect, width, rejects, withFile }: CsvRead): string {
  const columns = Array.from({ length: width }, (_, i) => `'c${i}': 'VARCHAR'`).join(', ')
  const options = [
    `columns={${columns}}`, 'auto_detect=false', `header=${dialect.header}`, `skip=${dialect.skip}`,
    `delim=${literal(dialect.delimiter)}`, `quote=${literal(dialect.quote)}`, `escape=${literal(dialect.quote === '' ? '' : dialect.escape)}`,
    `nullstr=[${(dialect.nullText.length === 0 ? [''] : dialect.nullText).map(literal).join(', ')}]`,
    `max_line_size=${mostLineBytes}`, `buffer_size=${mostLineBytes}`,
    ...(rejects ? ['store_rejects=true', `rejects_table=${literal(rejects.lines)}`, `rejects_scan=${literal(rejects.scans)}`] : ['ignore_errors=true']),
    ...(withFile ? ["filename='_file'"] : []),
  ]
  return `read_csv([${paths.map((path) => literal(unglobbed(path))).join(', ')}], ${options.join(', ')})`
}

export function freshRejects(): NonNullable<CsvRead['rejects']> {
  const id = crypto.randomUUID().replaceAll('-', '').slice(0, 12)
  return { lines: `rejects_${id}`, scans: `scans_${id}` }
}
