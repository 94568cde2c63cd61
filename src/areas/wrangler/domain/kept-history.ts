import { z } from 'zod'
import type { History } from './history.ts'
import { Recipe } from './recipe.ts'

const mostSteps = 200
const mostLetters = 500_000

const Kept = z.object({ hash: z.string(), past: z.array(Recipe), next: z.array(Recipe) })

/** The nearest values to come back to, and the file that they belong to, as a text of bounded length; undefined where even one would be too long. */
export function keptText(hash: string, { past, next }: History<Recipe>): string | undefined {
  for (let most = mostSteps; most > 0; most = Math.floor(most / 2)) {
    const text = JSON.stringify({ hash, past: past.slice(-most), next: next.slice(0, most) })
    if (text.length <= mostLetters) return text
  }
  return undefined
}

/** The history around `now`, if the text was kept for a file of this hash. */
export function keptHistory(text: string | null, hash: string | null, now: Recipe): History<Recipe> | undefined {
  const kept = Kept.safeParse(parsed(text))
  return kept.success && kept.data.hash === hash ? { past: kept.data.past, now, next: kept.data.next } : undefined
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
