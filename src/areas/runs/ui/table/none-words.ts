import { missingKey } from '../../domain/filter/known.ts'
import type { Known } from '../../domain/filter/known.ts'
import { parseFilter } from '../../domain/filter/parse.ts'
import { tokensOf, wordsOf } from '../../domain/filter/tokens.ts'

/** Why a filter found nothing, as far as it can be told. */
export function noneWords(filter: string, known: Known): string {
  const words = wordsOf(tokensOf(filter))
  if (words && words.length > 0) return namesWords(words, known)
  const parsed = parseFilter(filter, known)
  const missing = parsed.ok && parsed.value ? missingKey(parsed.value, known) : undefined
  return missing ?? 'No run fits the filter and the brushes.'
}

function namesWords(words: readonly string[], known: Known): string {
  const [key] = words.filter((word) => known.familiesOf(word).length > 0)
  return `No run has “${words.join(' ')}” in its name.${key === undefined ? '' : ` To filter by ${key}, write a comparison, e.g. ${key} > 0.`}`
}
