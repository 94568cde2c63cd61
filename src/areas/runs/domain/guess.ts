import { betterOf } from './column.ts'

interface Key { readonly family: string; readonly key: string; readonly runs: number; readonly numeric: boolean; readonly values: readonly string[] }

/** What these runs are most likely about: metrics and the params that differ, as columns, the likeliest first. */
export function guessOf(keys: readonly Key[]): { readonly metrics: readonly string[]; readonly params: readonly string[] } {
  const metrics = keys.filter(({ family, key }) => family === 'metrics' && !key.startsWith('system/')).toSorted((a, b) => weight(b) - weight(a) || b.runs - a.runs || a.key.localeCompare(b.key))
  const params = keys.filter(({ family, values }) => family === 'params' && values.length > 1).toSorted((a, b) => b.runs - a.runs || seedLast(a) - seedLast(b) || Number(a.numeric) - Number(b.numeric) || a.values.length - b.values.length || a.key.localeCompare(b.key))
  return { metrics: metrics.map(({ key }) => `metrics.${key}`), params: params.map(({ key }) => `params.${key}`) }
}

/** The columns by which seeds of one setting fall together: the params that differ, without what names a seed; where nothing else differs, one that all share. */
export function seedGrouping(keys: readonly Key[]): readonly string[] | undefined {
  const { params } = guessOf(keys)
  const rest = params.filter((column) => !isSeed(column.slice('params.'.length)))
  if (rest.length === params.length) return undefined
  return rest.length > 0 ? rest.slice(0, 8) : sharedBy(keys)
}

/** What was started together, or else any param of one value. */
function sharedBy(keys: readonly Key[]): readonly string[] | undefined {
  if (keys.some(({ family, key }) => family === 'tags' && key === 'atelier.group')) return ['tags.atelier.group']
  const alike = keys.find(({ family, values }) => family === 'params' && values.length === 1)
  return alike && [`params.${alike.key}`]
}

export function isSeed(key: string): boolean {
  return /(^|[_\-. /])(seed|random_state|rng)([_\-. /]|$)/i.test(key)
}

/** A score on held-out data says more than one on the training data; a score says more than a loss. */
function weight({ key }: Key): number {
  const heldOut = /(^|[_/\-. ])(val|valid|validation|test|eval|dev|holdout)([_/\-. ]|$)/i.test(key) ? 2 : 0
  const score = betterOf(key) === 'higher' && /auc|acc|f1|score|r2|map|bleu|rouge|iou|dice|precision|recall/i.test(key) ? 2 : 0
  const cost = /loss|rmse|mae|mse|error/i.test(key) ? 1 : 0
  return heldOut + score + cost
}

function seedLast({ key }: Key): number {
  return isSeed(key) ? 1 : 0
}
