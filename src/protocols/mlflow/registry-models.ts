import type { ModelRecord } from '#areas/registry/server/records.ts'
import { checkAlias, checkModelName, versionNumber } from '#areas/registry/server/checks.ts'
import type { Registry } from '#areas/registry/server/store.ts'
import { stageNamed } from '#areas/registry/server/versions.ts'
import { listed, tokenSaid } from './speak.ts'
import { newestOf, registeredSaid, versionSaid } from './registry-said.ts'
import { bounded, defaulted, int64, list, needed, text } from './wire/fields.ts'
import { badValue, Refusal } from './wire/refusal.ts'
import { route } from './wire/route.ts'
import type { Route } from './wire/route.ts'
import { pair } from './words.ts'

const name = needed(text)
const key = needed(text)
const alias = needed(text)

/** Registered models and aliases. */
export function registryModels(registry: Registry): readonly Route[] {
  const { models, versions, rows, change, search } = registry
  const said = (model: ModelRecord) => ({ registered_model: registeredSaid(registry, model, newestOf(registry, model).map((version) => versionSaid(registry, version))) })
  return [
    route('POST', '/mlflow/registered-models/create', { name, tags: list(pair), description: text }, (given, { actor }) => said(change(() => models.create({ ...given, by: actor.name })))),
    route('GET', '/mlflow/registered-models/get', { name }, (given) => said(models.need(given.name))),
    route('PATCH', '/mlflow/registered-models/update', { name, description: defaulted(text, '') }, (given, { actor }) => said(change(() => models.describe(given.name, given.description, actor.name)))),
    route('POST', '/mlflow/registered-models/rename', { name, new_name: needed(text) }, (given, { actor }) => said(change(() => models.rename(given.name, given.new_name, actor.name)))),
    route('DELETE', '/mlflow/registered-models/delete', { name }, (given, { actor }) => { change(() => models.remove(given.name, actor.name)) }),
    route('GET', '/mlflow/registered-models/search', { filter: text, max_results: bounded(int64, (n) => n <= 1000), order_by: list(text), page_token: text }, ({ filter, max_results = 100, order_by, page_token }) => {
      const { items, next } = search.models({ filter, order: order_by, max: atLeastOne(max_results), token: page_token })
      return { ...listed('registered_models', items.map((model) => said(model).registered_model)), ...tokenSaid(next) }
    }),
    route(['POST', 'GET'], '/mlflow/registered-models/get-latest-versions', { name, stages: list(text) }, ({ stages, ...given }) => {
      const wanted = stages.map(stageNamed)
      const newest = newestOf(registry, models.need(given.name)).filter(({ stage }) => wanted.length === 0 || wanted.includes(stage))
      return listed('model_versions', newest.map((version) => versionSaid(registry, version)))
    }),
    route('POST', '/mlflow/registered-models/set-tag', { name, key, value: defaulted(text, '') }, (given, { actor }) => { change(() => models.setTag(given.name, given, actor.name)) }),
    route('DELETE', '/mlflow/registered-models/delete-tag', { name, key }, (given, { actor }) => { change(() => models.dropTag(given.name, given.key, actor.name)) }),
    route('POST', '/mlflow/registered-models/alias', { name, alias, version: needed(text) }, (given, { actor }) => {
      checkModelName(given.name)
      checkAlias(given.alias, { reserved: true })
      change(() => versions.setAlias({ model: given.name, version: versionNumber(given.version) }, given.alias, actor.name))
    }),
    route('DELETE', '/mlflow/registered-models/alias', { name, alias }, (given, { actor }) => {
      checkModelName(given.name)
      change(() => versions.dropAlias(given.name, given.alias, actor.name))
    }),
    route('GET', '/mlflow/registered-models/alias', { name, alias }, (given) => ({ model_version: versionSaid(registry, aliased(given.name, given.alias)) })),
  ]

  /** `latest` is the newest of all. */
  function aliased(model: string, wanted: string) {
    checkAlias(wanted, { reserved: false })
    const { id } = models.need(model)
    if (wanted.toLowerCase() === 'latest') return rows.versionsOf(id)[0] ?? refuse(new Refusal('RESOURCE_DOES_NOT_EXIST', `Latest version not found for model ${model}.`))
    const found = rows.aliasesOf(id).find((one) => one.alias === wanted)
    return found ? versions.need({ model, version: found.version }) : refuse(badValue(`Registered model alias ${wanted} not found.`))
  }
}

export function atLeastOne(max: number): number {
  return max < 1 ? refuse(badValue(`Invalid value for max_results. It must be a positive integer, but got ${max}`)) : max
}

function refuse(refusal: Refusal): never {
  throw refusal
}
