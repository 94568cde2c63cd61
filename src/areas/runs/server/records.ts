import { randomUUID } from 'node:crypto'
import { given } from '#lib/given.ts'
import { Problem } from '#wire/problem.ts'
import type { Stage } from '../domain/experiment.ts'
import type { KeyValue, RunInfo, RunStatus } from '../domain/run.ts'
import { nameTag, parentTag } from './book.ts'
import type { RunRow } from './book.ts'
import { checkedTag } from './checks.ts'
import { joined } from './experiments.ts'
import type { Parts } from './experiments.ts'
import type { Keys } from './keys.ts'
import { randomName } from './random-name.ts'
import type { Columns } from './columns.ts'

export type Records = ReturnType<typeof openRecords>

export interface NewRun {
  readonly experiment: string
  readonly name?: string | undefined
  readonly user?: string | undefined
  /** Milliseconds; now where it is not said. */
  readonly start?: number | undefined
  readonly status?: RunStatus | undefined
  readonly tags?: readonly KeyValue[]
  readonly by: string
}
export interface RunChange { readonly status?: RunStatus | undefined; readonly start?: number | undefined; readonly end?: number | undefined; readonly name?: string | undefined }

/** The heads of runs and their tags. */
export function openRecords({ sqlite: { db }, book, commits, tidings, keys, columns }: Parts & { readonly keys: Keys; readonly columns: Columns }) {
  const add = db.prepare('INSERT INTO run_records(uuid, experiment, ordinal, name, user, status, started, ended, artifact_uri, stage, deleted, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, NULL, ?)')
  const change = db.prepare('UPDATE run_records SET name = ?, status = ?, started = ?, ended = ?, changed_by = ? WHERE id = ?')
  const stages = db.prepare('UPDATE run_records SET stage = ?, deleted = ?, changed_by = ? WHERE id = ?')
  const putTag = db.prepare('INSERT INTO run_tags VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  const dropTag = db.prepare('DELETE FROM run_tags WHERE run = ? AND key = ?')

  /** Tags that come with a run are not held to the rules for names, as upstream. */
  async function create({ experiment, name, user = '', start, status = 'RUNNING', tags: wanted = [], by }: NewRun): Promise<RunInfo> {
    const tags = wanted.map(({ key, value }) => ({ key: key.slice(0, 250), value: value.slice(0, 8000) }))
    const tagged = tags.find(({ key }) => key === nameTag)?.value
    if (name && tagged && name !== tagged) throw new Problem('invalid', `Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values (run_name='${name}', mlflow.runName='${tagged}').`)
    return commits.write(() => {
      const home = book.needActiveExperiment(experiment)
      const id = randomUUID().replaceAll('-', '')
      const info: RunInfo = {
        id, experiment: home.id, name: name || tagged || randomName(), user, status, start: start ?? Date.now(), end: null, artifactUri: joined(home.artifactLocation, id, 'artifacts'),
        stage: 'active', ordinal: book.runsOf(home.id).length, parent: tags.find(({ key }) => key === parentTag)?.value ?? null,
      }
      if (info.start !== null && !Number.isSafeInteger(info.start)) throw new Problem('invalid', `Invalid value ${info.start} for parameter 'start_time' supplied.`, 'start_time')
      const row = Number(add.run(id, Number(home.id), info.ordinal, info.name, info.user, info.status, info.start, info.artifactUri, info.stage, by).lastInsertRowid)
      for (const { key, value } of [...tags, ...(tagged ? [] : [{ key: nameTag, value: info.name }])]) putTag.run(row, keys.make(key), value)
      book.put({ ...info, row })
      columns.touchTags(row, [...tags.map(({ key }) => key), nameTag])
      tidings.tell([home.id, id])
      return info
    })
  }

  function update(id: string, { status, start, end, name }: RunChange, by: string): Promise<RunInfo> {
    if (end !== undefined && !Number.isSafeInteger(end)) throw new Problem('invalid', `Invalid value ${end} for parameter 'end_time' supplied.`, 'end_time')
    return commits.write(() => {
      const run = book.needActive(id)
      const next: RunRow = { ...run, ...given({ status, start, end }), ...(name ? { name } : {}) }
      change.run(next.name, next.status, next.start, next.end, by, run.row)
      if (name) putTag.run(run.row, keys.make(nameTag), name)
      return told(next, name ? [nameTag] : [])
    })
  }

  function setStage(id: string, stage: Stage, by: string): Promise<RunInfo> {
    return commits.write(() => {
      const run = book.need(id)
      stages.run(stage, stage === 'deleted' ? Date.now() : null, by, run.row)
      return told({ ...run, stage }, [])
    })
  }

  function setTags(id: string, tags: readonly KeyValue[], by: string): Promise<void> {
    const checked = tags.map((tag, i) => checkedTag(tag, tags.length === 1 ? '' : `tags[${i}]`))
    return commits.write(() => applyTags(book.needActive(id), checked, by))
  }

  /** Inside a write. The name of a run and its tag are one; a parent is kept with the head. */
  function applyTags(run: RunRow, tags: readonly KeyValue[], by: string): void {
    if (tags.length === 0) return
    for (const { key, value } of tags) putTag.run(run.row, keys.make(key), value)
    const name = tags.findLast(({ key }) => key === nameTag)?.value || run.name
    if (name !== run.name) change.run(name, run.status, run.start, run.end, by, run.row)
    told({ ...run, name, parent: tags.findLast(({ key }) => key === parentTag)?.value ?? run.parent }, tags.map(({ key }) => key))
  }

  function deleteTag(id: string, key: string): Promise<void> {
    return commits.write(() => {
      const run = book.needActive(id)
      if (dropTag.run(run.row, keys.idOf(key) ?? -1).changes === 0) throw new Problem('missing', `No tag with name: ${key} in run with id ${id}`)
      told({ ...run, parent: key === parentTag ? null : run.parent }, [key])
    })
  }

  function told(run: RunRow, tagKeys: readonly string[]): RunInfo {
    book.put(run)
    columns.touchTags(run.row, tagKeys)
    tidings.tell([run.experiment, run.id])
    return run
  }

  return {
    create, update, setTags, deleteTag, applyTags,
    info: (id: string): RunInfo => book.need(id),
    remove: (id: string, by: string) => setStage(id, 'deleted', by),
    restore: (id: string, by: string) => setStage(id, 'active', by),
  }
}
