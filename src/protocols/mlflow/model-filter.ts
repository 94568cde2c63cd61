import type { FullModel } from '#areas/runs/server/types.ts'
import { badValue } from './wire/refusal.ts'

/** A wanted data set of metrics. */
export interface DatasetWish { readonly dataset_name?: string | undefined; readonly dataset_digest?: string | undefined }

interface Comparison { readonly family: Family; readonly key: string; readonly op: Op; readonly values: readonly (string | number)[] }
type Family = 'attributes' | 'metrics' | 'params' | 'tags'
type Op = (typeof stringOps)[number] | (typeof numericOps)[number]
const numericOps = ['<', '<=', '>', '>=', '=', '!='] as const
const stringOps = ['=', '!=', 'LIKE', 'ILIKE', 'IN', 'NOT IN'] as const

/** The grammar of logged models: comparisons joined by AND; a bare name is an attribute. */
export function modelFilter(filter: string, datasets: readonly DatasetWish[]): (model: FullModel) => boolean {
  const comparisons = comparisonsOf(filter)
  const wanted = (name: string | null, digest: string | null) => datasets.length === 0 || datasets.some((wish) => wish.dataset_name === name && (!wish.dataset_digest || wish.dataset_digest === digest))
  const needsData = datasets.length > 0 && !comparisons.some(({ family }) => family === 'metrics')
  return (model) => (!needsData || model.metrics.some((metric) => wanted(metric.datasetName, metric.datasetDigest))) && comparisons.every((one) => valuesOf(model, one, wanted).some((value) => holds(one, value)))
}

function comparisonsOf(filter: string): Comparison[] {
  const found: Comparison[] = []
  let rest = filter.trim().replace(/;$/, '')
  while (rest !== '') {
    const match = /^((?:[a-z]+\.)?(?:`[^`]+`|[^\s<>=!()']+))\s*(<=|>=|!=|=|<|>|not\s+in\b|in\b|i?like\b)\s*('[^']*'|"[^"]*"|\([^)]*\)|[^\s'"]\S*)\s*(and\s+|$)/i.exec(rest)
    if (!match) throw badValue(`Invalid filter string: ${quoted(filter)}. Expected a list of comparisons separated by 'AND' (e.g. 'metrics.loss > 0.1 AND params.lr = 0.01').`)
    const [whole, identifier = '', op = '', value = '', joint = ''] = match
    found.push(comparisonOf(identifier, op.toUpperCase().replace(/\s+/, ' '), value))
    rest = rest.slice(whole.length)
    if (rest === '' && joint !== '') throw badValue(`Invalid filter string: ${quoted(filter)}. Expected a single SQL expression.`)
  }
  return found
}

function comparisonOf(identifier: string, word: string, value: string): Comparison {
  const { family, key } = entityOf(identifier)
  const numeric = family === 'metrics' || key === 'creation_timestamp_ms' || key === 'last_updated_timestamp_ms'
  const ops: readonly Op[] = numeric ? numericOps : stringOps
  const op = ops.find((one) => one === word)
  if (!op) throw badValue(`Invalid comparison operator for ${family}.${key}: '${word}'. Expected one of (${ops.map((one) => `'${one}'`).join(', ')}).`)
  if (!numeric) return { family, key, op, values: value.startsWith('(') ? textsOf(value) : [value.replace(/^'|'$/g, '')] }
  const number = Number(value)
  if (Number.isNaN(number)) throw badValue(`could not convert string to float: ${value}`)
  return { family, key, op, values: [number] }
}

const aliases: Readonly<Record<string, string>> = { creation_time: 'creation_timestamp_ms', creation_timestamp: 'creation_timestamp_ms', last_updated_timestamp: 'last_updated_timestamp_ms' }
const families: readonly Family[] = ['attributes', 'metrics', 'params', 'tags']

export function entityOf(identifier: string): { readonly family: Family; readonly key: string } {
  const [, prefix, name = identifier] = /^([a-z]+)\.(.+)$/.exec(identifier) ?? []
  const key = name.replace(/^`|`$/g, '')
  if (prefix === undefined) return { family: 'attributes', key: aliases[key] ?? key }
  const family = families.find((one) => one === prefix)
  if (!family) throw badValue(`Invalid entity type: '${prefix}'. Expected one of ['attributes', 'metrics', 'params', 'tags'].`)
  return { family, key: family === 'attributes' ? (aliases[key] ?? key) : key }
}

/** A text as Python shows it. */
function quoted(text: string): string {
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", String.raw`\'`)}'`
}

function textsOf(list: string): string[] {
  return [...list.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => single ?? double ?? '')
}

function valuesOf(model: FullModel, { family, key }: Comparison, wanted: (name: string | null, digest: string | null) => boolean): (string | number)[] {
  if (family === 'metrics') return model.metrics.filter((metric) => metric.key === key && wanted(metric.datasetName, metric.datasetDigest)).map(({ value }) => value)
  if (family !== 'attributes') return model[family].filter((one) => one.key === key).map(({ value }) => value)
  const value = attributeOf(model, key)
  return value === null ? [] : [value]
}

/** Undefined names are refused. */
export function attributeOf(model: FullModel, key: string): string | number | null {
  const attributes: Readonly<Record<string, string | number | null>> = {
    model_id: model.id, experiment_id: model.experiment, name: model.name, artifact_location: model.artifactUri, creation_timestamp_ms: model.created, last_updated_timestamp_ms: model.updated,
    model_type: model.type, source_run_id: model.run, status: statusNumbers[model.status],
  }
  const value = attributes[key]
  if (value === undefined) throw badValue(`Invalid order by field name: ${key}`)
  return value
}

const statusNumbers = { PENDING: 1, READY: 2, UPLOAD_FAILED: 3 } as const satisfies Record<FullModel['status'], number>

function holds({ op, values }: Comparison, value: string | number): boolean {
  const [wanted = ''] = values
  switch (op) {
    case '=': case 'IN': return values.some((one) => String(one) === String(value))
    case '!=': case 'NOT IN': return !values.some((one) => String(one) === String(value))
    case '<': return value < wanted
    case '<=': return value <= wanted
    case '>': return value > wanted
    case '>=': return value >= wanted
    default: return like(String(wanted), op === 'ILIKE').test(String(value))
  }
}

function like(pattern: string, anyCase: boolean): RegExp {
  return new RegExp(`^${pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%', '.*').replaceAll('_', '.')}$`, anyCase ? 'isu' : 'su')
}
