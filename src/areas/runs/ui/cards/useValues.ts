import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import type { RunQuery } from '../../domain/query.ts'

/** Columns of the meant runs; the former ones stay while new ones are asked. */
export function useValues(query: RunQuery, columns: readonly string[], enabled = true) {
  return useQuery({ ...asking(runs.values, { query: { ...query, order: [] }, columns: [...columns] }), placeholderData: keepPreviousData, retry: false, enabled })
}

/** The query without brushes of these columns: what such a brush shuts out can then be drawn faintly. */
export function withoutBrushes(query: RunQuery, columns: readonly string[]): RunQuery {
  return { ...query, brushes: query.brushes.filter(({ column }) => !columns.includes(column)) }
}
