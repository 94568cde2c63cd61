import { z } from 'zod'

export interface Stray { readonly path: readonly PropertyKey[]; readonly key: string; readonly known: readonly string[] }

/** The first setting in `given` that the schema does not know and `read`, what it made of it, has therefore lost. */
export function strayOf(schema: z.ZodType, given: unknown, read: unknown, path: readonly PropertyKey[] = []): Stray | undefined {
  if (Array.isArray(given) && Array.isArray(read)) return first(given.map((one, i) => () => strayOf(schema, one, read[i], [...path, i])))
  if (!isRecord(given) || !isRecord(read)) return undefined
  const key = Object.keys(given).find((name) => given[name] !== undefined && !Object.hasOwn(read, name))
  if (key !== undefined) return { path, key, known: settingsAt(schema, path) }
  return first(Object.keys(given).map((name) => () => strayOf(schema, given[name], read[name], [...path, name])))
}

/** `Remove duplicates has no setting “keys”; it has columns, keep.` */
export function strayWords(what: string, { path, key, known }: Stray): string {
  const at = path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part))).join(' › ')
  return `${what} has no setting “${key}”${at === '' ? '' : ` in ${at}`}; it has ${known.join(', ')}.`
}

function first<T>(makes: readonly (() => T | undefined)[]): T | undefined {
  for (const make of makes) {
    const found = make()
    if (found !== undefined) return found
  }
  return undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The settings that may stand at a path; of a choice between shapes, those of every shape. */
function settingsAt(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  const at = path.reduce<readonly unknown[]>((schemas, part) => schemas.flatMap((one) => inside(one, part)), [schema])
  return [...new Set(at.flatMap(shapes).flatMap((one) => Object.entries(one.shape).filter(([, of]) => !isHidden(of)).map(([name]) => name)))]
}

/** Written by the studio alone. */
function isHidden(schema: unknown): boolean {
  return schema instanceof z.ZodType && schema.meta()?.widget === 'hidden'
}

function inside(schema: unknown, part: PropertyKey): readonly unknown[] {
  const plain = unwrapped(schema)
  if (plain instanceof z.ZodArray) return [plain.element]
  if (plain instanceof z.ZodRecord) return [plain.valueType]
  return shapes(plain).flatMap(({ shape }) => shape[String(part)] ?? [])
}

function shapes(schema: unknown): readonly z.ZodObject[] {
  const plain = unwrapped(schema)
  if (plain instanceof z.ZodObject) return [plain]
  return plain instanceof z.ZodUnion ? plain.options.flatMap(shapes) : []
}

function unwrapped(schema: unknown): unknown {
  const wrapped = schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodLazy
  return wrapped ? unwrapped(schema.unwrap()) : schema
}
