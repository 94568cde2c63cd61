import type { Column } from '../../domain/columns.ts'
import type { Recipe } from '../../domain/recipe.ts'

/** What every field of a step's form may need. */
export interface FormWorld {
  /** The columns that the step may use. */
  readonly columns: readonly Column[]
  /** The steps before the one that is written. */
  readonly recipe: Recipe
  /** The path of the field that is to be written first, of a new step. */
  readonly begin: string | undefined
  /** The sentence about the param at this path, if something is wrong there. */
  readonly errorAt: (path: string) => string | undefined
}

export function columnOption({ id, name, type }: Column) {
  return { id, label: name.trim() === '' ? `“${name}” (${id})` : name, note: type.length > 14 ? `${type.slice(0, 12)}…` : type.toLowerCase() }
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value)
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}
}
