import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { shardsSql, writeOptions } from '#areas/datasets/domain/source-sql.ts'
import { unglobbed } from '#areas/datasets/domain/source-path.ts'
import type { Relation } from '#areas/datasets/domain/dataset.ts'
import type { Datasets } from '#areas/datasets/server/store.ts'
import type { Jobs } from '#areas/jobs/server/store.ts'
import type { InputDataset } from '#areas/runs/server/types.ts'
import { literal, name as quoted } from '#lib/sql.ts'
import type { Duck } from '#node/duckdb/duck.ts'
import { dataProblem } from '#node/duckdb/error.ts'
import { exists, insideOf, makeFolder } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import type { JobInput, TrainingRun } from '../domain/job-file.ts'

export type Resolved = TrainingRun['inputs'][number]
/** `job` writes the file first, where the bytes do not stand as one that Python reads. */
export interface ResolvedInput { readonly input: Resolved; readonly logged: InputDataset; readonly job: string | null }

interface Needs { readonly root: string; readonly datasets: Datasets; readonly jobs: Jobs; readonly duck: Duck }

/** What work reads, found and fixed: the version, its fingerprint and where its bytes are. Refuses what is gone or changed. */
export function openInputs({ root, datasets, jobs, duck }: Needs) {
  const writing = new Map<string, string>()

  async function resolve(input: JobInput, by: string): Promise<ResolvedInput> {
    return input.kind === 'file' ? file(input) : dataset(input, by)
  }

  async function file({ name, path }: Extract<JobInput, { kind: 'file' }>): Promise<ResolvedInput> {
    const place = await insideOf(root, path)
    const facts = await stat(place).catch(() => undefined)
    if (!facts) throw new Problem('missing', `The input “${name}” is “${path}”, which is not there.`, 'inputs')
    const fingerprint = facts.isFile() ? await hashOfFile(place) : createHash('sha256').update(`${path}\n${facts.mtimeMs}`).digest('hex')
    return { input: { name, dataset: null, version: null, fingerprint, path: place }, logged: loggedAs({ name: path, fingerprint, path: place, schema: null }), job: null }
  }

  async function dataset({ name, dataset: wanted, version }: Extract<JobInput, { kind: 'dataset' }>, by: string): Promise<ResolvedInput> {
    const relation = await datasets.relation(wanted, version).catch((error: unknown) => {
      throw error instanceof Problem ? new Problem(error.code, `The input “${name}” cannot be read. ${error.message}`, 'inputs') : error
    })
    const { fingerprint, version: number, dataset: title } = relation.version
    const { path, job } = await placeOf(relation, by)
    return { input: { name, dataset: title, version: number, fingerprint, path }, logged: loggedAs({ name: `${title}@${number}`, fingerprint, path, schema: schemaOf(relation) }), job }
  }

  async function placeOf(relation: Relation, by: string): Promise<{ path: string; job: string | null }> {
    const { version, shards } = relation
    if (version.format === 'images' || version.format === 'texts') return { path: await insideOf(root, version.source), job: null }
    const [first] = shards
    if (first && shards.length === 1 && (await namedAs(first.path, relation))) return { path: first.path, job: null }
    const path = join(root, '.atelier', 'inputs', `${version.fingerprint.slice(0, 40)}.parquet`)
    return { path, job: (await exists(path)) ? null : write(relation, path, by) }
  }

  /** Whether the file itself has the names and the order that the version has. */
  async function namedAs(path: string, { columns }: Relation): Promise<boolean> {
    const { rows } = await duck.read({ text: `SELECT column_name FROM (DESCRIBE SELECT * FROM read_parquet(${literal(unglobbed(path))}))` })
    return JSON.stringify(rows.map(([column]) => column)) === JSON.stringify(columns.map(({ name }) => name))
  }

  function write(relation: Relation, path: string, by: string): string {
    const under = writing.get(path)
    if (under !== undefined) return under
    const { columns, shards, version } = relation
    const ids = columns.map((_, i) => `c${i}`)
    const select = `SELECT ${ids.map((id, i) => `${id} AS ${quoted(columns[i]?.name ?? id)}`).join(', ')} FROM (${shardsSql({ shards, ids, types: columns.map(({ type }) => type) })}) ORDER BY _pos`
    const job = jobs.start({
      kind: 'training.input', title: `Write ${version.dataset} v${version.version} as one file`, by,
      run: async ({ signal, report }) => {
        const part = `${path}.part`
        await makeFolder(dirname(path))
        try {
          await duck.read({ text: `COPY (${select}) TO ${literal(part)} (FORMAT parquet, COMPRESSION zstd, ${writeOptions(columns.length)})`, background: true, signal, onProgress: (share) => report(share) })
          await rename(part, path)
        } catch (error) {
          throw dataProblem(error, `Writing ${version.dataset}`)
        } finally {
          await rm(part, { force: true })
        }
      },
    })
    writing.set(path, job.id)
    void jobs.settled(job.id).then(() => writing.delete(path))
    return job.id
  }

  /** The same once more; refuses where the bytes are not what they were. */
  async function again(before: Resolved, by: string): Promise<ResolvedInput> {
    const now = await resolve(before.dataset === null ? { kind: 'file', name: before.name, path: before.path } : { kind: 'dataset', name: before.name, dataset: before.dataset, version: before.version ?? undefined }, by)
    if (now.input.fingerprint !== before.fingerprint) throw new Problem('conflict', `The input “${before.name}” is not what that run read: its bytes changed since. Clone the run to start it with the data of today.`, 'inputs')
    return now
  }

  return { resolve, again }
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk)
  return hash.digest('hex')
}

/** As MLflow keeps inputs; a digest has 36 characters at most, by which lineage finds the version again. */
function loggedAs({ name, fingerprint, path, schema }: { readonly name: string; readonly fingerprint: string; readonly path: string; readonly schema: string | null }): InputDataset {
  return { dataset: { name, digest: fingerprint.slice(0, 36), sourceType: 'local', source: JSON.stringify({ uri: path }), schema, profile: null }, tags: [{ key: 'mlflow.data.context', value: 'training' }] }
}

function schemaOf({ columns }: Relation): string | null {
  const schema = JSON.stringify({ mlflow_colspec: columns.map(({ name, type }) => ({ type: colspecOf(type), name, required: false })) })
  return schema.length > 1_000_000 ? null : schema
}

function colspecOf(type: string): string {
  if (/^(U?BIGINT|HUGEINT|UINTEGER)$/.test(type)) return 'long'
  if (/^(U?(TINY|SMALL)INT|INTEGER)$/.test(type)) return 'integer'
  if (/^(DOUBLE|DECIMAL)/.test(type)) return 'double'
  if (type === 'FLOAT') return 'float'
  if (type === 'BOOLEAN') return 'boolean'
  return /^(DATE|TIMESTAMP)/.test(type) ? 'datetime' : type === 'BLOB' ? 'binary' : 'string'
}
