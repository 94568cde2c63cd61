import { z } from 'zod'
import type { ModelFolder } from './registered.ts'

export type Example = NonNullable<ModelFolder['example']>

const rows = z.array(z.array(z.unknown()))
const Split = z.looseObject({ columns: z.array(z.union([z.string(), z.number()])), data: rows })
const Records = z.array(z.record(z.string(), z.unknown())).min(1)
const Named = z.record(z.string(), z.array(z.unknown()))
const wrappers = ['dataframe_split', 'dataframe_records', 'inputs', 'instances'] as const

/** An input example, however it was kept, as a table: split or record frames, arrays, named tensors; anything else stands as one cell. */
export function exampleOf(json: unknown): Example {
  const inner = unwrapped(json)
  const split = Split.safeParse(inner)
  if (split.success) return { columns: split.data.columns.map(String), rows: split.data.data }
  const records = Records.safeParse(inner)
  if (records.success) {
    const columns = [...new Set(records.data.flatMap((record) => Object.keys(record)))]
    return { columns, rows: records.data.map((record) => columns.map((column) => record[column] ?? null)) }
  }
  const matrix = rows.min(1).safeParse(inner)
  if (matrix.success) return { columns: widest(matrix.data), rows: matrix.data }
  const named = Named.safeParse(inner)
  if (named.success) return columnwise(named.data)
  return Array.isArray(inner) ? { columns: ['0'], rows: inner.map((value: unknown) => [value]) } : { columns: ['value'], rows: [[inner]] }
}

function unwrapped(json: unknown): unknown {
  const object = z.record(z.string(), z.unknown()).safeParse(json)
  const key = object.success ? wrappers.find((name) => name in object.data) : undefined
  return object.success && key ? object.data[key] : json
}

function widest(matrix: readonly (readonly unknown[])[]): string[] {
  return Array.from({ length: Math.max(...matrix.map(({ length }) => length)) }, (_, i) => String(i))
}

function columnwise(named: Readonly<Record<string, readonly unknown[]>>): Example {
  const columns = Object.keys(named)
  const count = Math.max(0, ...Object.values(named).map(({ length }) => length))
  return { columns, rows: Array.from({ length: count }, (_, i) => columns.map((column) => named[column]?.[i] ?? null)) }
}
