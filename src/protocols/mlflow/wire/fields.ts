import { Misfit, missing, unfit } from './misfit.ts'
import { badValue } from './refusal.ts'

/** One field of a request. Without a value it reads as `absent`; `list` and `flag` say how a query spells it. */
export interface Field<T> {
  readonly read: (value: unknown) => T
  readonly absent: T
  readonly required: boolean
  readonly list: boolean
  readonly flag: boolean
  /** An older name that may stand for it. */
  readonly old?: string
}
export type Fields = Readonly<Record<string, Field<unknown>>>
export type Given<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never }

const plain = { absent: undefined, required: false, list: false, flag: false }

export const text: Field<string | undefined> = { ...plain, read: (value) => (typeof value === 'string' ? value : refuse(value)) }

/** A 64-bit integer, written as a number or as text. */
export const int64: Field<number | undefined> = { ...plain, read: (value) => integerOf(value) ?? refuse(value) }

/** A double; NaN and the infinities are written as text. */
export const double: Field<number | undefined> = { ...plain, read: (value) => (typeof value === 'number' || typeof value === 'boolean' ? Number(value) : (numberOf(value) ?? refuse(value))) }

/** Texts; one that is none makes the whole list unfit. */
export const texts: Field<readonly string[]> = { ...plain, list: true, absent: [], read: (values) => (Array.isArray(values) && values.every((one) => typeof one === 'string') ? values : refuse(values)) }

export const flag: Field<boolean | undefined> = { ...plain, flag: true, read: (value) => (typeof value === 'boolean' ? value : refuse(value)) }

/** An enumeration by name or number; reads as the name. */
export function choice<const N extends string>(numbers: Readonly<Record<N, number>>): Field<N | undefined> {
  const names = Object.keys(numbers) as N[]
  return { ...plain, read: (value) => names.find((name) => name === value || numbers[name] === integerOf(value)) ?? refuse(value) }
}

export function needed<T>(field: Field<T | undefined>): Field<T> {
  return { ...field, required: true } as Field<T>
}

export function defaulted<T>(field: Field<T | undefined>, absent: T): Field<T> {
  return { ...field, absent } as Field<T>
}

export const runId: Field<string> = { ...needed(text), old: 'run_uuid' }

export function list<T>(item: Field<T | undefined>): Field<readonly T[]> {
  return {
    ...plain,
    list: true,
    absent: [],
    read: (values) => {
      if (!Array.isArray(values)) throw unfit(values)
      let at = 0
      try {
        const items: T[] = []
        for (; at < values.length; at++) items.push(item.read(values[at]) as T)
        return items
      } catch (error) {
        throw error instanceof Misfit ? error.under(`[${at}]`) : error
      }
    },
  }
}

/** An object of fields; what it holds beside them is passed over. */
export function message<F extends Fields>(fields: F): Field<Given<F> | undefined> {
  const entries = Object.entries(fields).map(([name, field]) => ({ name, field, camel: camelOf(name) }))
  return {
    ...plain,
    read: (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unfit(value)
      const from = value as Readonly<Record<string, unknown>>
      const given: Record<string, unknown> = {}
      for (const { name, field, camel } of entries) given[name] = fieldOf(from, name, field, camel)
      return given as Given<F>
    },
  }
}

/** A further bound on what a field holds, with its own sentence where MLflow has one. */
export function bounded<T>(field: Field<T>, holds: (value: NonNullable<T>) => boolean, say?: (value: NonNullable<T>) => string): Field<T> {
  return {
    ...field,
    read: (raw) => {
      const value = field.read(raw)
      if (value === undefined || value === null || holds(value)) return value
      throw say ? new Misfit(() => say(value)) : unfit(raw)
    },
  }
}

function fieldOf(from: Readonly<Record<string, unknown>>, name: string, field: Field<unknown>, camel: string | undefined): unknown {
  const value = spelt(from, name, field, camel)
  try {
    if (field.required && isMissing(value)) throw missing()
    return value === undefined || value === null ? field.absent : field.read(value)
  } catch (error) {
    throw error instanceof Misfit ? error.under(name) : error
  }
}

function spelt(from: Readonly<Record<string, unknown>>, name: string, field: Field<unknown>, camel: string | undefined): unknown {
  const value = from[name]
  const other = camel === undefined ? undefined : from[camel]
  if (other !== undefined && value !== undefined) throw badValue(`Request specifies both '${name}' and '${camel}'; provide only one of them.`)
  return value ?? other ?? (field.old === undefined ? undefined : from[field.old])
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function camelOf(name: string): string | undefined {
  const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  return camel === name ? undefined : camel
}

function integerOf(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : typeof value === 'string' && /^-?\d{1,19}$/.test(value) ? Number(value) : Number.NaN
  return Number.isInteger(number) && Math.abs(number) <= 2 ** 63 ? number : undefined
}

const words: Readonly<Record<string, number>> = { NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY, '-Infinity': Number.NEGATIVE_INFINITY }

function numberOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const number = words[value] ?? Number(value)
  return Number.isNaN(number) && value !== 'NaN' ? undefined : number
}

function refuse(value: unknown): never {
  throw unfit(value)
}
