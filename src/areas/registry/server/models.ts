import type { Sqlite } from '#node/sqlite.ts'
import { Problem } from '#wire/problem.ts'
import type { Policy } from '../domain/policy.ts'
import { checkModelName, checkTag, checkTagKey } from './checks.ts'
import type { Log } from './log.ts'
import type { ModelRecord, Tag } from './records.ts'
import type { Rows } from './rows.ts'

export interface Parts { readonly sqlite: Sqlite; readonly rows: Rows; readonly log: Log }
export type Models = ReturnType<typeof openModels>

export interface NewModel { readonly name: string; readonly description?: string | undefined; readonly tags?: readonly Tag[]; readonly by: string }

/** What is done to registered models. Everything here runs inside the caller's transaction and writes its own log entry. */
export function openModels({ sqlite: { db }, rows, log }: Parts) {
  const add = db.prepare("INSERT INTO registry_models(name, description, created, updated, policy) VALUES (?, ?, ?, ?, '{\"items\":[]}')")
  const touch = db.prepare('UPDATE registry_models SET updated = ? WHERE id = ?')
  const describeOne = db.prepare('UPDATE registry_models SET description = ?, updated = ? WHERE id = ?')
  const renameOne = db.prepare('UPDATE registry_models SET name = ?, updated = ? WHERE id = ?')
  const renameVersions = db.prepare('UPDATE registry_versions SET updated = ? WHERE model = ?')
  const setDeleted = db.prepare('UPDATE registry_models SET deleted = ? WHERE id = ?')
  const lastDeleted = db.prepare('SELECT id FROM registry_models WHERE name = ? AND deleted IS NOT NULL ORDER BY deleted DESC LIMIT 1')
  const putTag = db.prepare('INSERT INTO registry_model_tags VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  const cutTag = db.prepare('DELETE FROM registry_model_tags WHERE model = ? AND key = ?')
  const putPolicy = db.prepare('UPDATE registry_models SET policy = ?, updated = ? WHERE id = ?')

  function create({ name, description = '', tags = [], by }: NewModel): ModelRecord {
    checkModelName(name)
    for (const tag of tags) checkTag(tag)
    const taken = rows.model(name)
    if (taken) throw takenProblem(name, isPrompt(rows.modelTags(taken.id)), isPrompt(tags))
    const now = Date.now()
    add.run(name, description, now, now)
    const model = rows.needModel(name)
    for (const { key, value } of tags) putTag.run(model.id, key, value)
    log.write({ by, what: 'registered', model, text: `Made the model “${name}”.`, reason: description })
    return model
  }

  function describe(name: string, description: string, by: string): ModelRecord {
    const model = need(name)
    describeOne.run(description, Date.now(), model.id)
    log.write({ by, what: 'described', model, text: 'Described the model.', reason: description })
    return rows.needModel(name)
  }

  function rename(name: string, to: string, by: string): ModelRecord {
    checkModelName(to, 'new_name')
    const model = need(name)
    if (to === name) return model
    if (rows.model(to)) throw new Problem('conflict', `Registered Model (name=${to}) already exists.`, 'new_name')
    const now = Date.now()
    renameOne.run(to, now, model.id)
    renameVersions.run(now, model.id)
    log.write({ by, what: 'renamed', model: { id: model.id, name: to }, text: `Renamed the model from “${name}” to “${to}”.` })
    return rows.needModel(to)
  }

  function remove(name: string, by: string): { versions: number } {
    const model = need(name)
    const count = rows.versionsOf(model.id).length
    setDeleted.run(Date.now(), model.id)
    log.write({ by, what: 'deleted', model, text: `Took the model and its ${count} ${count === 1 ? 'version' : 'versions'} out of the registry.` })
    return { versions: count }
  }

  /** The one of this name that was deleted last comes back, with its versions and aliases. */
  function restore(name: string, by: string): ModelRecord {
    const id = lastDeleted.get(name)?.id
    if (id === undefined) throw new Problem('missing', `No deleted model is called “${name}”.`, 'name')
    if (rows.model(name)) throw new Problem('conflict', `There is a model “${name}” again. Rename it first, then bring the old one back.`, 'name')
    setDeleted.run(null, id)
    const model = rows.needModel(name)
    log.write({ by, what: 'registered', model, text: 'Brought the model back into the registry.' })
    return model
  }

  function setTag(name: string, tag: Tag, by: string): void {
    checkModelName(name)
    checkTag(tag)
    const model = need(name)
    putTag.run(model.id, tag.key, tag.value)
    log.write({ by, what: 'tagged', model, text: `Tagged the model ${tag.key} = ${shortened(tag.value)}.` })
  }

  function dropTag(name: string, key: string, by: string): void {
    checkModelName(name)
    checkTagKey(key)
    const model = need(name)
    if (cutTag.run(model.id, key).changes > 0) log.write({ by, what: 'tagged', model, text: `Took the tag ${key} off the model.` })
  }

  function setPolicy(name: string, policy: Policy, by: string): Policy {
    const model = need(name)
    putPolicy.run(JSON.stringify(policy), Date.now(), model.id)
    log.write({ by, what: 'policy', model, text: policy.items.length === 0 ? 'Took every item off the policy.' : `Set a policy of ${policy.items.length} ${policy.items.length === 1 ? 'item' : 'items'}.`, detail: policy })
    return policy
  }

  function need(name: string): ModelRecord {
    checkModelName(name)
    return rows.needModel(name)
  }

  return { create, describe, rename, remove, restore, setTag, dropTag, setPolicy, touch: (id: number) => void touch.run(Date.now(), id), need }
}

export function isPrompt(tags: readonly Tag[]): boolean {
  return tags.some(({ key, value }) => key === 'mlflow.prompt.is_prompt' && value.toLowerCase() === 'true')
}

export function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 80)}…` : value
}

function takenProblem(name: string, was: boolean, is: boolean): Problem {
  if (was === is) return new Problem('conflict', `${is ? 'Prompt' : 'Registered Model'} (name=${name}) already exists.`, 'name')
  const [old, fresh] = was ? ['prompt', 'registered model'] : ['registered model', 'prompt']
  return new Problem('conflict', `Tried to create a ${fresh} with name '${name}', but the name is already taken by a ${old}. MLflow does not allow creating a model and a prompt with the same name.`, 'name')
}
