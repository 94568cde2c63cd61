import { z } from 'zod'
import { familyOf } from './columns.ts'
import type { Column, Family } from './columns.ts'

/** Why the columns that a step names cannot be used by it: one twice in a list, or one of a kind that the form does not offer. Text steps take anything as its text. */
export function columnProblem(params: z.ZodType, values: unknown, columns: readonly Column[]): { readonly message: string; readonly where: string } | undefined {
  if (!(params instanceof z.ZodObject) || typeof values !== 'object' || values === null) return undefined
  const fields: Readonly<Record<string, unknown>> = params.shape
  for (const [where, value] of Object.entries(values)) {
    const message = fieldProblem(fields[where], { where, value, columns })
    if (message) return { message, where }
  }
  return undefined
}

function fieldProblem(field: unknown, { where, value, columns }: { readonly where: string; readonly value: unknown; readonly columns: readonly Column[] }): string | undefined {
  const meta = field instanceof z.ZodType ? field.meta() : undefined
  if (meta?.widget !== 'column' && meta?.widget !== 'columns') return undefined
  const named = [value].flat().flatMap((id) => columns.find((column) => column.id === id) ?? [])
  const label = meta.title ?? where
  return twice(named, label) ?? misfit(named, label, meta.families)
}

function twice(named: readonly Column[], label: string): string | undefined {
  const again = named.find(({ id }, i) => named.findIndex((one) => one.id === id) < i)
  return again && `“${label}” names “${again.name}” twice. Name it once.`
}

function misfit(named: readonly Column[], label: string, families: unknown): string | undefined {
  if (!Array.isArray(families) || families.includes('text')) return undefined
  const odd = named.find(({ type }) => !families.includes(familyOf(type)))
  return odd && `“${label}” takes ${[...new Set(families.map((family) => words.get(String(family)) ?? String(family)))].join(' or ')}, and “${odd.name}” holds ${words.get(familyOf(odd.type)) ?? odd.type}. Choose another column, or change its type first.`
}

const words = new Map<string, string>(Object.entries({
  integer: 'numbers', number: 'numbers', decimal: 'numbers', text: 'text', boolean: 'true and false', date: 'dates', time: 'times of day', timestamp: 'timestamps', nested: 'lists or nested values', other: 'values of another kind',
} satisfies Record<Family, string>))
