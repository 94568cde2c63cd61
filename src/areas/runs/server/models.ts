import { randomUUID } from 'node:crypto'
import type { SQLOutputValue } from 'node:sqlite'
import { Problem } from '#wire/problem.ts'
import { Stage } from '../domain/experiment.ts'
import { LoggedModelStatus } from '../domain/run.ts'
import type { KeyValue } from '../domain/run.ts'
import type { RunRow } from './book.ts'
import { joined } from './experiments.ts'
import type { Parts } from './experiments.ts'
import { randomName } from './random-name.ts'
import { finite } from './tally.ts'
import type { FullModel, ModelPoint, NewMetric } from './types.ts'

export type Models = ReturnType<typeof openModels>
export interface NewModel { readonly experiment: string; readonly name?: string | undefined; readonly type?: string | undefined; readonly run?: string | undefined; readonly params?: readonly KeyValue[]; readonly tags?: readonly KeyValue[]; readonly by: string }

/** Logged models of MLflow 3: pending when made, ready when their files are up, deleted softly. */
export function openModels({ sqlite: { db }, book, commits, tidings, touched }: Parts & { readonly touched: () => void }) {
  const add = db.prepare('INSERT INTO run_models(uuid, experiment, name, type, run, status, stage, created, updated, artifact_uri) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const find = db.prepare('SELECT * FROM run_models WHERE uuid = ?')
  const change = db.prepare('UPDATE run_models SET status = ?, stage = ?, updated = ? WHERE id = ?')
  const addParam = db.prepare('INSERT INTO run_model_params VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  const putTag = db.prepare('INSERT INTO run_model_tags VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  const dropTag = db.prepare('DELETE FROM run_model_tags WHERE model = ? AND key = ?')
  const params = db.prepare('SELECT key, value FROM run_model_params WHERE model = ?')
  const tags = db.prepare('SELECT key, value FROM run_model_tags WHERE model = ?')
  const points = db.prepare('SELECT * FROM run_model_points WHERE model = ? ORDER BY key, time, step')
  const addPoint = db.prepare('INSERT INTO run_model_points VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const ofRun = db.prepare("SELECT * FROM run_models WHERE run = ? AND stage = 'active' ORDER BY created, id")
  const ofExperiments = db.prepare("SELECT * FROM run_models WHERE experiment IN (SELECT value FROM json_each(?)) AND stage = 'active'")

  async function create({ experiment, name = '', type, run, params: given = [], tags: marks = [] }: NewModel): Promise<FullModel> {
    checkModelName(name)
    return commits.write(() => {
      const home = book.needActiveExperiment(experiment)
      const uuid = `m-${randomUUID().replaceAll('-', '')}`
      const now = Date.now()
      const id = Number(add.run(uuid, Number(home.id), name || randomName(), type ?? null, run ?? null, 'PENDING', 'active', now, now, joined(home.artifactLocation, 'models', uuid, 'artifacts')).lastInsertRowid)
      for (const { key, value } of given) addParam.run(id, key, value)
      for (const { key, value } of marks) putTag.run(id, key, value)
      touched()
      tidings.tell([home.id])
      return get(uuid)
    })
  }

  function rowOf(uuid: string): Record<string, SQLOutputValue> {
    const row = find.get(uuid)
    if (!row) throw new Problem('missing', `Logged model with ID '${uuid}' not found.`, 'model_id')
    return row
  }

  function get(uuid: string, { deleted = false }: { readonly deleted?: boolean } = {}): FullModel {
    const row = rowOf(uuid)
    if (row.stage === 'deleted' && !deleted) throw new Problem('missing', `Logged model with ID '${uuid}' not found.`, 'model_id')
    return fullOf(row)
  }

  function fullOf(row: Record<string, SQLOutputValue>): FullModel {
    const id = Number(row.id)
    return {
      id: String(row.uuid), experiment: String(row.experiment), run: text(row.run), name: String(row.name), type: text(row.type), status: LoggedModelStatus.parse(row.status), stage: Stage.parse(row.stage),
      created: Number(row.created), updated: Number(row.updated), artifactUri: String(row.artifact_uri), params: params.all(id).map(pairOf), tags: tags.all(id).map(pairOf), metrics: points.all(id).map(pointOf),
    }
  }

  function changed(uuid: string, work: (row: Record<string, SQLOutputValue>) => void): Promise<FullModel> {
    return commits.write(() => {
      const row = rowOf(uuid)
      work(row)
      touched()
      tidings.tell([String(row.experiment), uuid])
      return fullOf(rowOf(uuid))
    })
  }

  /** Inside a write: metrics that name a model are the model's, too. */
  function logPoints(run: RunRow, metrics: readonly NewMetric[]): void {
    for (const { model = '', key, value, time, step, datasetName, datasetDigest } of metrics) {
      const row = find.get(model)
      if (row) addPoint.run(Number(row.id), key, time, step, run.id, finite(value), datasetName ?? null, datasetDigest ?? null)
    }
  }

  return {
    create, get, logPoints,
    finalize: (uuid: string, status: FullModel['status'], _by: string) => changed(uuid, (row) => change.run(status, String(row.stage), Date.now(), Number(row.id))),
    remove: (uuid: string, _by: string) => changed(uuid, (row) => change.run(String(row.status), 'deleted', Date.now(), Number(row.id))),
    logParams: (uuid: string, given: readonly KeyValue[], _by: string) => changed(uuid, (row) => {
      const old = params.all(Number(row.id)).map(pairOf)
      for (const { key, value } of given) {
        const known = old.find((one) => one.key === key)
        if (known && known.value !== value) throw new Problem('invalid', `Changing param values is not allowed. Param with key='${key}' was already logged with value='${known.value}' for model ID='${uuid}'. Attempted logging new value '${value}'.`, 'params')
        if (!known) addParam.run(Number(row.id), key, value)
      }
    }),
    setTags: (uuid: string, given: readonly KeyValue[], _by: string) => changed(uuid, (row) => { for (const { key, value } of given) putTag.run(Number(row.id), key, value) }),
    deleteTag: (uuid: string, key: string, _by: string) => changed(uuid, (row) => {
      if (dropTag.run(Number(row.id), key).changes === 0) throw new Problem('missing', `No tag with key '${key}' found for model with ID '${uuid}'.`)
    }),
    /** Those that a run made, deleted ones left out. */
    ofRun: (run: string): FullModel[] => ofRun.all(run).map(fullOf),
    ofExperiments: (experiments: readonly string[]): FullModel[] => ofExperiments.all(JSON.stringify(experiments.map(Number))).map(fullOf),
  }
}

function checkModelName(name: string): void {
  const bad = [...new Set(name)].find((letter) => '/:.%"\''.includes(letter))
  if (bad !== undefined) throw new Problem('invalid', `Invalid model name (${name}) provided. Model name must be a non-empty string and cannot contain the following characters: ('/', ':', '.', '%', '"', "'")`, 'name')
}

function pairOf(row: Record<string, SQLOutputValue>): KeyValue {
  return { key: String(row.key), value: String(row.value) }
}

function pointOf(row: Record<string, SQLOutputValue>): ModelPoint {
  return { key: String(row.key), value: Number(row.value), step: Number(row.step), time: Number(row.time), run: String(row.run), datasetName: text(row.dataset_name), datasetDigest: text(row.dataset_digest) }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
