import { plural } from '#lib/words.ts'
import type { Scope } from './profile.ts'
import { countWords, shortCount } from './words.ts'

/** The counts of an effect that words are made of. */
export interface Counts {
  readonly before: number
  readonly after: number
  readonly removed: number
  readonly added: number
  /** null where the values of before and after were not compared. */
  readonly cells: number | null
  readonly failed: number
  readonly columns: readonly { readonly name: string; readonly made: boolean }[]
  readonly gone: readonly string[]
  readonly broken: number
  readonly matches: { readonly none: number | null; readonly most: number | null } | null
  readonly reordered: boolean
  readonly scope: Scope
}

export interface Part { readonly kind: 'changed' | 'added' | 'removed' | 'failed' | 'none'; readonly text: string }

/** `12,563 changed`, `41 failed`, `−1,204 rows`, … in the order of their weight. */
export function effectParts({ removed, added, cells, failed, columns, gone, broken, before, after, matches, reordered, scope }: Counts): readonly Part[] {
  const about = scope.kind === 'exact' ? '' : '≈ '
  const count = (value: number) => `${about}${countWords(value)}`
  const made = columns.filter((column) => column.made).map(({ name }) => name)
  const parts: Part[] = []
  const moved = matches ? matchParts({ before, after, matches }) : rowParts({ removed, added, count })
  if (broken > 0) parts.push({ kind: 'failed', text: `${count(broken)} rows break the rule` })
  if (failed > 0) parts.push({ kind: 'failed', text: `${count(failed)} failed` })
  parts.push(...moved)
  if (made.length > 0) parts.push({ kind: 'added', text: columnWords(made, 'new') })
  if (gone.length > 0) parts.push({ kind: 'removed', text: columnWords(gone, 'gone') })
  if (reordered) parts.push({ kind: 'changed', text: 'rows reordered' })
  if (cells === null) parts.push({ kind: 'none', text: 'values not compared' })
  else if (cells > 0) parts.push({ kind: 'changed', text: `${count(cells)} changed` })
  return parts.length ? parts : [{ kind: 'none', text: 'changes nothing' }]
}

/** `1 new column: hours`, `17 columns gone`. */
function columnWords(names: readonly string[], fate: 'new' | 'gone'): string {
  const noun = names.length === 1 ? 'column' : 'columns'
  const words = fate === 'new' ? `${names.length} new ${noun}` : `${names.length} ${noun} gone`
  return names.length > 3 ? words : `${words}: ${names.join(', ')}`
}

function rowParts({ removed, added, count }: Pick<Counts, 'removed' | 'added'> & { readonly count: (value: number) => string }): Part[] {
  return [
    ...(removed > 0 ? [{ kind: 'removed', text: `−${count(removed)} rows` } satisfies Part] : []),
    ...(added > 0 ? [{ kind: 'added', text: `+${count(added)} rows` } satisfies Part] : []),
  ]
}

/** `3,000,000 → 4,500,000 rows`, `×1.5, one row up to 12`, `41 of 3,000,000 find no partner`. */
function matchParts({ before, after, matches }: { readonly before: number; readonly after: number; readonly matches: NonNullable<Counts['matches']> }): Part[] {
  const { none, most } = matches
  const fan = before > 0 ? after / before : 0
  return [
    { kind: after > before ? 'added' : 'removed', text: after === before ? plural(before, { one: 'row stays', many: 'rows stay' }) : `${countWords(before)} → ${countWords(after)} rows` },
    ...(most !== null && most > 1 && after > 0 ? [{ kind: 'changed', text: `×${fan.toLocaleString('en-US', { maximumSignificantDigits: 3 })}, one row up to ${countWords(most)}` } satisfies Part] : []),
    ...(none !== null && before > 0 ? [{ kind: 'changed', text: none === 0 ? 'every row finds a partner' : `${countWords(none)} of ${countWords(before)} find no partner` } satisfies Part] : []),
  ]
}

/** The one figure for a step's card. */
export function effectMark({ removed, added, cells, failed, columns, gone, broken, reordered, scope }: Counts): Part {
  const about = scope.kind === 'exact' ? '' : '≈'
  if (broken > 0) return { kind: 'failed', text: `${about}${shortCount(broken)} broken` }
  if (failed > 0) return { kind: 'failed', text: `${about}${shortCount(failed)} failed` }
  if (removed > 0) return { kind: 'removed', text: `−${about}${countWords(removed)}` }
  if (added > 0) return { kind: 'added', text: `+${about}${countWords(added)}` }
  const made = columns.filter((column) => column.made).length
  if (made > 0) return { kind: 'added', text: `${made} new` }
  if (gone.length > 0) return { kind: 'removed', text: `−${gone.length} col` }
  if (reordered) return { kind: 'changed', text: 'reordered' }
  if (cells === null) return { kind: 'none', text: 'not compared' }
  return cells > 0 ? { kind: 'changed', text: `${about}${shortCount(cells)}` } : { kind: 'none', text: 'no change' }
}
