import { Problem } from '#wire/problem.ts'
import { VersionStage } from '../domain/registered.ts'
import type { VersionInfo } from '../domain/registered.ts'
import { checkAlias, checkModelName, checkTag, checkTagKey } from './checks.ts'
import type { AliasDetail } from './log.ts'
import { shortened } from './models.ts'
import type { Models, Parts } from './models.ts'
import type { Tag, VersionRecord } from './records.ts'

export type Versions = ReturnType<typeof openVersions>

export interface At { readonly model: string; readonly version: number }

export interface NewVersion {
  readonly model: string
  readonly source: string
  readonly storage: string
  readonly run?: string | undefined
  readonly runLink?: string | undefined
  readonly loggedModel?: string | undefined
  readonly description?: string | undefined
  readonly tags?: readonly Tag[]
  readonly origin: VersionInfo['origin']
  readonly bytes: number | null
  readonly by: string
}

const stages = VersionStage.options
const active = ['Staging', 'Production'] as const satisfies readonly VersionStage[]

/** What is done to versions and their aliases. Everything here runs inside the caller's transaction and writes its own log entry. */
export function openVersions({ sqlite: { db }, rows, log, models }: Parts & { readonly models: Models }) {
  const add = db.prepare("INSERT INTO registry_versions VALUES (?, ?, ?, ?, ?, ?, 'None', ?, ?, ?, ?, ?, 'READY', 'pending', ?, ?, NULL, NULL)")
  const change = db.prepare('UPDATE registry_versions SET description = ?, stage = ?, approval = ?, card = ?, updated = ? WHERE model = ? AND version = ?')
  const setDeleted = db.prepare('UPDATE registry_versions SET deleted = ?, updated = ? WHERE model = ? AND version = ?')
  const putTag = db.prepare('INSERT INTO registry_version_tags VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  const cutTag = db.prepare('DELETE FROM registry_version_tags WHERE model = ? AND version = ? AND key = ?')
  const putAlias = db.prepare('INSERT INTO registry_aliases VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET version = excluded.version')
  const cutAlias = db.prepare('DELETE FROM registry_aliases WHERE model = ? AND alias = ?')

  function create({ model: name, source, storage, run = '', runLink = '', loggedModel = '', description = '', tags = [], origin, bytes, by }: NewVersion): VersionRecord {
    checkModelName(name)
    for (const tag of tags) checkTag(tag)
    const model = rows.needModel(name)
    const version = rows.newestNumber(model.id) + 1
    const now = Date.now()
    add.run(model.id, version, description, now, now, by, source, storage, run, runLink, loggedModel, origin, bytes)
    for (const { key, value } of tags) putTag.run(model.id, version, key, value)
    models.touch(model.id)
    log.write({ by, what: origin === 'run' || origin === 'uri' ? 'registered' : 'imported', model, version, text: `${origin === 'run' || origin === 'uri' ? 'Registered' : 'Imported'} version ${version}.`, reason: description, detail: { source } })
    return rows.needVersion(name, version)
  }

  /** Writes what differs, without a log entry. */
  function put(record: VersionRecord, now: Partial<Pick<VersionRecord, 'description' | 'stage' | 'approval' | 'card'>>): VersionRecord {
    const next = { ...record, ...now }
    change.run(next.description, next.stage, next.approval, next.card, Date.now(), next.modelId, next.version)
    return rows.needVersion(record.model, record.version)
  }

  function describe({ model, version }: At, description: string | null, by: string): VersionRecord {
    const record = need({ model, version })
    log.write({ by, what: 'described', ...about(record), text: `Described version ${version}.`, reason: description ?? '' })
    return put(record, { description })
  }

  /** In any case of letters, as MLflow takes it. */
  function stage(at: At, wanted: string, { archiveOthers, by }: { readonly archiveOthers: boolean; readonly by: string }): VersionRecord {
    const to = stageNamed(wanted)
    if (archiveOthers && !active.some((one) => one === to)) throw new Problem('invalid', `Model version transition cannot archive existing model versions because '${wanted}' is not an Active stage. Valid stages are ['Staging', 'Production']`, 'stage')
    const record = need(at)
    const others = archiveOthers ? rows.versionsOf(record.modelId).filter((one) => one.version !== at.version && one.stage === to) : []
    for (const one of others) moveTo(one, 'Archived', by)
    models.touch(record.modelId)
    return moveTo(record, to, by)
  }

  function moveTo(record: VersionRecord, to: VersionStage, by: string): VersionRecord {
    if (record.stage !== to) log.write({ by, what: 'stage', ...about(record), text: `Moved version ${record.version} from stage ${record.stage} to ${to}.` })
    return put(record, { stage: to })
  }

  function remove(at: At, by: string): void {
    const record = need(at)
    for (const alias of rows.aliasesOn(record)) cutAlias.run(record.modelId, alias)
    const now = Date.now()
    setDeleted.run(now, now, record.modelId, at.version)
    models.touch(record.modelId)
    log.write({ by, what: 'deleted', ...about(record), text: `Took version ${at.version} out of the registry.` })
  }

  /** Its aliases do not come back with it: they may name another by now. */
  function restore({ model: name, version }: At, by: string): VersionRecord {
    const model = models.need(name)
    if (setDeleted.run(null, Date.now(), model.id, version).changes === 0) throw new Problem('missing', `“${name}” never had a version ${version}.`, 'version')
    log.write({ by, what: 'registered', model, version, text: `Brought version ${version} back into the registry.` })
    return rows.needVersion(name, version)
  }

  function setTag(at: At, tag: Tag, by: string): void {
    checkTag(tag)
    const record = need(at)
    putTag.run(record.modelId, at.version, tag.key, tag.value)
    log.write({ by, what: 'tagged', ...about(record), text: `Tagged version ${at.version} ${tag.key} = ${shortened(tag.value)}.` })
  }

  function dropTag(at: At, key: string, by: string): void {
    checkTagKey(key)
    const record = need(at)
    if (cutTag.run(record.modelId, at.version, key).changes > 0) log.write({ by, what: 'tagged', ...about(record), text: `Took the tag ${key} off version ${at.version}.` })
  }

  function setAlias(at: At, alias: string, by: string): VersionRecord {
    checkAlias(alias, { reserved: true })
    const record = need(at)
    const before = rows.aliasesOf(record.modelId).find((one) => one.alias === alias)?.version
    putAlias.run(record.modelId, alias, at.version)
    if (before !== at.version) log.write({ by, what: 'aliased', ...about(record), text: before === undefined ? `The alias ${alias} names version ${at.version}.` : `The alias ${alias} moved from version ${before} to version ${at.version}.`, detail: { alias, names: true } satisfies AliasDetail })
    return record
  }

  function dropAlias(name: string, alias: string, by: string): boolean {
    checkAlias(alias, { reserved: false })
    const model = models.need(name)
    const before = rows.aliasesOf(model.id).find((one) => one.alias === alias)?.version
    if (before === undefined) return false
    cutAlias.run(model.id, alias)
    log.write({ by, what: 'aliased', model, version: before, text: `Took the alias ${alias} off version ${before}.`, detail: { alias, names: false } satisfies AliasDetail })
    return true
  }

  function saveCard(at: At, card: string | null, by: string): VersionRecord {
    const record = need(at)
    log.write({ by, what: 'card', ...about(record), text: card === null ? 'Went back to the model card made from the evidence.' : 'Edited the model card.' })
    return put(record, { card })
  }

  function need({ model, version }: At): VersionRecord {
    checkModelName(model)
    return rows.needVersion(model, version)
  }

  return { create, put, describe, stage, moveTo, remove, restore, setTag, dropTag, setAlias, dropAlias, saveCard, need }
}

/** Whom a log entry is about. */
export function about({ modelId, model, version }: VersionRecord): { model: { id: number; name: string }; version: number } {
  return { model: { id: modelId, name: model }, version }
}

export function stageNamed(wanted: string): VersionStage {
  const stage = stages.find((one) => one.toLowerCase() === wanted.toLowerCase())
  if (!stage) throw new Problem('invalid', `Invalid Model Version stage: ${wanted}. Value must be one of ${stages.join(', ')}.`, 'stage')
  return stage
}
