import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asking } from '#wire/ask.ts'
import { runs } from '../../contract.ts'
import type { Brush, CellValue } from '../../domain/query.ts'
import type { ViewState } from '../../domain/view.ts'
import { groupLabel } from '../../domain/group-runs.ts'

const mark = 'group:'

/** A group as a baseline: it names itself by its values. */
export function groupBaseline(values: readonly CellValue[]): string {
  return mark + JSON.stringify(values)
}

/** What runs are compared with: a run, or the mean of a group. */
export function useBaseline({ query, group, baseline }: ViewState, columns: readonly string[]): { readonly name: string | undefined; readonly valueOf: (column: string) => number | undefined } {
  const values = groupOf(baseline)
  const of = values ? { brushes: group.map((column, i) => brushOf(column, values[i] ?? null)), filter: '' } : { brushes: [], filter: `attributes.run_id = '${baseline ?? ''}'` }
  const { data } = useQuery({
    ...asking(runs.values, { query: { experiments: query.experiments, stage: 'all', ...of }, columns: [...columns] }),
    enabled: baseline !== null && columns.length > 0 && (values === undefined || values.length === group.length), placeholderData: keepPreviousData, retry: false,
  })
  if (baseline === null) return { name: undefined, valueOf: () => undefined }
  return {
    name: values ? groupLabel(group, values) : data?.names[0],
    valueOf: (column) => mean(data?.columns[columns.indexOf(column)] ?? []),
  }
}

function groupOf(baseline: string | null): readonly CellValue[] | undefined {
  if (!baseline?.startsWith(mark)) return undefined
  const values: unknown = JSON.parse(baseline.slice(mark.length))
  return Array.isArray(values) ? values.map((value) => (typeof value === 'string' || typeof value === 'number' ? value : null)) : undefined
}

function brushOf(column: string, value: CellValue): Brush {
  if (value === null) return { column, missing: true, values: [] }
  return typeof value === 'number' ? { column, from: value, to: value } : { column, values: [value] }
}

function mean(values: readonly CellValue[]): number | undefined {
  const numbers = values.filter((value) => typeof value === 'number')
  return numbers.length === 0 ? undefined : numbers.reduce((sum, value) => sum + value, 0) / numbers.length
}
