import type { z } from 'zod'
import { Recipe, Source, Step } from './recipe.ts'

/** What is wrong with a recipe file, at its place: `Step 2 has no setting “enable”; it has id, op, …` */
export function recipeFault({ issues: [issue] }: z.ZodError): string {
  if (!issue) return 'it is not what a recipe holds.'
  const [part, index] = issue.path
  const place = part === 'steps' && typeof index === 'number' ? `Step ${index + 1}` : part === 'source' ? 'The source' : 'A recipe'
  if (issue.code === 'unrecognized_keys') return `${place} has no setting ${issue.keys.map((key) => `“${key}”`).join(' and ')}; it has ${settings(part).join(', ')}.`
  return `${issue.path.join('.')}: ${issue.message.replace(/\.$/, '')}.`
}

function settings(part: PropertyKey | undefined): readonly string[] {
  return Object.keys((part === 'steps' ? Step : part === 'source' ? Source : Recipe).shape)
}
