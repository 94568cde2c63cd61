import type { StepKind } from './step-kind.ts'

/** Kinds that hold every word of the search, those with it in their title first; all in their own order when there is none. */
export function rankedKinds(kinds: readonly StepKind[], search: string): readonly StepKind[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return kinds
  const scored = kinds.map((kind) => ({ kind, score: scoreOf(kind, words) }))
  return scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score).map(({ kind }) => kind)
}

function scoreOf({ op, title, category, about }: Pick<StepKind, 'op' | 'title' | 'category' | 'about'>, words: readonly string[]): number {
  const [name, group, text] = [`${title} ${op}`.toLowerCase(), category.toLowerCase(), about.toLowerCase()]
  const scores = words.map((word): number => (name.startsWith(word) ? 8 : name.includes(word) ? 4 : group.includes(word) ? 2 : text.includes(word) ? 1 : 0))
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0)
}
