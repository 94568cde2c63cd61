import { Problem } from '#wire/problem.ts'
import { aliasFault, modelNameFault, tagKeyFault, tagValueFault } from '../domain/names.ts'
import type { Tag } from './records.ts'

export function checkModelName(name: string, path = 'name'): void {
  refuse(modelNameFault(name, path), path)
}

export function checkTag({ key, value }: Tag): void {
  refuse(tagKeyFault(key) ?? tagValueFault(value), 'tags')
}

export function checkTagKey(key: string): void {
  refuse(tagKeyFault(key), 'key')
}

export function checkAlias(alias: string, options: { readonly reserved: boolean }): void {
  refuse(aliasFault(alias, options), 'alias')
}

/** A version's number; the wire carries it as text. */
export function versionNumber(version: string): number {
  const number = /^\s*[+-]?\d+\s*$/.test(version) ? Number(version) : Number.NaN
  if (!Number.isSafeInteger(number)) throw new Problem('invalid', `Parameter 'version' must be an integer, got '${version}'.`, 'version')
  return number
}

function refuse(fault: string | undefined, where: string): void {
  if (fault !== undefined) throw new Problem('invalid', fault, where)
}
