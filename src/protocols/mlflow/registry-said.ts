import type { ModelRecord, VersionRecord } from '#areas/registry/server/records.ts'
import type { Registry } from '#areas/registry/server/store.ts'
import { listed } from './speak.ts'

/** Models and versions as MLflow writes them. A text that was not given is empty on a version and left out on a model, as upstream. */
export function registeredSaid({ rows }: Registry, { id, name, description, created, updated }: ModelRecord, newest: readonly object[]): object {
  return {
    name, creation_timestamp: created, last_updated_timestamp: updated, ...(description === '' ? {} : { description }), ...listed('latest_versions', newest), ...listed('tags', rows.modelTags(id)),
    ...listed('aliases', rows.aliasesOf(id).map(({ alias, version }) => ({ alias, version: String(version) }))),
  }
}

export function versionSaid({ rows }: Registry, record: VersionRecord): object {
  const { model, version, created, updated, by, stage, description, source, run, runLink, status } = record
  const aliases = rows.aliasesOn(record)
  return {
    name: model, version: String(version), creation_timestamp: created, last_updated_timestamp: updated, user_id: by, current_stage: stage, ...(description === null ? {} : { description }), source, run_id: run, run_link: runLink, status,
    ...listed('tags', rows.versionTags(record)), ...(aliases.length === 0 ? {} : { aliases }),
  }
}

/** The newest version of each stage that has one. */
export function newestOf(registry: Registry, model: ModelRecord): VersionRecord[] {
  const byStage = Map.groupBy(registry.rows.versionsOf(model.id), ({ stage }) => stage)
  return [...byStage.values()].flatMap((versions) => versions.slice(0, 1))
}
