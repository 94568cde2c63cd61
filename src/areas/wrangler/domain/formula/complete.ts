import { uniqueNames } from '../columns.ts'
import type { Column } from '../columns.ts'
import { callable, functionOf, signature } from './functions.ts'
import { words } from './parse.ts'

export interface Suggestion {
  readonly label: string
  /** What takes the place of the word before the cursor. */
  readonly insert: string
  readonly kind: 'column' | 'function' | 'word'
  readonly detail: string
}

/** What may be written at that offset, best first: names that begin with the word before it, then those that hold it. */
export function completeFormula(text: string, offset: number, columns: readonly Column[]): Suggestion[] {
  const before = text.slice(0, offset)
  if (inText(before)) return []
  const typed = wordBefore(before)
  const wanted = typed.replace(/^[[`]/, '').toLowerCase()
  const names = uniqueNames(columns)
  const ofColumns = columns.map((column): Suggestion => {
    const name = names.get(column.id) ?? column.name
    return { label: name, insert: written(name), kind: 'column', detail: column.type }
  })
  const ofFunctions = callable.map((fn): Suggestion => ({ label: fn.name, insert: `${fn.name}(`, kind: 'function', detail: `${signature(fn)}: ${fn.about}` }))
  const ofWords = words.map((word): Suggestion => ({ label: word, insert: word, kind: 'word', detail: '' }))
  const all = /^[[`]/.test(typed) ? ofColumns : [...ofColumns, ...ofFunctions, ...ofWords]
  const starts = all.filter(({ label }) => label.toLowerCase().startsWith(wanted))
  const holds = all.filter(({ label }) => !label.toLowerCase().startsWith(wanted) && label.toLowerCase().includes(wanted))
  return [...starts, ...holds]
}

/** The part before the cursor that a suggestion replaces, its opening bracket included. */
function wordBefore(before: string): string {
  return /(\[[^\]]*|`[^`]*|[\p{L}_][\p{L}\p{N}\p{M}_]*)$/u.exec(before.replaceAll(/\[[^\]]*\]|`[^`]*`/g, (name) => ' '.repeat(name.length)))?.[0] ?? ''
}

/** A column's name as a formula writes it. */
export function written(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u.test(name) && !words.includes(name.toLowerCase()) && !functionOf(name.toLowerCase())
  if (plain) return name
  return name.includes(']') ? `\`${name}\`` : `[${name}]`
}

function inText(before: string): boolean {
  let open: string | undefined
  for (const sign of before) {
    if (open) { if (sign === open) open = undefined }
    else if (sign === "'" || sign === '"') open = sign
  }
  return open !== undefined
}
