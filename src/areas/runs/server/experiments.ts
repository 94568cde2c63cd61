import { isAbsolute, resolve } from 'node:path'
import type { Sqlite } from '#node/sqlite.ts'
import { Problem } from '#wire/problem.ts'
import type { Experiment, Stage } from '../domain/experiment.ts'
import type { KeyValue } from '../domain/run.ts'
import type { Book } from './book.ts'
import { checkExperimentName, checkExperimentTag } from './checks.ts'
import type { Commits } from './commits.ts'
import type { Tidings } from './tidings.ts'

export interface Parts { readonly sqlite: Sqlite; readonly book: Book; readonly commits: Commits; readonly tidings: Tidings; readonly artifactRoot: string }

/** Experiments as MLflow has them; a softly deleted one takes its runs with it and brings all of them back. */
export function openExperiments({ sqlite: { db }, book, commits, tidings, artifactRoot }: Parts) {
  const add = db.prepare('INSERT INTO run_experiments VALUES (?, ?, ?, ?, ?, ?, ?)')
  const nextId = db.prepare('SELECT coalesce(max(id), -1) + 1 AS next FROM run_experiments')
  const putTag = db.prepare('INSERT INTO run_experiment_tags VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  const dropTag = db.prepare('DELETE FROM run_experiment_tags WHERE experiment = ? AND key = ?')
  const change = db.prepare('UPDATE run_experiments SET name = ?, stage = ?, updated = ?, changed_by = ? WHERE id = ?')
  const changeRuns = db.prepare('UPDATE run_records SET stage = ?, deleted = ?, changed_by = ? WHERE experiment = ?')

  const byName = (name: string) => book.experiments().find((one) => one.name === name)

  function create({ name, artifactLocation, tags = [], by }: { readonly name: string; readonly artifactLocation?: string | undefined; readonly tags?: readonly KeyValue[]; readonly by: string }): Promise<Experiment> {
    checkExperimentName(name)
    for (const tag of tags) checkExperimentTag(tag)
    const location = artifactLocation ? locationOf(artifactLocation) : undefined
    return commits.write(() => {
      if (byName(name)) throw new Problem('conflict', `Experiment(name=${name}) already exists.`, 'name')
      const id = Number(nextId.get()?.next ?? 0)
      const now = Date.now()
      const one: Experiment = { id: String(id), name, artifactLocation: location ?? joined(artifactRoot, String(id)), stage: 'active', created: now, updated: now, tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])) }
      add.run(id, name, one.artifactLocation, one.stage, now, now, by)
      for (const [key, value] of Object.entries(one.tags)) putTag.run(id, key, value)
      book.putExperiment(one)
      tidings.tell([one.id])
      return one
    })
  }

  function rename(id: string, name: string, by: string): Promise<Experiment> {
    checkExperimentName(name)
    return commits.write(() => {
      const one = book.needExperiment(id)
      if (one.stage !== 'active') throw new Problem('invalid', 'Cannot rename a non-active experiment.', 'INVALID_STATE')
      const other = byName(name)
      if (other && other.id !== one.id) throw new Problem('conflict', `Experiment(name=${name}) already exists.`, 'new_name')
      return put({ ...one, name, updated: Date.now() }, by)
    })
  }

  function setStage(id: string, stage: Stage, by: string): Promise<Experiment> {
    return commits.write(() => {
      const one = book.needExperiment(id)
      if (one.stage === stage) throw new Problem('missing', `No Experiment with id=${one.id} exists`, 'experiment_id')
      const now = Date.now()
      changeRuns.run(stage, stage === 'deleted' ? now : null, by, Number(one.id))
      const next = put({ ...one, stage, updated: now }, by)
      for (const run of book.runsOf(one.id)) book.put({ ...run, stage })
      return next
    })
  }

  function put(one: Experiment, by: string): Experiment {
    change.run(one.name, one.stage, one.updated, by, Number(one.id))
    book.putExperiment(one)
    tidings.tell([one.id])
    return one
  }

  function setTag(id: string, tag: KeyValue): Promise<void> {
    checkExperimentTag(tag)
    return commits.write(() => {
      const one = book.needActiveExperiment(id)
      putTag.run(Number(one.id), tag.key, tag.value)
      book.putExperiment({ ...one, tags: { ...one.tags, [tag.key]: tag.value } })
      tidings.tell([one.id])
    })
  }

  function deleteTag(id: string, key: string): Promise<void> {
    return commits.write(() => {
      const one = book.needActiveExperiment(id)
      if (dropTag.run(Number(one.id), key).changes === 0) throw new Problem('missing', `No tag with name: ${key} in experiment with id ${id}`)
      book.dropExperimentTag(one.id, key)
      tidings.tell([one.id])
    })
  }

  /** `Default`, which clients that name none log to. */
  function makeDefault(): void {
    if (book.experiments().length > 0) return
    const now = Date.now()
    add.run(0, 'Default', joined(artifactRoot, '0'), 'active', now, now, 'studio')
    book.reload()
  }

  return {
    create, rename, setTag, deleteTag, makeDefault, byName,
    get: book.needExperiment,
    all: book.experiments,
    remove: (id: string, by: string) => setStage(id, 'deleted', by),
    restore: (id: string, by: string) => setStage(id, 'active', by),
  }
}

/** A path appended to a URI or a path, before its query. */
export function joined(uri: string, ...parts: readonly string[]): string {
  const [, head = '', query = ''] = /^([^?]*)(\?.*)?$/s.exec(uri) ?? []
  return `${head.replace(/\/+$/, '')}/${parts.join('/')}${query}`
}

/** A relative path is taken from where the server runs, as MLflow does. */
function locationOf(location: string): string {
  if (location.includes('#') || /;[^/]*$/.test(location)) throw new Problem('invalid', `'artifact_location' URL can't include fragments or params.`, 'artifact_location')
  if (location.length > 2048) throw new Problem('invalid', "'artifact path URI' exceeds the maximum length of 2048 characters", 'artifact_location')
  if (/^[a-z][a-z0-9+.-]*:/i.test(location)) return location
  return isAbsolute(location) ? location : resolve(location)
}
