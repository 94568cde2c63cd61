import { freshRejects } from '#areas/datasets/server/csv-read.ts'
import type { UnreadLines } from '../domain/shown.ts'

type Read = (text: string) => Promise<{ readonly rows: readonly (readonly unknown[])[] }>

export const everyLine: UnreadLines = { total: 0, first: [] }
const named = 20

/** Lines that do not fit the columns are passed over; `csvTally` tells them. */
export function csvReader(file: string): string {
  return `read_csv(${file}, ignore_errors = true, store_rejects = false)`
}

/** How many rows `csvReader` gives, and the lines that it passed over. */
export async function csvTally(file: string, read: Read): Promise<{ total: number; unread: UnreadLines }> {
  const rejects = freshRejects()
  const { rows } = await read([
    `CREATE OR REPLACE TEMP TABLE artifact_rows AS SELECT count(*) AS n FROM read_csv(${file}, store_rejects = true, rejects_table = '${rejects.lines}', rejects_scan = '${rejects.scans}')`,
    `CREATE OR REPLACE TEMP TABLE artifact_unread AS SELECT line, any_value(lower(error_type::VARCHAR)) AS why, any_value(left(csv_line, 200)) AS line_text FROM ${rejects.lines} GROUP BY line`,
    `DROP TABLE ${rejects.lines}`, `DROP TABLE ${rejects.scans}`,
    `SELECT n, (SELECT count(*) FROM artifact_unread), line, why, line_text FROM artifact_rows LEFT JOIN artifact_unread ON true ORDER BY line LIMIT ${named}`,
  ].join('; '))
  const [total = 0, unread = 0] = rows[0] ?? []
  return { total: Number(total), unread: { total: Number(unread), first: rows.flatMap(([, , line, why, text]) => (line === null ? [] : [{ line: Number(line), why: String(why), text: String(text ?? '') }])) } }
}
