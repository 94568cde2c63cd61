import { unglobbed } from '#areas/datasets/domain/source-path.ts'
import { literal } from '#lib/sql.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { Problem } from '#wire/problem.ts'
import type { Artifacts } from './artifacts.ts'
import { csvReader, csvTally, everyLine } from './artifact-csv.ts'
import type { UnreadLines } from '../domain/shown.ts'

export interface RowsNeeds { readonly duck: Duck; readonly artifacts: Artifacts }
interface Wanted { readonly uri: string; readonly path: string; readonly from: number; readonly to: number }
interface Rows { columns: { name: string; type: string }[]; rows: unknown[][]; total: number; unread: UnreadLines }

const most = 10_000

/** Windows of table artifacts: CSV, Parquet, JSON lines, and what mlflow.log_table wrote (pandas' split JSON). */
export function openArtifactRows({ duck, artifacts }: RowsNeeds): (wanted: Wanted, signal: AbortSignal) => Promise<Rows> {
  return async ({ uri, path, from, to }, signal) => {
    const file = literal(unglobbed(await artifacts.fileOf(uri, path)))
    const read = (text: string) => duck.read({ text, signal }).catch((error: unknown) => { throw dataProblem(error, `Reading “${path}”`) })
    const window = `LIMIT ${Math.min(most, Math.max(0, to - from))} OFFSET ${from}`
    const reader = readers.find(([ending]) => ending.test(path))?.[1]
    if (!reader) throw new Problem('invalid', `“${path}” is no table. CSV, TSV, Parquet and JSON files are shown as rows.`, 'path')
    if (/\.json$/i.test(path) && (await isSplit(file, read))) return splitRows(file, window, read)
    const [{ columns, rows }, tally] = await Promise.all([read(`SELECT * FROM ${reader(file)} ${window}`), reader === csvReader ? csvTally(file, read) : counted(reader(file), read)])
    return { columns: [...columns], rows: rows.map((row) => [...row]), ...tally }
  }
}

const readers: readonly (readonly [RegExp, (file: string) => string])[] = [
  [/\.(parquet|pq|parq)$/i, (file) => `read_parquet(${file})`],
  [/\.(csv|tsv|tab|psv)(\.(gz|zst))?$/i, csvReader],
  [/\.(ndjson|jsonl)(\.(gz|zst))?$/i, (file) => `read_json(${file}, format = 'newline_delimited')`],
  [/\.json$/i, (file) => `read_json(${file}, maximum_object_size = ${largest})`],
]
const largest = 256 * 1024 * 1024

type Read = (text: string) => Promise<{ readonly rows: readonly (readonly unknown[])[] }>
async function counted(from: string, read: Read): Promise<Pick<Rows, 'total' | 'unread'>> {
  const { rows } = await read(`SELECT count(*) FROM ${from}`)
  return { total: Number(rows[0]?.[0] ?? 0), unread: everyLine }
}

const split = (file: string) => `read_json(${file}, format = 'unstructured', columns = {columns: 'VARCHAR[]', data: 'JSON[]'}, maximum_object_size = ${largest})`

async function isSplit(file: string, read: Read): Promise<boolean> {
  const { rows } = await read(`SELECT list_sort(json_keys(json)) FROM read_json_objects(${file}, maximum_object_size = ${largest}) LIMIT 2`)
  const [keys] = rows[0] ?? []
  return rows.length === 1 && Array.isArray(keys) && keys.includes('columns') && keys.includes('data')
}

async function splitRows(file: string, window: string, read: Read): Promise<Rows> {
  const [head, body] = await Promise.all([read(`SELECT columns, len(data) FROM ${split(file)}`), read(`SELECT row::VARCHAR FROM (SELECT unnest(data) AS row FROM ${split(file)}) ${window}`)])
  const [names, total] = head.rows[0] ?? []
  const rows = body.rows.map(([row]) => {
    const values: unknown = JSON.parse(String(row))
    return Array.isArray(values) ? values : [values]
  })
  const columns = (Array.isArray(names) ? names : []).map((name, i) => ({ name: String(name), type: rows.every((row) => row[i] === null || typeof row[i] === 'number') ? 'DOUBLE' : 'VARCHAR' }))
  return { columns, rows, total: Number(total ?? 0), unread: everyLine }
}
