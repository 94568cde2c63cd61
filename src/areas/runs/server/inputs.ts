import { Problem } from '#wire/problem.ts'
import type { KeyValue } from '../domain/run.ts'
import type { RunRow } from './book.ts'
import { checkLength } from './checks.ts'
import type { Parts } from './experiments.ts'
import type { InputDataset, ModelOutput } from './types.ts'

export interface NewInputs { readonly run: string; readonly datasets?: readonly InputDataset[]; readonly models?: readonly string[]; readonly by: string }

/** Data sets and models that runs took, models that they gave. A data set is one row an experiment, by name and digest. */
export function openInputs({ sqlite: { db }, book, commits, tidings, touched }: Parts & { readonly touched: () => void }) {
  const find = db.prepare('SELECT id FROM run_datasets WHERE experiment = ? AND name = ? AND digest = ?')
  const add = db.prepare('INSERT INTO run_datasets(experiment, name, digest, source_type, source, shape, profile) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const link = db.prepare('INSERT INTO run_inputs VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const linkModel = db.prepare('INSERT INTO run_model_links VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET step = excluded.step')
  const list = db.prepare('SELECT d.name, d.digest, d.source_type, d.source, d.shape, d.profile, i.tags FROM run_inputs i JOIN run_datasets d ON d.id = i.dataset WHERE i.run = ? ORDER BY d.id')
  const models = db.prepare('SELECT model, step FROM run_model_links WHERE run = ? AND way = ?')

  /** Most runs have none of these, and are not asked for them. */
  const linked = new Set([...db.prepare('SELECT DISTINCT run FROM run_inputs').all(), ...db.prepare('SELECT DISTINCT run FROM run_model_links').all()].map(({ run }) => Number(run)))
  const of = <T>(row: number, read: () => T[]): T[] => (linked.has(row) ? read() : [])

  async function log({ run: id, datasets = [], models: taken = [] }: NewInputs): Promise<void> {
    for (const { dataset, tags } of datasets) check(dataset, tags)
    return commits.write(() => {
      const run = book.needActive(id)
      for (const input of datasets) link.run(run.row, idOf(run, input.dataset), JSON.stringify(input.tags))
      for (const model of taken) linkModel.run(run.row, model, 'in', null)
      linked.add(run.row)
      touched()
      tidings.tell([run.experiment, run.id])
    })
  }

  function idOf(run: RunRow, { name, digest, sourceType, source, schema, profile }: InputDataset['dataset']): number {
    const known = find.get(Number(run.experiment), name, digest)
    return Number(known ? known.id : add.run(Number(run.experiment), name, digest, sourceType, source, schema, profile).lastInsertRowid)
  }

  function logOutputs({ run: id, models: given }: { readonly run: string; readonly models: readonly ModelOutput[]; readonly by: string }): Promise<void> {
    return commits.write(() => {
      const run = book.needActive(id)
      for (const { model, step } of given) linkModel.run(run.row, model, 'out', step)
      linked.add(run.row)
      tidings.tell([run.experiment, run.id])
    })
  }

  /** Names, digests and contexts of the data sets of all runs of these experiments. */
  function summaries(experiments: readonly string[]): { readonly experiment: string; readonly name: string; readonly digest: string; readonly context: string | null }[] {
    const rows = db.prepare(`SELECT DISTINCT d.experiment, d.name, d.digest, i.tags FROM run_datasets d JOIN run_inputs i ON i.dataset = d.id WHERE d.experiment IN (SELECT value FROM json_each(?)) LIMIT 1000`).all(JSON.stringify(experiments.map(Number)))
    return rows.map((row) => ({ experiment: String(row.experiment), name: String(row.name), digest: String(row.digest), context: contextOf(tagsOf(row.tags)) }))
  }

  return {
    log, logOutputs, summaries,
    datasetsOf: (row: number): InputDataset[] => of(row, () => list.all(row)).map((one) => ({
      dataset: { name: String(one.name), digest: String(one.digest), sourceType: String(one.source_type), source: String(one.source), schema: text(one.shape), profile: text(one.profile) },
      tags: tagsOf(one.tags),
    })),
    modelsIn: (row: number): string[] => of(row, () => models.all(row, 'in')).map((one) => String(one.model)),
    modelsOut: (row: number): ModelOutput[] => of(row, () => models.all(row, 'out')).map((one) => ({ model: String(one.model), step: Number(one.step) })),
  }
}

export function contextOf(tags: readonly KeyValue[]): string | null {
  return tags.find(({ key }) => key === 'mlflow.data.context')?.value ?? null
}

function check({ name, digest, source, schema, profile }: InputDataset['dataset'], tags: readonly KeyValue[]): void {
  for (const [what, limit, value] of [['name', 500, name], ['digest', 36, digest], ['source', 65_535, source], ['schema', 1_048_575, schema ?? ''], ['profile', 16_777_215, profile ?? '']] as const) checkLength(what, limit, value)
  for (const tag of tags) {
    checkLength('key', 255, tag.key)
    checkLength('value', 500, tag.value)
  }
}

export function tagsOf(json: unknown): KeyValue[] {
  const parsed: unknown = JSON.parse(String(json))
  if (!Array.isArray(parsed)) throw new Problem('failed', 'The tags of an input are not a list.')
  return parsed
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
