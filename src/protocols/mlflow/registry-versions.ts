import { checkModelName, checkTag, versionNumber } from '#areas/registry/server/checks.ts'
import { isPrompt } from '#areas/registry/server/models.ts'
import type { VersionRecord } from '#areas/registry/server/records.ts'
import type { Registry } from '#areas/registry/server/store.ts'
import type { Resolved } from '#areas/registry/server/source.ts'
import { atLeastOne } from './registry-models.ts'
import { versionSaid } from './registry-said.ts'
import { listed, tokenSaid } from './speak.ts'
import { bounded, defaulted, flag, int64, list, needed, text } from './wire/fields.ts'
import { badValue } from './wire/refusal.ts'
import { route } from './wire/route.ts'
import type { Route } from './wire/route.ts'
import { pair } from './words.ts'

const which = { name: needed(text), version: needed(text) }
const key = needed(text)

/** Versions of registered models. */
export function registryVersions(registry: Registry): readonly Route[] {
  const { versions, change, search } = registry
  const at = ({ name, version }: { readonly name: string; readonly version: string }) => {
    checkModelName(name)
    return { model: name, version: versionNumber(version) }
  }
  const said = (record: VersionRecord) => ({ model_version: versionSaid(registry, record) })
  return [
    route('POST', '/mlflow/model-versions/create', { name: needed(text), source: needed(text), run_id: text, tags: list(pair), run_link: text, description: text, model_id: text }, async ({ name, source, run_id, tags, run_link, description, model_id }, { actor }) => {
      checkModelName(name)
      for (const tag of tags) checkTag(tag)
      const resolved: Resolved = isPrompt(tags) ? promptAt(source) : await registry.resolve({ source, run: run_id, loggedModel: model_id || undefined })
      return said(await registry.add(resolved, { model: name, description, tags, runLink: run_link, by: actor.name }))
    }),
    route('GET', '/mlflow/model-versions/get', which, (given) => said(versions.need(at(given)))),
    route('PATCH', '/mlflow/model-versions/update', { ...which, description: text }, ({ description = null, ...given }, { actor }) => said(change(() => versions.describe(at(given), description, actor.name)))),
    route('POST', '/mlflow/model-versions/transition-stage', { ...which, stage: needed(text), archive_existing_versions: defaulted(flag, false) }, ({ stage, archive_existing_versions, ...given }, { actor }) =>
      said(change(() => versions.stage(at(given), stage, { archiveOthers: archive_existing_versions, by: actor.name })))),
    route('DELETE', '/mlflow/model-versions/delete', which, (given, { actor }) => { change(() => versions.remove(at(given), actor.name)) }),
    route('GET', '/mlflow/model-versions/get-download-uri', which, (given) => ({ artifact_uri: versions.need(at(given)).storage })),
    route('GET', '/mlflow/model-versions/search', { filter: text, max_results: bounded(int64, (n) => n <= 200_000), order_by: list(text), page_token: text }, ({ filter, max_results = 200_000, order_by, page_token }) => {
      const { items, next } = search.versions({ filter, order: order_by, max: atLeastOne(max_results), token: page_token })
      return { ...listed('model_versions', items.map((record) => versionSaid(registry, record))), ...tokenSaid(next) }
    }),
    route('POST', '/mlflow/model-versions/set-tag', { ...which, key, value: defaulted(text, '') }, (given, { actor }) => { change(() => versions.setTag(at(given), given, actor.name)) }),
    route('DELETE', '/mlflow/model-versions/delete-tag', { ...which, key }, (given, { actor }) => { change(() => versions.dropTag(at(given), given.key, actor.name)) }),
  ]
}

const placeholders = ['dummy-source', 'prompt-template']

/** A prompt is a version without files. */
function promptAt(source: string): Resolved {
  if (!placeholders.includes(source)) throw badValue(`Invalid prompt source: '${source}'. Prompt sources must use an MLflow placeholder.`)
  return { source, storage: source, run: '', loggedModel: '', origin: 'uri' }
}
