import { betterOf, isSystem } from './column.ts'

interface Key { readonly family: string; readonly key: string; readonly runs: number; readonly numeric: boolean; readonly values: readonly string[]; /** How many runs without a parent hold it. */ readonly top?: number | undefined; /** The most points that a run has of it. */ readonly points?: number | undefined }

/** What these runs are most likely about: metrics and the params that differ, as columns, the likeliest first. */
export function guessOf(keys: readonly Key[]): { readonly metrics: readonly string[]; readonly params: readonly string[]; /** The likeliest of which some run has more than one point; undefined where there is no course to draw. */ readonly curve: string | undefined } {
  const most = Math.max(0, ...keys.filter(({ family }) => family === 'metrics').map(({ top = 0 }) => top))
  const metrics = keys.filter(({ family, key }) => family === 'metrics' && !isSystem(key)).toSorted((a, b) => inSight(b, most) - inSight(a, most) || weight(b) - weight(a) || b.runs - a.runs || a.key.localeCompare(b.key))
  const course = metrics.find((one) => one.points !== 1 && metrics[0] !== undefined && inSight(one, most) === inSight(metrics[0], most))
  const params = keys.filter(({ family, values }) => family === 'params' && values.length > 1).toSorted((a, b) => b.runs - a.runs || seedLast(a) - seedLast(b) || Number(a.numeric) - Number(b.numeric) || a.values.length - b.values.length || a.key.localeCompare(b.key))
  return { metrics: metrics.map(({ key }) => `metrics.${key}`), params: params.map(({ key }) => `params.${key}`), curve: course && `metrics.${course.key}` }
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

/** Whether the rows that stand open in the table have it, not their children alone. */
function inSight({ top = 0 }: Key, most: number): number {
  return top > 0 && top * 2 >= most ? 1 : 0
}

/** A rank orders runs and measures nothing. */
export function isRank(key: string): boolean {
  return /(^|[._/])rank(_|$)/i.test(key)
}

/** A score on held-out data says more than one on the training data; a score says more than a loss. */
function weight({ key }: Key): number {
  const heldOut = /(^|[_/\-. ])(val|valid|validation|test|eval|dev|holdout)([_/\-. ]|$)/i.test(key) ? 2 : 0
  const score = betterOf(key) === 'higher' && /auc|acc|f1|score|r2|map|bleu|rouge|iou|dice|precision|recall/i.test(key) ? 2 : 0
  const cost = /loss|rmse|mae|mse|error/i.test(key) ? 1 : 0
  const aside = isRank(key) || /(^|[._/])(std|split\d+)_/i.test(key) ? 9 : 0
  return heldOut + score + cost - aside
}

function seedLast({ key }: Key): number {
  return isSeed(key) ? 1 : 0
}
