import { z } from 'zod'

/** What is wrong with a param of a step, in the words of its form. */
export function paramWords(params: z.ZodType, issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'What was set does not fit.'
  const label = labelOf(params, issue.path)
  if (isOwn(issue.message)) return issue.message
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return `“${label}” is still to be set.`
  return `“${label}” ${wants(issue)}.`
}

/** Sentences written in a schema end in a full stop; the library's own do not. */
function isOwn(message: string): boolean {
  return message.endsWith('.')
}

function wants(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type': return `must be ${kinds[issue.expected] ?? 'of another kind'}`
    case 'too_small': return issue.origin === 'string' ? 'must not be empty' : issue.origin === 'array' ? `needs at least ${String(issue.minimum)}` : `must be ${issue.inclusive ? 'at least' : 'more than'} ${String(issue.minimum)}`
    case 'too_big': return issue.origin === 'array' ? `takes at most ${String(issue.maximum)}` : `must be ${issue.inclusive ? 'at most' : 'less than'} ${String(issue.maximum)}`
    case 'invalid_value': return `must be one of ${issue.values.map(String).join(', ')}`
    case 'invalid_format': return 'does not name a column'
    default: return 'is not what this step takes'
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'filled in', record: 'filled in',
}

/** The title of the form's field, with the place in a list; the key where there is none. */
function labelOf(params: z.ZodType, path: readonly PropertyKey[]): string {
  const [key, ...rest] = path
  const field: unknown = params instanceof z.ZodObject ? params.shape[String(key)] : undefined
  const title = field instanceof z.ZodType ? titleOf(field) : undefined
  const inner = rest.map((part) => (typeof part === 'number' ? String(part + 1) : String(part)))
  return [title ?? String(key ?? 'params'), ...inner].join(' › ')
}

function titleOf(field: z.ZodType): string | undefined {
  const own = field.meta()?.title
  if (own !== undefined) return own
  const inner = field instanceof z.ZodDefault || field instanceof z.ZodOptional ? field.unwrap() : undefined
  return inner instanceof z.ZodType ? titleOf(inner) : undefined
}
