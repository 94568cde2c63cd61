import { dirname, join } from 'node:path'
import { literal } from '#lib/sql.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import { exists } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import type { Relation, Wish } from '../domain/dataset.ts'
import { shardsSql } from '../domain/source-sql.ts'
import { unglobbed } from '../domain/source-path.ts'
import type { openRows } from './rows.ts'
import { sniff } from './sniff.ts'

interface Needs { readonly rows: ReturnType<typeof openRows>; readonly duck: Duck; readonly root: string; readonly relation: (name: string, version?: number) => Promise<Relation> }
interface Which { readonly dataset: string; readonly version?: number | undefined }
interface Window extends Which { readonly from: number; readonly size: number }

/** What a person looks at before the wrangler: first rows, the files of a folder, the lines that could not be read. */
export function openReader({ rows, duck, root, relation }: Needs) {
  async function preview({ dataset, version, from, size }: Window, signal: AbortSignal) {
    const found = await relation(dataset, version)
    const { answer, ms } = await windowOf(found, { from, size }, signal)
    return { columns: [...found.columns], rows: answer, ms }
  }

  async function windowOf(found: Relation, { from, size }: { readonly from: number; readonly size: number }, signal: AbortSignal) {
    const ids = found.columns.map((_, i) => `c${i}`)
    const shown = found.columns.map(({ type }, i) => shownSql(`c${i}`, type))
    const text = `SELECT ${[...shown.map((sql, i) => `${sql} AS x${i}`), '_pos'].join(', ')} FROM (${shardsSql({ shards: found.shards, ids, types: found.columns.map(({ type }) => type) }, { ranges: [{ from, to: from + size }] })}) ORDER BY _pos`
    const { rows: answer, ms } = await duck.read({ text, signal }).catch((error: unknown) => { throw dataProblem(error, `Reading “${found.version.dataset}”`) })
    return { answer: answer.map((row) => row.slice(0, -1)), ms }
  }

  async function items({ dataset, version, from, size }: Window, signal: AbortSignal) {
    const found = await relation(dataset, version)
    if (found.version.format !== 'images' && found.version.format !== 'texts') throw new Problem('invalid', `“${dataset}” is a table, not a folder of images or texts.`, 'dataset')
    const { answer } = await windowOf(found, { from, size }, signal)
    return {
      total: found.version.rows,
      items: answer.map(([path, label, bytes]) => ({ path: textOf(path), name: textOf(path).split('/').at(-1) ?? '', bytes: Number(bytes), label: label === null ? null : textOf(label) })),
    }
  }

  async function rejects({ dataset, version, limit }: Which & { readonly limit: number }, signal: AbortSignal) {
    const { version: one, shards } = rows.need(dataset, version)
    const path = join(root, dirname(shards[0]?.path ?? ''), 'rejects.parquet')
    if (one.rejects === 0 || !(await exists(path))) return { total: 0, leftOut: 0, emptied: 0, mended: 0, rows: [] }
    const from = `read_parquet(${literal(unglobbed(path))})`
    const [counts, list] = await Promise.all([
      duck.read({ text: `SELECT count(*), count(DISTINCT (coalesce(file, ''), line)) FILTER (gone), count(*) FILTER (kind = 'CAST'), count(*) FILTER (kind IN ('FILLED', 'CUT')) FROM ${from}`, signal }),
      duck.read({ text: `SELECT file, line, place, kind, text FROM ${from} ORDER BY file, line, place LIMIT ${limit}`, signal }),
    ]).catch((error: unknown) => { throw dataProblem(error, 'Reading the rejects') })
    const [total, leftOut, emptied, mended] = (counts.rows[0] ?? []).map(Number)
    return {
      total: total ?? 0, leftOut: leftOut ?? 0, emptied: emptied ?? 0, mended: mended ?? 0,
      rows: list.rows.map(([file, line, at, kind, text]) => ({
        line: Number(line), column: one.columns[Number(at)]?.name ?? '', text: textOf(text),
        problem: `${file === null ? '' : `${textOf(file)}: `}${problemOf(textOf(kind), one.columns.length, one.columns[Number(at)]?.type ?? '')}`,
      })),
    }
  }

  return { preview, items, rejects, sniff: (input: { readonly path: string; readonly dialect?: Wish | undefined }, signal: AbortSignal) => sniff({ duck, root, ...input, signal }) }
}

/** Long cells are cut: a preview is looked at, not read. */
function shownSql(id: string, type: string): string {
  if (type === 'VARCHAR') return `CASE WHEN length(${id}) > 2000 THEN left(${id}, 2000) || '…' ELSE ${id} END`
  return type === 'BLOB' ? `octet_length(${id})::VARCHAR || ' bytes'` : id
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function problemOf(kind: string, width: number, type: string): string {
  switch (kind) {
    case 'CAST': return `Left empty: the text is not ${type}`
    case 'FILLED': return `Filled with missing values: fewer than ${width} fields`
    case 'CUT': return `Extra cells dropped: more than ${width} fields`
    case 'MISSING COLUMNS': return `Left out: fewer than ${width} fields`
    case 'TOO MANY COLUMNS': return `Left out: more than ${width} fields`
    case 'UNQUOTED VALUE': return 'Left out: a quote is not closed, or text follows it'
    case 'LINE SIZE OVER MAXIMUM': return 'Left out: the line is longer than 64 MB'
    case 'INVALID ENCODING': return 'Left out: the bytes are not of the chosen encoding'
    case 'INVALID STATE': return 'Left out: quotes and delimiters do not fit together'
    default: return `Left out: ${kind}`
  }
}
