import { normalPath } from '#lib/posix.ts'

/** MLflow's sentence about a model name that cannot be; undefined when it can. */
export function modelNameFault(name: string, path = 'name'): string | undefined {
  if (name.trim() === '') return `Missing value for required parameter '${path}'.`
  if (/[/:]/.test(name)) return `Invalid model name '${name}'. Names cannot contain '/' or ':'.`
  if (name.length > 256) return `'${path}' exceeds the maximum length of 256 characters`
  return pathFault(name, 'name')
}

/** A model name made of any words; `model` where nothing is left of them. */
export function validName(words: string): string {
  const name = words.replaceAll(/[/:]+/g, ' ').replace(/^[\s.]+/, '').trim().slice(0, 94).trim()
  return name === '' ? 'model' : name
}

/** MLflow's sentence about the key of a tag. */
export function tagKeyFault(key: string): string | undefined {
  if (!/^[/\p{L}\p{N}_.\- :]*$/u.test(key)) return `Invalid value ${JSON.stringify(key)} for parameter 'key' supplied: Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).`
  return pathFault(key, 'key') ?? (key.length > 250 ? `'key' exceeds the maximum length of 250 characters` : undefined)
}

export function tagValueFault(value: string): string | undefined {
  return value.length > 100_000 ? `'value' exceeds the maximum length of 100000 characters` : undefined
}

/** MLflow's sentence about an alias; `latest` and `v3` are its own. */
export function aliasFault(alias: string, { reserved }: { readonly reserved: boolean }): string | undefined {
  if (alias === '') return 'Registered model alias name cannot be empty.'
  if (!/^[\p{L}\p{N}_-]*$/u.test(alias)) return `Invalid alias name: '${alias}'. Names may only contain alphanumerics, underscores (_), and dashes (-).`
  if (alias.length > 255) return `'Registered model alias name' exceeds the maximum length of 255 characters`
  if (!reserved) return undefined
  if (alias.toLowerCase() === 'latest') return `'latest' alias name (case insensitive) is reserved.`
  return /^v\d+$/i.test(alias) ? `Version alias name '${alias}' is reserved.` : undefined
}

function pathFault(name: string, path: string): string | undefined {
  const norm = normalPath(name)
  if (norm === name && norm !== '.' && !norm.startsWith('..') && !norm.startsWith('/')) return undefined
  return `Invalid value ${JSON.stringify(name)} for parameter '${path}' supplied: Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to '${norm}'`
}
