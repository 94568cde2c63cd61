import { z } from 'zod'
import { familyOf } from './columns.ts'
import type { Column, Family } from './columns.ts'

/** Why the columns that a step names cannot be used by it: one twice in a list, or one of a kind that the form does not offer. Text steps take anything as its text. */
export function columnProblem(params: z.ZodType, values: unknown, columns: readonly Column[]): { readonly message: string; readonly where: string } | undefined {
  if (!(params instanceof z.ZodObject) || typeof values !== 'object' || values === null) return undefined
  for (const [where, value] of Object.entries(values)) {
    const field: unknown = params.shape[where]
    const meta = field instanceof z.ZodType ? field.meta() : undefined
    if (meta?.widget !== 'column' && meta?.widget !== 'columns') continue
    const named = [value].flat().flatMap((id) => columns.find((column) => column.id === id) ?? [])
    const message = twice(named, meta.title ?? where) ?? misfit(named, meta.title ?? where, meta.families)
    if (message) return { message, where }
  }
  return undefined
}

function twice(named: readonly Column[], label: string): string | undefined {
  const again = named.find(({ id }, i) => named.findIndex((one) => one.id === id) < i)
  return again && `“${label}” names “${again.name}” twice. Name it once.`
}

function misfit(named: readonly Column[], label: string, families: unknown): string | undefined {
  if (!Array.isArray(families) || families.includes('text')) return undefined
  const odd = named.find(({ type }) => !families.includes(familyOf(type)))
  return odd && `“${label}” takes ${families.map((family) => words.get(String(family)) ?? String(family)).join(', ')}, and “${odd.name}” holds ${words.get(familyOf(odd.type)) ?? odd.type}. Choose another column, or change its type first.`
}

const words = new Map<string, string>(Object.entries({
  integer: 'whole numbers', number: 'numbers', decimal: 'decimals', text: 'text', boolean: 'true and false', date: 'dates', time: 'times of day', timestamp: 'timestamps', nested: 'nested values', other: 'values of another kind',
} satisfies Record<Family, string>))
