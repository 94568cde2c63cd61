import { Problem } from '#wire/problem.ts'
import type { KeyValue } from '../domain/run.ts'
import type { NewMetric } from './types.ts'

const longestKey = 250
const longestParam = 6000
const longestTag = 8000
const characters = 'Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).'

/** MLflow's rules for what is logged, refused in MLflow's words (mlflow/utils/validation.py). */
export function checkName(name: string, path: string): void {
  if (!/^[/\p{L}\p{N}_.\- :]*$/u.test(name)) throw invalidValue(path, name, characters)
  const resolved = normalised(name)
  if (resolved !== name || resolved === '.' || resolved.startsWith('..') || resolved.startsWith('/')) {
    throw invalidValue(path, name, `Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to '${resolved}'`)
  }
}

export function checkMetric({ key, value, time, step }: NewMetric, path: string): void {
  const at = (field: string) => (path ? `${path}.${field}` : field)
  checkName(key, at('name'))
  if (!Number.isSafeInteger(time) || time < 0) throw invalidValue(at('timestamp'), time, `metric '${key}' (value=${asFloat(value)}). Timestamp must be a nonnegative long (64-bit integer) `)
  if (!Number.isSafeInteger(step)) throw invalidValue(at('step'), step, `metric '${key}' (value=${asFloat(value)}). Step must be a valid long (64-bit integer).`)
  checkLength('Metric name', longestKey, key)
}

/** The param with a value that is too long cut, as MLflow does. */
export function checkedParam({ key, value }: KeyValue, path: string): KeyValue {
  checkName(key, path ? `${path}.key` : 'key')
  checkLength('Param key', longestKey, key)
  return { key, value: value.slice(0, longestParam) }
}

export function checkedTag({ key, value }: KeyValue, path: string): KeyValue {
  const at = path ? `${path}.key` : 'key'
  checkName(key, at)
  checkLength(at, longestKey, key)
  return { key, value: value.slice(0, longestTag) }
}

export function checkExperimentTag({ key, value }: KeyValue): void {
  checkName(key, 'key')
  checkLength('key', 250, key)
  checkLength('value', 20_000, value)
}

export function checkExperimentName(name: string): void {
  if (name === '') throw new Problem('invalid', "Invalid experiment name: ''", 'name')
  checkLength('name', 500, name)
}

export function checkLength(what: string, limit: number, value: string): void {
  if (value.length > limit) throw new Problem('invalid', `'${what}' exceeds the maximum length of ${limit} characters`)
}

export function checkBatch(metrics: number, params: number, tags: number): void {
  for (const [what, limit, count] of [['metrics', 1000, metrics], ['params', 100, params], ['tags', 100, tags], ['metrics, params, and tags', 1000, metrics + params + tags]] as const) {
    if (count > limit) throw new Problem('invalid', `A batch logging request can contain at most ${limit} ${what}. Got ${count} ${what}. Please split up ${what} across multiple requests and try again.`)
  }
}

export function checkUnique(params: readonly KeyValue[]): void {
  const seen = new Set<string>()
  const twice = params.filter(({ key }) => seen.size === seen.add(key).size).map(({ key }) => key)
  if (twice.length > 0) throw new Problem('invalid', `Duplicate parameter keys have been submitted: ${listed(twice)}. Please ensure the request contains only one param value per param key.`)
}

/** A list as Python prints it. */
export function listed(texts: readonly string[]): string {
  return `[${texts.map((text) => `'${text}'`).join(', ')}]`
}

/** A double as Python prints it. */
function asFloat(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e16 ? value.toFixed(1) : String(value)
}

function invalidValue(path: string, value: unknown, why: string): Problem {
  return new Problem('invalid', `Invalid value ${JSON.stringify(value)} for parameter '${path}' supplied: ${why}`, path)
}

/** Python's posixpath.normpath. */
function normalised(path: string): string {
  if (path === '') return '.'
  const lead = /^\/\/(?!\/)/.test(path) ? '//' : path.startsWith('/') ? '/' : ''
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && (kept.length === 0 ? lead === '' : kept.at(-1) === '..')) kept.push(part)
    else if (part === '..') kept.pop()
    else kept.push(part)
  }
  return lead + kept.join('/') || '.'
}
