import type { FullModel } from '#areas/runs/server/types.ts'
import { attributeOf, entityOf, modelFilter } from './model-filter.ts'
import type { DatasetWish } from './model-filter.ts'
import { badValue } from './wire/refusal.ts'
import { most } from './words.ts'

export interface ModelSearch {
  readonly experiments: readonly string[]
  readonly filter?: string | undefined
  readonly datasets: readonly DatasetWish[]
  readonly max_results?: number | undefined
  readonly order_by: readonly ModelOrder[]
  readonly page_token?: string | undefined
}
interface ModelOrder extends DatasetWish { readonly field_name: string; readonly ascending?: boolean | undefined }

/** Filters, orders and pages; a page's token names the question it belongs to and fits no other. */
export function searchModels(models: readonly FullModel[], search: ModelSearch): { readonly items: readonly FullModel[]; readonly next: string | undefined } {
  if (search.datasets.some(({ dataset_name }) => !dataset_name)) throw badValue('`dataset_name` in the `datasets` clause must be specified.')
  const from = offsetOf(search)
  const max = most(search.max_results || 50)
  const orders = [...search.order_by, { field_name: 'creation_timestamp_ms', ascending: false }, { field_name: 'model_id', ascending: true }].map(comparing)
  const found = models.filter(modelFilter(search.filter ?? '', search.datasets)).toSorted((a, b) => orders.reduce((sign, compare) => sign || compare(a, b), 0))
  return { items: found.slice(from, from + max), next: from + max < found.length ? tokenOf(search, from + max) : undefined }
}

function comparing(order: ModelOrder): (a: FullModel, b: FullModel) => number {
  const valueOf = valueBy(order)
  const sign = order.ascending === false ? -1 : 1
  return (a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return left === right ? 0 : left < right ? -sign : sign
  }
}

function valueBy({ field_name, dataset_name, dataset_digest }: ModelOrder): (model: FullModel) => string | number | null {
  const { family, key } = entityOf(field_name)
  if (!field_name.includes('.')) return (model) => attributeOf(model, key)
  if (family !== 'metrics') throw badValue(`Invalid order by field name: ${field_name}. Only metrics are supported.`)
  return ({ metrics }) => {
    const own = metrics.filter((one) => one.key === key && (!dataset_name || one.datasetName === dataset_name) && (!dataset_digest || one.datasetDigest === dataset_digest))
    return own.toSorted((a, b) => b.time - a.time || b.step - a.step)[0]?.value ?? null
  }
}

function questionOf({ experiments, filter, order_by }: ModelSearch): object {
  return { experiment_ids: experiments, filter_string: filter || null, order_by: order_by.length > 0 ? order_by : null }
}

function tokenOf(search: ModelSearch, offset: number): string {
  return Buffer.from(JSON.stringify({ ...questionOf(search), offset })).toString('base64')
}

function offsetOf(search: ModelSearch): number {
  if (!search.page_token) return 0
  const token = tokenFields(search.page_token)
  for (const [name, value] of Object.entries(questionOf(search))) {
    if (JSON.stringify(token[name] ?? null) !== JSON.stringify(value)) throw badValue(`${labels[name] ?? name} in the page token do not match the requested ${labels[name] ?? name}. Expected: ${JSON.stringify(value)}. Found: ${JSON.stringify(token[name] ?? null)}`)
  }
  const offset = Number(token.offset ?? 0)
  if (!Number.isSafeInteger(offset) || offset < 0) throw badValue(`Invalid page token: ${search.page_token}.`)
  return offset
}

const labels: Readonly<Record<string, string>> = { experiment_ids: 'Experiment IDs', filter_string: 'Filter string', order_by: 'Order by' }

function tokenFields(token: string): Readonly<Record<string, unknown>> {
  try {
    const fields: unknown = JSON.parse(Buffer.from(token, 'base64').toString('utf8'))
    if (typeof fields === 'object' && fields !== null) return { ...fields }
  } catch {
    throw badValue(`Invalid page token: ${token}.`)
  }
  throw badValue(`Invalid page token: ${token}.`)
}
