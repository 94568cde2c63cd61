import { fieldsOf } from './form/fields.ts'
import type { FormField } from './form/fields.ts'
import type { StepKind } from './step-kind.ts'

/** Kinds that hold every word of the search, those named by it first; all in their own order when there is none. */
export function rankedKinds(kinds: readonly StepKind[], search: string): readonly StepKind[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return kinds
  const words = wanted.split(/\s+/)
  const scored = kinds.map((kind) => ({ kind, score: scoreOf(textsOf(kind), words) + (kind.title.toLowerCase() === wanted ? 100 : 0) }))
  return scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score).map(({ kind }) => kind)
}

interface Texts { readonly name: string; readonly group: string; readonly about: string; readonly params: string }
const known = new WeakMap<StepKind, Texts>()

function textsOf(kind: StepKind): Texts {
  const there = known.get(kind)
  if (there) return there
  const { op, title, category, about } = kind
  const texts = { name: `${title} ${op}`.toLowerCase(), group: category.toLowerCase(), about: about.toLowerCase(), params: fieldsOf(kind.params).map(wordsOf).join(' ').toLowerCase() }
  known.set(kind, texts)
  return texts
}

function wordsOf(field: FormField): string {
  return [field.title, ...(field.kind === 'choice' || field.kind === 'choices' ? field.options : [])].join(' ')
}

function scoreOf({ name, group, about, params }: Texts, words: readonly string[]): number {
  const scores = words.map((word): number => (name.startsWith(word) ? 8 : name.includes(word) ? 4 : group.includes(word) ? 2 : about.includes(word) || params.includes(word) ? 1 : 0))
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0)
}
