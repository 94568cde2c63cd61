import { isShown } from './fields.ts'
import type { FormField } from './fields.ts'

type Values = Readonly<Record<string, unknown>>

/** The path of the field where a new form begins: the first that must be filled and is empty, else the code, conditions or name that the step is about; undefined when all stands. */
export function firstToFill(fields: readonly FormField[], params: Values): string | undefined {
  return firstEmpty(fields, params) ?? fields.find((field) => isCentral(field, params))?.name
}

function isCentral({ kind, name }: FormField, params: Values): boolean {
  if (kind === 'predicate' || kind === 'name') return isEmpty(params[name])
  return kind === 'sql' || kind === 'formula'
}

function firstEmpty(fields: readonly FormField[], params: Values): string | undefined {
  for (const field of fields) {
    if (!field.required || !isShown(field, params)) continue
    const value = params[field.name]
    if (isEmpty(value)) return field.name
    const inner = isRecord(value) ? firstEmpty(innerFields(field, value), value) : undefined
    if (inner !== undefined) return `${field.name}.${inner}`
  }
  return undefined
}

function innerFields(field: FormField, value: Values): readonly FormField[] {
  if (field.kind === 'group') return field.fields
  return field.kind === 'variants' ? (field.cases.find(({ id }) => id === value[field.tag])?.fields ?? []) : []
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (isRecord(value)) return Array.isArray(value['of']) ? value['of'].length === 0 : Object.keys(value).length === 0
  return value === undefined || value === ''
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
