import { literals, name as quoted } from '#lib/sql.ts'
import { uniqueNames } from '../columns.ts'
import type { Column } from '../columns.ts'
import { kindOf } from '../compile.ts'
import type { Stage } from '../compile.ts'
import type { Table } from '../step-kind.ts'
import { bodyOf } from '../to-sql.ts'
import { overNames } from './labels.ts'

export interface SqlInput {
  readonly columns: readonly Column[]
  readonly stages: readonly Stage[]
  readonly tables: Readonly<Record<string, Table>>
  readonly paths: readonly string[]
}

/** The recipe as one DuckDB statement: a CTE a step, and the columns under their exported names at the end. */
export function toSqlText({ columns, stages, tables, paths }: SqlInput): string {
  const ids = columns.map(({ id }) => id).join(', ')
  const from = `SELECT file_row_number AS _rid, ${ids}\n  FROM read_parquet([${literals(paths)}]) AS t(${ids})`
  const sound = stages.filter((stage) => !stage.problem)
  const names = (at: readonly Column[]) => (id: string) => at.find((column) => column.id === id)?.name ?? id
  const parts = sound.map((stage, i) => {
    const before = sound[i - 1]?.columns ?? columns
    const says = `${kindOf(stage.step.op).title}: ${kindOf(stage.step.op).says(stage.step.params, names(before))}`.replaceAll(/\s+/g, ' ')
    const notes = stage.notes.map((note) => `-- ${note}\n`).join('')
    return `-- ${says}\n${notes}p${i + 1} AS (\n  ${overOther(bodyOf(stage, `p${i}`), stage, tables)}\n)`
  })
  const last = sound.at(-1)
  const exported = last?.columns ?? columns
  const unique = uniqueNames(exported)
  const { text, nameOf } = overNames(`WITH p0 AS (\n  ${from}\n)${parts.map((part) => `,\n${part}`).join('')}`, [...columns, ...sound.flatMap((stage) => stage.columns)])
  const list = exported.map(({ id }) => [...new Set([nameOf(id), quoted(unique.get(id) ?? id)])].join(' AS ')).join(',\n  ')
  const broken = stages.filter((stage) => stage.problem).map((stage) => `-- Left out: ${stage.problem?.message ?? ''}\n`).join('')
  return `${broken}${text}\nSELECT\n  ${list}\nFROM p${sound.length}\nORDER BY ${last?.order ?? '_rid'};\n`
}

/** In a join, the columns of the other table under their own names: its ids are those of the first one, too. */
function overOther(text: string, { step: { op, params } }: Stage, tables: SqlInput['tables']): string {
  const table = op === 'join' && params.kind !== 'asof' ? tables[String(params.dataset)] : undefined
  if (!table || !text.includes(table.sql)) return text
  const { text: sql, nameOf } = overNames(table.sql, table.columns)
  return text.replaceAll(table.sql, () => sql).replaceAll(/\br\.([a-z][a-z0-9_]*)/g, (_, id: string) => `r.${nameOf(id)}`)
}
