import { name as quoted } from '#lib/sql.ts'
import { uniqueNames } from '#areas/datasets/domain/unique-names.ts'
import type { Column } from '../columns.ts'

/** Texts, quoted names and notes stand as they are; what else looks like an id may be one. */
const tokens = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\b[a-z][a-z0-9_]*\b/g
/** What a statement names itself: a column of the same name would be taken for it. */
const ownNames = /\blambda\s+(\w+)|\bAS\s+([a-z]\w*)|\b([a-z]\w*)\s*->|\b(_\w+)/gi

/** A statement over ids as one over the names that people gave: each id stands as the first name that it bore, made unique. */
export function overNames(text: string, columns: readonly Column[]): { readonly text: string; readonly nameOf: (id: string) => string } {
  const first = new Map<string, string>()
  for (const { id, name } of columns) if (!first.has(id)) first.set(id, name)
  const own = [...text.matchAll(ownNames)].flatMap((match) => match.slice(1).filter((word) => word !== undefined && !first.has(word)))
  const taken = [...new Set(['prev', 't', ...own.map((word) => word.toLowerCase())])]
  const unique = uniqueNames([...taken, ...first.values()]).slice(taken.length)
  const names = new Map([...first.keys()].map((id, i) => [id, quoted(unique[i] ?? id)]))
  const named = text.replaceAll(tokens, (token) => names.get(token) ?? token)
  return { text: named.replaceAll(/("(?:[^"]|"")*") AS \1(?=[,\s)])/g, '$1'), nameOf: (id) => names.get(id) ?? id }
}
