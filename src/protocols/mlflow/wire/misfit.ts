import { badValue } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** A value that does not fit its field; its path grows as it is thrown outwards. */
export class Misfit extends Error {
  path = ''
  readonly say: (path: string) => string
  constructor(say: (path: string) => string) {
    super('A value does not fit.')
    this.say = say
  }

  under(step: string): this {
    this.path = this.path === '' || this.path.startsWith('[') ? step + this.path : `${step}.${this.path}`
    return this
  }

  refusal(): Refusal {
    return badValue(`${this.say(this.path)} See the API docs for more information about request parameters.`)
  }
}

export function missing(): Misfit {
  return new Misfit((path) => `Missing value for required parameter '${path}'.`)
}

export function unfit(value: unknown): Misfit {
  return new Misfit((path) => `Invalid value ${compact(value)} for parameter '${path}' supplied:  Hint: Value was of type '${typeName(value)}'.`)
}

/** `Invalid value "a/../b" for parameter 'name' supplied: why`, as stores and handlers say it beyond the shape. */
export function invalidValue(path: string, value: unknown, why = ''): string {
  return `Invalid value ${compact(value)} for parameter '${path}' supplied${why ? `: ${why}` : '.'}`
}

/** JSON as Python writes it: keys in order, ASCII only. */
function compact(value: unknown): string {
  const text = JSON.stringify(value, (_, inner: unknown) => (isPlain(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner)) ?? 'null'
  return text.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return 'str'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float'
  return 'dict'
}
