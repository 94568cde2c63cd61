import { z } from 'zod'

export const Family = z.enum(['attributes', 'metrics', 'params', 'tags', 'datasets', 'git'])
export type Family = z.infer<typeof Family>

/** Which of a metric's points stands for it. `best` is the least or the greatest, by what the key means (see `betterOf`). */
export const Summary = z.enum(['last', 'best', 'min', 'max', 'atStep'])
export type Summary = z.infer<typeof Summary>

/** A column of the runs table; in addresses and queries it is written as text, see `columnText`. */
export const Column = z.object({
  family: Family,
  key: z.string(),
  summary: Summary.optional(),
  step: z.int().optional(),
})
export type Column = z.infer<typeof Column>

/** What `attributes` may hold. Times in milliseconds, `duration` too. */
export const attributeKeys = ['run_id', 'run_name', 'status', 'start_time', 'end_time', 'duration', 'user_id', 'experiment', 'artifact_uri', 'models', 'parent'] as const
/** What `datasets` and `git` may hold. */
export const datasetKeys = ['name', 'digest', 'context'] as const
export const gitKeys = ['commit', 'branch', 'dirty', 'source'] as const

/** `metrics.loss:min`, `metrics.loss:atStep=100`, `params.lr`, `tags.note`. */
export function columnText({ family, key, summary, step }: Column): string {
  if (family !== 'metrics' || !summary || summary === 'last') return `${family}.${key}`
  return `${family}.${key}:${summary}${summary === 'atStep' ? `=${step ?? 0}` : ''}`
}

/** The column of a text that `columnText` wrote; undefined where it is none. */
export function columnOf(text: string): Column | undefined {
  const [, family, rest = ''] = /^(\w+)\.(.+)$/s.exec(text) ?? []
  const known = Family.safeParse(family)
  if (!known.success) return undefined
  const [, key, summary, step] = known.data === 'metrics' ? (/^(.*?)(?::(last|best|min|max|atStep)(?:=(-?\d+))?)?$/s.exec(rest) ?? []) : [rest, rest]
  const column = Column.safeParse({ family: known.data, key, ...(summary ? { summary } : {}), ...(step ? { step: Number(step) } : {}) })
  return column.success ? column.data : undefined
}

/** What the machine did during a run: more or less of it is neither better nor worse. */
export function isSystem(key: string): boolean {
  return key.startsWith('system/')
}

/** An order of keys: those of the machine after those of the model. */
export function systemLast(a: string, b: string): number {
  return Number(isSystem(a)) - Number(isSystem(b)) || (a < b ? -1 : a > b ? 1 : 0)
}

/** Whether less or more of a metric is better, told from its words; what names an error or a cost is better low. */
export function betterOf(key: string): 'lower' | 'higher' {
  return /(^|[_/\-. ])(loss|err|error|mse|rmse|mae|mape|logloss|log_loss|crossentropy|cross_entropy|perplexity|ppl|deviance|brier|ece|fpr|fnr|wer|cer|latency|time|duration|seconds|ms|bytes|memory|cost|nll|kl|distance|regret)([_/\-. ]|$)/i.test(key.replace(/([a-z])([A-Z])/g, '$1_$2')) ? 'lower' : 'higher'
}
