import { Problem } from '#wire/problem.ts'
import { cardOf } from '../domain/card.ts'
import { evidenceOf, titleOf, unmetOf } from '../domain/evidence.ts'
import type { Evidence, Policy } from '../domain/policy.ts'
import { servesUnapproved } from '../domain/serves.ts'
import type { ModelSummary, VersionDetail, VersionInfo } from '../domain/registered.ts'
import type { ModelRecord, VersionRecord } from './records.ts'
import type { Registry } from './store.ts'
import { successorOf } from './successor.ts'
import type { At } from './versions.ts'

export function summaryOf({ rows, facts }: Registry, model: ModelRecord): ModelSummary {
  const versions = rows.versionsOf(model.id)
  const aliases = rows.aliasesOf(model.id)
  const champion = versions.find(({ version }) => version === aliases.find(({ alias }) => alias === 'champion')?.version)
  const { name, description, created, updated } = model
  return {
    name, description, created, updated, aliases, tags: rows.modelTags(model.id), versions: versions.length, pending: versions.filter(({ approval }) => approval === 'pending').length,
    latest: versions[0] ? facts.info(versions[0]) : null, champion: champion ? facts.info(champion) : null,
  }
}

/** By words in the name, the description and the tags. */
export function summaries(registry: Registry, search: string): ModelSummary[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return registry.rows.models().map((model) => summaryOf(registry, model)).filter(({ name, description, tags }) => {
    const text = `${name} ${description} ${tags.map(({ key, value }) => `${key}=${value}`).join(' ')}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

export async function evidenceFor({ facts }: Registry, record: VersionRecord, policy: Policy): Promise<Evidence[]> {
  return evidenceOf(policy, await facts.factsOf(record, policy))
}

export async function detailOf(registry: Registry, at: At): Promise<VersionDetail> {
  const { facts, log, versions, models } = registry
  const record = versions.need(at)
  const model = models.need(at.model)
  const [folder, datasets, evidence] = await Promise.all([facts.folderOf(record), facts.datasetsOf(record), evidenceFor(registry, record, model.policy)])
  const version = facts.info(record)
  const params = facts.paramsOf(record)
  const decided = record.approval === 'pending' ? null : log.decision(model.id, at.version)
  const history = log.list({ model: model.id, version: at.version, limit: 500 })
  const made = cardOf({ version, modelDescription: model.description, folder: folder ?? null, params, datasets, evidence, decided, history })
  return {
    ...version, bytes: folder?.bytes ?? version.bytes, folder: folder ?? null, policy: model.policy, evidence, decided, successor: successorOf(registry, record), datasets, params,
    card: { text: record.card ?? made, edited: record.card !== null }, champion: facts.championOf(record)?.version ?? null,
  }
}

/** Those that production loads already stand first: for them the wait is a risk. */
export async function inboxOf(registry: Registry): Promise<{ version: VersionInfo; met: number; of: number; unmet: { state: Evidence['state']; title: string; found: string }[] }[]> {
  const { rows, facts } = registry
  const waiting = await Promise.all(rows.pending().map(async (record) => {
    const evidence = await evidenceFor(registry, record, rows.needModel(record.model).policy)
    const unmet = unmetOf(evidence).map(({ item, state, found }) => ({ state, title: titleOf(item), found }))
    return { version: facts.info(record), met: evidence.length - unmet.length, of: evidence.length, unmet }
  }))
  return waiting.toSorted((a, b) => Number(servesUnapproved(b.version)) - Number(servesUnapproved(a.version)))
}

/** Where the files of a version are; refuses where they are not in reach. */
export async function filesAt(registry: Registry, at: At): Promise<string> {
  const { storage } = registry.versions.need(at)
  const place = await registry.placeOf(storage)
  if (!(await registry.facts.folderOf({ storage }))) throw new Problem('missing', `The files of version ${at.version} are gone from ${storage}.`)
  return place
}

/** Where one file of a version is; refuses what is no plain file in it. */
export async function fileAt(registry: Registry, { path, ...at }: At & { readonly path: string }): Promise<string> {
  await filesAt(registry, at)
  return registry.fileOf(registry.versions.need(at).storage, path)
}
