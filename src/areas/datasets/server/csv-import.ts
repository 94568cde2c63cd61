import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { literal } from '#lib/sql.ts'
import { dataProblem, DuckError } from '#node/duckdb/error.ts'
import { Problem } from '#wire/problem.ts'
import { castSql, leftOut } from '../domain/csv-types.ts'
import type { Dialect, Shard } from '../domain/dataset.ts'
import { unglobbed } from '../domain/source-path.ts'
import { shardsIn } from './bytes.ts'
import { csvSql, freshRejects, mends } from './csv-read.ts'
import type { CsvRead } from './csv-read.ts'
import { checkDialect } from './csv-sniff.ts'
import { refuseLongLine } from './long-line.ts'
import { copySql, withUtf8 } from './imported.ts'
import type { Import, Imported, Readable } from './imported.ts'
import { shardsOf } from './parquet.ts'

/**
 * Reads a CSV once into Parquet. A line that does not fit the columns is left out, a cell that is not of its type becomes empty;
 * both are listed in `rejects.parquet`, so accepted and rejected lines add up to the file.
 */
export async function importCsv(work: Import): Promise<Imported> {
  const { dialect } = work
  if (!dialect) throw new Problem('invalid', 'A CSV needs a dialect.', 'dialect')
  checkDialect(dialect)
  const convert = (rewrite: boolean) => withUtf8(work, { rewrite }, (files) => convertOnce(work, dialect, files))
  return convert(false).catch((error: unknown) => {
    if (error instanceof DuckError && /invalid state|new ?line/i.test(error.message)) return convert(true)
    throw error
  }).catch((error: unknown) => { throw dataProblem(error, `Reading “${work.source.source}”`) })
}

async function convertOnce({ duck, stage, signal, report }: Import, dialect: Dialect, files: readonly Readable[]): Promise<Imported> {
  for (const { path, file } of files) await refuseLongLine({ path, name: file.name, size: (await stat(path)).size }, signal)
  const kept = keptOf(dialect)
  const rejects = freshRejects()
  const lines = join(stage, 'lines.parquet')
  const read = { paths: files.map(({ path }) => path), dialect, width: dialect.columns.length, rejects, withFile: files.length > 1 }
  const from = csvSql(read)
  report(0, 'Converting to Parquet')
  const text = [
    copySql(`SELECT ${[...kept.map(({ type, i }) => `${castSql(`c${i}`, type, dialect)} AS c${i}`), `${badSql(dialect)} AS _bad`, files.length > 1 ? '_file' : 'NULL::VARCHAR AS _file'].join(', ')} FROM ${from}`, stage, kept.length),
    // Where only long lines are mended, the short ones are found by a plain reading of their own.
    ...(dialect.long === 'cut' && dialect.short !== 'fill' ? [shortLinesSql(read)] : []),
    `COPY (SELECT ${files.length > 1 ? 's.file_path' : 'NULL::VARCHAR'} AS file, r.line::BIGINT AS line, -1 AS place, r.error_type::VARCHAR AS kind, left(r.csv_line, 300) AS text FROM ${rejects.lines} r JOIN ${rejects.scans} s USING (scan_id, file_id)) TO ${literal(lines)} (FORMAT parquet)`,
    `DROP TABLE ${rejects.lines}`, `DROP TABLE ${rejects.scans}`,
  ].join('; ')
  await duck.read({ text, signal, background: true, onProgress: (share) => report(share) })
  report(null, 'Listing what could not be read')
  const shards = await shardsOf(duck, await shardsIn(stage), signal)
  const into = join(stage, 'rejects.parquet')
  await duck.read({ text: `COPY (${rejectsSql(shards, lines, files, dialect)}) TO ${literal(into)} (FORMAT parquet)`, signal, background: true })
  const { rows } = await duck.read({ text: `SELECT count(DISTINCT (coalesce(file, ''), line)) FROM read_parquet(${literal(into)})`, signal })
  const count = Number(rows[0]?.[0] ?? 0)
  await rm(lines, { force: true })
  if (count === 0) await rm(into, { force: true })
  return { columns: kept.map(({ name, type }) => ({ name, type })), rejects: count }
}

/** The columns that are kept, with their places in the file. */
function keptOf({ columns }: Dialect) {
  return columns.map((column, i) => ({ ...column, i })).filter(({ type }) => type !== leftOut)
}

/** Adds to a read's rejects the lines that have too few cells. */
function shortLinesSql(read: CsvRead): string {
  const plain = freshRejects()
  return [
    `CREATE TEMP TABLE ${plain.lines}_rows AS SELECT count(c0) FROM ${csvSql({ ...read, dialect: { ...read.dialect, short: 'leave', long: 'leave' }, rejects: plain })}`, `DROP TABLE ${plain.lines}_rows`,
    `INSERT INTO ${read.rejects.scans} BY NAME SELECT * FROM ${plain.scans}`, `INSERT INTO ${read.rejects.lines} BY NAME SELECT * FROM ${plain.lines} WHERE error_type = 'MISSING COLUMNS'`,
    `DROP TABLE ${plain.lines}`, `DROP TABLE ${plain.scans}`,
  ].join('; ')
}

const [filled, cut] = [-2, -3]

/** What was amiss in a row, as a list of place and text: cells that are not of their type, filled and cut lines; NULL in a good row, which costs next to nothing in Parquet. */
function badSql(dialect: Dialect): string {
  const cells = keptOf(dialect).flatMap(({ type, i }, place) => (type === 'VARCHAR' ? [] : [{ place, text: `c${i}`, bad: `(c${i} IS NOT NULL AND ${castSql(`c${i}`, type, dialect)} IS NULL)` }]))
  const lines = mends(dialect) ? [{ place: filled, text: `concat_ws(${literal(dialect.delimiter)}, ${dialect.columns.map((_, i) => `c${i}`).join(', ')})`, bad: '_short' }, { place: cut, text: '_extra', bad: '_extra IS NOT NULL' }] : []
  const all = [...lines, ...cells]
  if (all.length === 0) return 'NULL::STRUCT(place INTEGER, text VARCHAR)[]'
  const listed = all.map(({ place, text, bad }) => `CASE WHEN ${bad} THEN {'place': (${place})::INTEGER, 'text': left(${text}, 300)} END`)
  return `CASE WHEN ${all.map(({ bad }) => bad).join(' OR ')} THEN list_filter([${listed.join(', ')}], lambda x: x IS NOT NULL) END`
}

/** Line numbers of bad cells: the row's place in its file, plus the lines before it that were left out. */
function rejectsSql(shards: readonly Shard[], lines: string, files: readonly Readable[], dialect: Dialect): string {
  const offset = dialect.skip + (dialect.header ? 1 : 0)
  const rows = shards.map(({ path, first }) => `SELECT file_row_number + ${first} AS rid, _file, _bad FROM read_parquet(${literal(unglobbed(path))})`).join(' UNION ALL ')
  const names = files.length > 1 ? `CASE file ${files.map(({ file, path }) => `WHEN ${literal(path)} THEN ${literal(file.name)}`).join(' ')} END` : 'NULL::VARCHAR'
  const starts = files.length > 1 ? 'SELECT coalesce(_file, \'\') AS file, min(rid) AS start FROM data GROUP BY 1' : "SELECT '' AS file, 0 AS start"
  return `WITH data AS (${rows}), starts AS (${starts}),
    bad AS (SELECT coalesce(_file, '') AS file, rid - start AS k, unnest(_bad) AS cell FROM data JOIN starts ON starts.file = coalesce(_file, '') WHERE _bad IS NOT NULL),
    odd AS (SELECT DISTINCT ON (1, 2) coalesce(file, '') AS file, line, place, kind, text FROM read_parquet(${literal(lines)})),
    gaps AS (SELECT file, line - ${offset} - row_number() OVER (PARTITION BY file ORDER BY line) AS a, row_number() OVER (PARTITION BY file ORDER BY line) AS j FROM (SELECT DISTINCT file, line FROM odd)),
    found AS (
      SELECT file, line, place, kind, text, true AS gone FROM odd
      UNION ALL SELECT bad.file, ${offset} + k + 1 + coalesce(j, 0), cell.place, CASE cell.place WHEN ${filled} THEN 'FILLED' WHEN ${cut} THEN 'CUT' ELSE 'CAST' END, cell.text, false FROM bad ASOF LEFT JOIN gaps ON bad.file = gaps.file AND bad.k >= gaps.a
    )
    SELECT ${names} AS file, line, place, kind, text, gone FROM found ORDER BY file, line, place`
}
