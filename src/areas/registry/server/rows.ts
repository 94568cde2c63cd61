import type { Sqlite } from '#node/sqlite.ts'
import { Problem } from '#wire/problem.ts'
import { modelRecord, tagOf, versionRecord } from './records.ts'
import type { ModelRecord, Tag, VersionRecord } from './records.ts'
import { schema } from './schema.ts'

export type Rows = ReturnType<typeof openRows>

const versions = 'SELECT v.*, m.name FROM registry_versions v JOIN registry_models m ON m.id = v.model WHERE v.deleted IS NULL AND m.deleted IS NULL'
const promptTag = 'mlflow.prompt.is_prompt'

/** Models, versions, tags and aliases as rows: what is read. Prompts, which MLflow keeps among the models, are left out of lists. */
export function openRows(sqlite: Sqlite) {
  sqlite.migrate('registry', schema)
  const { db } = sqlite
  const modelNamed = db.prepare('SELECT * FROM registry_models WHERE name = ? AND deleted IS NULL')
  const allModels = db.prepare(`SELECT * FROM registry_models m WHERE deleted IS NULL AND NOT EXISTS (SELECT 1 FROM registry_model_tags WHERE model = m.id AND key = '${promptTag}' AND value = 'true') ORDER BY updated DESC, name`)
  const oneVersion = db.prepare(`${versions} AND v.model = ? AND v.version = ?`)
  const versionsOf = db.prepare(`${versions} AND v.model = ? ORDER BY v.version DESC`)
  const pending = db.prepare(`${versions} AND v.approval = 'pending' AND NOT EXISTS (SELECT 1 FROM registry_model_tags WHERE model = m.id AND key = '${promptTag}' AND value = 'true') ORDER BY v.created, v.model, v.version`)
  const sharing = db.prepare(`${versions} AND (v.source = ? OR (v.logged_model = ? AND v.logged_model != '')) ORDER BY m.name, v.version LIMIT 200`)
  const recent = db.prepare(`${versions} ORDER BY v.created DESC, v.version DESC LIMIT 500`)
  const newest = db.prepare('SELECT coalesce(max(version), 0) AS newest FROM registry_versions WHERE model = ?')
  const modelTags = db.prepare('SELECT key, value FROM registry_model_tags WHERE model = ? ORDER BY key')
  const versionTags = db.prepare('SELECT key, value FROM registry_version_tags WHERE model = ? AND version = ? ORDER BY key')
  const aliases = db.prepare('SELECT alias, version FROM registry_aliases WHERE model = ? ORDER BY alias')

  function model(name: string): ModelRecord | undefined {
    const row = modelNamed.get(name)
    return row && modelRecord(row)
  }

  /** Refuses in MLflow's words. */
  function needModel(name: string): ModelRecord {
    const found = model(name)
    if (!found) throw new Problem('missing', `Registered Model with name=${name} not found`, 'name')
    return found
  }

  function needVersion(name: string, version: number): VersionRecord {
    const found = model(name)
    const row = found && oneVersion.get(found.id, version)
    if (!row) throw new Problem('missing', `Model Version (name=${name}, version=${version}) not found`, 'version')
    return versionRecord(row)
  }

  function aliasesOf(id: number): { alias: string; version: number }[] {
    return aliases.all(id).map((row) => ({ alias: String(row.alias), version: Number(row.version) }))
  }

  return {
    model, needModel, needVersion, aliasesOf,
    models: (): ModelRecord[] => allModels.all().map(modelRecord),
    /** The newest first. */
    versionsOf: (id: number): VersionRecord[] => versionsOf.all(id).map(versionRecord),
    /** The oldest first. */
    pending: (): VersionRecord[] => pending.all().map(versionRecord),
    /** Made from this version, or from the logged model that it is of; itself too. */
    sharing: ({ model: name, version, loggedModel }: VersionRecord): VersionRecord[] => sharing.all(`models:/${name}/${version}`, loggedModel).map(versionRecord),
    /** The last registered first, of all models. */
    recent: (): VersionRecord[] => recent.all().map(versionRecord),
    /** Deleted ones count: a number is never given twice. */
    newestNumber: (id: number): number => Number(newest.get(id)?.newest),
    modelTags: (id: number): Tag[] => modelTags.all(id).map(tagOf),
    versionTags: ({ modelId, version }: Pick<VersionRecord, 'modelId' | 'version'>): Tag[] => versionTags.all(modelId, version).map(tagOf),
    aliasesOn: ({ modelId, version }: Pick<VersionRecord, 'modelId' | 'version'>): string[] => aliasesOf(modelId).filter((one) => one.version === version).map(({ alias }) => alias),
  }
}
